import { type Faults, Field, SelectField } from '#app/parts/field.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'
import { unitSymbol } from '#figures/measurement.ts'
import { periodOf, shiftPeriod } from '#figures/period.ts'
import { Direction } from '#rules/shapes/proposal.ts'

/** A line as it is being typed: all of it text, nothing checked. */
export interface TypedLine {
  readonly id: string
  readonly unitId: string
  readonly direction: string
  readonly productId: string
  readonly amount: string
  readonly unit: string
  readonly period: string
  readonly counterpartId: string
}

type Choices = Pick<AnswerOf<'propose.page'>, 'unit' | 'units' | 'products' | 'measures' | 'now'>

/** A new line: by the proposing unit, next month, the first product; the amount is left to be typed. */
export function emptyLine(id: string, { unit, products, now }: Choices): TypedLine {
  const productId = Object.keys(products)[0] ?? ''
  return {
    id,
    unitId: unit.id,
    direction: 'produce',
    productId,
    amount: '',
    unit: products[productId]?.unit ?? '',
    period: shiftPeriod(periodOf(now, 'M'), 1),
    counterpartId: '',
  }
}

interface LineFieldsProps {
  readonly typed: TypedLine
  readonly choices: Choices
  readonly faults: Faults
  /** Before each field's name: "body.lines.0."; the fields take their names from it. */
  readonly path: string
  /** Without JavaScript every unit of measure can be chosen, whatever the product. */
  readonly isPlain: boolean
  readonly onChange: (typed: TypedLine) => void
}

/** One quantity line to fill in: who, does what, of which product, how much, when, to or from whom. */
export function LineFields({ typed, choices, faults, path, isPlain, onChange }: LineFieldsProps) {
  const words = useWords()
  const { units, products, measures, now } = choices
  const field = (name: keyof TypedLine) => ({
    name: `${path}${name}`,
    hint: null,
    faults,
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => onChange(changed(name, event.currentTarget.value)),
  })
  const changed = (name: keyof TypedLine, value: string): TypedLine => {
    const next = { ...typed, [name]: value }
    const fits = measures[next.productId]?.includes(next.unit) ?? false
    return fits ? next : { ...next, unit: products[next.productId]?.unit ?? next.unit }
  }
  const known = isPlain ? [...new Set(Object.values(measures).flat())] : (measures[typed.productId] ?? [])
  const named = Object.entries(units).sort(([, one], [, other]) => one.localeCompare(other))
  return (
    <div className="line-fields">
      <SelectField {...field('unitId')} label={words.say('line-unit')}>
        {named.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField {...field('direction')} label={words.say('line-direction')}>
        {Direction.options.map((direction) => (
          <option key={direction} value={direction}>
            {words.say(`direction-${direction}`)}
          </option>
        ))}
      </SelectField>
      <SelectField {...field('productId')} label={words.say('line-product')}>
        {Object.entries(products).map(([id, product]) => (
          <option key={id} value={id}>
            {product.name}
          </option>
        ))}
      </SelectField>
      <Field {...field('amount')} label={words.say('line-amount')} inputMode="decimal" autoComplete="off" />
      <SelectField {...field('unit')} label={words.say('line-measure')}>
        {known.map((code) => (
          <option key={code} value={code}>
            {unitSymbol(code)}
          </option>
        ))}
      </SelectField>
      <SelectField {...field('period')} label={words.say('line-period')}>
        {periodsAhead(now, typed.period).map((period) => (
          <option key={period} value={period}>
            {words.period(period)}
          </option>
        ))}
      </SelectField>
      <SelectField {...field('counterpartId')} label={words.say('line-counterpart')}>
        <option value="">{words.say('line-nobody')}</option>
        {named.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

/** The periods that can be planned for: the next eighteen months, six quarters, three years, and what is chosen already. */
function periodsAhead(now: string, chosen: string): string[] {
  const ahead = (frequency: 'M' | 'Q' | 'A', many: number) =>
    Array.from({ length: many }, (_, at) => shiftPeriod(periodOf(now, frequency), at))
  const all = [...ahead('M', 19), ...ahead('Q', 6), ...ahead('A', 3)]
  return all.includes(chosen) ? all : [chosen, ...all]
}
