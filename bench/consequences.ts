import { society } from '#demo/society.ts'
import type { BookRow } from '#figures/books.ts'
import { consequences, type WantedLine } from '#figures/consequences.ts'
import { parseDecimal } from '#figures/decimal.ts'
import { monthsBefore } from '#figures/period.ts'
import { prepareTechnique } from '#figures/solver.ts'
import { standingIn } from '#figures/standing.ts'
import { techniqueFrom } from '#figures/technique.ts'

/** A frame of a browser that draws sixty times a second. */
const limitMs = 16
const today = new Date('2027-03-15T00:00:00.000Z')

const { observations, products } = society(today)
const rows = observations.flatMap((each): BookRow[] => {
  const value = parseDecimal(each.value)
  return value ? [{ ...each, mantissa: value.mantissa, scale: value.scale }] : []
})
const units = new Map(products.map((product) => [product.id, product.unit]))
const unitOf = (productId: string) => units.get(productId)

const derived = performance.now()
const technique = techniqueFrom(rows, monthsBefore(today.toISOString(), 12))
const ready = performance.now()
const prepared = prepareTechnique(technique)
const done = performance.now()
if (!prepared.ok) throw new Error(prepared.code)

const line = (differs: Partial<WantedLine>): WantedLine => ({
  id: 'bread',
  unitId: 'harbour-bakery',
  direction: 'produce',
  productId: 'bread',
  amount: '400',
  unit: 't',
  period: '2027-04',
  counterpartId: null,
  ...differs,
})
const others = [
  line({ id: 'flour', unitId: 'north-mill', productId: 'flour', amount: '600' }),
  line({ id: 'town', unitId: 'tarnsey', direction: 'receive', amount: '200', counterpartId: 'harbour-bakery' }),
  line({ id: 'power', unitId: 'lowmoor-power-station', productId: 'electricity', amount: '40000', unit: 'MWh' }),
]

report('one line', (amount) => [line({ amount })])
report('four lines, one of them changed', (amount) => [line({ amount }), ...others])
console.log(
  `${technique.enterprises.length} enterprises, ${prepared.solver.products.length} products; ` +
    `technique from ${rows.length} figures in ${(ready - derived).toFixed(0)} ms, prepared in ${(done - ready).toFixed(1)} ms, ` +
    `${JSON.stringify(technique).length} characters`,
)

/** Measures as in a browser while a quantity is dragged: another amount every time, reference and all computed anew. */
function report(name: string, linesOf: (amount: string) => WantedLine[]): void {
  if (!prepared.ok) return
  const times: number[] = []
  for (let at = 0; at < 2_200; at++) {
    const lines = linesOf(String(300 + (at % 400) / 4))
    const begun = performance.now()
    const result = consequences(prepared.solver, lines, standingIn(technique, new Map()), unitOf)
    const took = performance.now() - begun
    if (result.problems.length > 0) throw new Error(JSON.stringify(result.problems))
    // The first ones still warm up.
    if (at >= 200) times.push(took)
  }
  times.sort((one, other) => one - other)
  const of = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN
  const verdict = of(0.95) <= limitMs ? 'within' : 'BEYOND'
  console.log(
    `consequences, ${name}: p50 ${of(0.5).toFixed(3)} ms, p95 ${of(0.95).toFixed(3)} ms, p99 ${of(0.99).toFixed(3)} ms, ` +
      `p95 is ${(of(0.95) / limitMs).toFixed(3)} of the limit of ${limitMs} ms (${verdict})`,
  )
  if (of(0.95) > limitMs) process.exitCode = 1
}
