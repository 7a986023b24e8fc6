import { IntlMessageFormat } from 'intl-messageformat'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ErrorSummary } from '#app/parts/error-summary.tsx'
import { Field } from '#app/parts/field.tsx'
import { FigureNumber } from '#app/parts/figure-number.tsx'
import { Moment } from '#app/parts/moment.tsx'
import { wordsIn } from '#app/parts/words.tsx'
import { en } from '#rules/words/en.ts'

const words = wordsIn('en', 'UTC')

test('every sentence of the interface is a well-formed message', () => {
  for (const [code, message] of Object.entries(en)) {
    expect(() => new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }), code).not.toThrow()
  }
})

test('numbers keep the decimals they came with, exactly', () => {
  expect(words.decimal('1842.50')).toBe('1,842.50')
  expect(words.decimal('-0.3')).toBe('−0.3')
  expect(words.decimal('123456789012345')).toBe('123,456,789,012,345')
  expect(words.short('2.166397294', 'Mt')).toBe('2.17\u202fMt')
  expect(words.short('43250.0', '')).toBe('43,250')
})

test('periods are set in words', () => {
  expect(['2027', '2027-Q1', '2027-03'].map(words.period)).toEqual(['2027', '2027 Q1', 'March 2027'])
})

test('the server sets a moment in a named zone, never relative to now', () => {
  const html = renderToStaticMarkup(<Moment at="2026-07-10T16:00:00.000Z" to="minute" />)
  expect(html).toContain('datetime="2026-07-10T16:00:00.000Z"'.replace('datetime', 'dateTime'))
  expect(html).toContain('Friday')
  expect(html).toContain('16:00 UTC')
})

test('a number carries measure, unit, period, place, status, source and vintage', () => {
  const html = renderToStaticMarkup(
    <FigureNumber
      text="1842.5"
      unit="t"
      unitName="tonnes"
      measure="Output of bread"
      period="2026-06"
      place="Oakfield bakery"
      status="provisional"
      source={{ producer: 'Office of Hallen', title: 'Monthly books', invented: true }}
      asOf="2026-07-10T09:00:00.000Z"
      href={null}
    />,
  )
  for (const fact of [
    '1,842.5',
    'tonnes',
    'Output of bread',
    'June 2026',
    'Oakfield bakery',
    'provisional',
    'Monthly books',
    '10 July 2026',
    'invented',
  ]) {
    expect(html).toContain(fact)
  }
  expect(html).toContain('popover="auto"')
})

test('a fault stands at its field and in the summary, and what was typed is still there', () => {
  const faults = { 'lines.0.amount': 'Enter an amount that is not below zero.' }
  const field = renderToStaticMarkup(
    <Field name="lines.0.amount" label="Amount" hint={null} faults={faults} defaultValue="-3" />,
  )
  expect(field).toContain('aria-invalid="true"')
  expect(field).toContain('value="-3"')
  expect(field).toContain('Enter an amount')
  const summary = renderToStaticMarkup(
    <ErrorSummary
      refusal={{ sentence: 'Some entries need attention.', fields: faults }}
      labels={{ 'lines.0.amount': 'Amount' }}
    />,
  )
  expect(summary).toContain('href="#field-lines-0-amount"')
  expect(field).toContain('id="field-lines-0-amount"')
})
