import { Button, Group, Input, Label, NumberField } from 'react-aria-components'
import { useWords } from '#app/parts/words.tsx'

interface AmountFieldProps {
  readonly name: string
  readonly label: string
  readonly unit: string
  readonly decimals: number
  /** What one press of a button adds, and of what every amount is a multiple; null adds one and allows every amount. */
  readonly step: number | null
  readonly value: number
  readonly isDisabled: boolean
  readonly onChange: (value: number) => void
}

/** A quantity at the negotiating table: typed in the reader's own digits, or moved by buttons, arrows and wheel. */
export function AmountField({ name, label, unit, decimals, step, value, isDisabled, onChange }: AmountFieldProps) {
  const words = useWords()
  return (
    <NumberField
      className="field"
      name={name}
      value={value}
      minValue={0}
      {...(step === null ? {} : { step })}
      isDisabled={isDisabled}
      onChange={(typed) => onChange(Number.isNaN(typed) ? value : typed)}
      formatOptions={{ maximumFractionDigits: decimals }}
      incrementAriaLabel={words.say('amount-more')}
      decrementAriaLabel={words.say('amount-less')}
    >
      <Label className="field-label">{label}</Label>
      <Group className="amount-field">
        <Button slot="decrement" className="button">
          −
        </Button>
        <Input />
        <Button slot="increment" className="button">
          +
        </Button>
        <span className="amount-unit">{unit}</span>
      </Group>
    </NumberField>
  )
}
