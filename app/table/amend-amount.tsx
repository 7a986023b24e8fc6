import { useRef } from 'react'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import { AmountField } from '#app/parts/amount-field.tsx'
import { useWords } from '#app/parts/words.tsx'
import { signedExact } from '#app/table/quantity.tsx'
import { exactText, parseDecimal, subtractDecimals } from '#figures/decimal.ts'
import { unitSymbol } from '#figures/measurement.ts'
import { reachAround } from '#figures/reach.ts'
import type { Line } from '#rules/shapes/proposal.ts'

interface AmendAmountProps {
  readonly line: Line
  /** The amount in the version that is amended. */
  readonly base: string
  readonly label: string
  readonly onChange: (amount: string) => void
  readonly onHand: (line: Line | null) => void
}

/** An amount that is typed, or moved by hand, keys or finger; everybody at the table sees it move. */
export function AmendAmount({ line, base, label, onChange, onHand }: AmendAmountProps) {
  const words = useWords()
  const unit = unitSymbol(line.unit)
  const value = Number(line.amount)
  const decimals = Math.max(decimalsOf(base), decimalsOf(line.amount))
  // The range stays while the hand moves: it is reached around the amount from which it began.
  const reach = useRef(reachAround([Number(base)])).current
  const most = Math.max(reach.most, value)
  const move = (next: number) => {
    const amount = textOf(next)
    if (amount === line.amount) return
    onChange(amount)
    onHand({ ...line, amount })
  }
  return (
    <fieldset className="amend-amount" onBlur={() => onHand(null)}>
      <legend className="unseen">{label}</legend>
      <AmountField
        name={`_typed.${line.id}`}
        label={label}
        unit={unit}
        decimals={Math.max(decimals, 6)}
        step={null}
        value={value}
        isDisabled={false}
        onChange={move}
      />
      <Slider
        className="slider"
        aria-label={words.say('amend-slide', { unit })}
        minValue={reach.least}
        maxValue={most}
        step={reach.step}
        value={value}
        onChange={move}
        formatOptions={{ maximumFractionDigits: 6 }}
      >
        <SliderTrack className="slider-track">
          {({ state }) => (
            <>
              <span className="slider-from" style={{ left: `${(Number(base) / most) * 100}%` }} />
              <span className="slider-fill" style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
              <SliderThumb className="slider-thumb" />
            </>
          )}
        </SliderTrack>
      </Slider>
      <p className="small soft">
        {line.amount === base
          ? words.say('amend-same', { amount: words.amount(base, unit) })
          : words.say('amount-changed', {
              from: words.amount(base, unit),
              to: words.amount(line.amount, unit),
              change: signedExact(words, difference(line.amount, base), line.unit),
            })}
      </p>
    </fieldset>
  )
}

const decimalsOf = (amount: string): number => amount.split('.')[1]?.length ?? 0

/** An amount as kept: digits with a point, six decimals at most. */
const textOf = (value: number): string => {
  const text = Math.max(0, value).toFixed(6)
  return text.replace(/\.?0+$/, '')
}

function difference(one: string, other: string): string {
  const [to, from] = [parseDecimal(one), parseDecimal(other)]
  return to && from ? exactText(subtractDecimals(to, from)) : '0'
}
