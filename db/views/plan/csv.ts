import { unitsNamed } from '#db/views/names.ts'
import { planList } from '#db/views/plan/list.ts'
import { defineView } from '#db/views/view.ts'
import { csvText } from '#figures/formats/csv-out.ts'

const head = [
  ...['plan_line', 'state', 'doer', 'doer_name', 'direction', 'product', 'product_name', 'counterpart'],
  ...['counterpart_name', 'period', 'planned', 'unit_of_measure', 'done', 'expected_by_now', 'expected_counts'],
  ...['deviation', 'deviation_share', 'stands', 'months_reported', 'months', 'provisional', 'decided_by', 'proposal'],
  ...['recorded_at', 'as_of'],
]

export const planCsv = defineView({
  name: 'plan.csv',
  answers: 'Gives plan lines beside what was done as a table of comma-separated values.',
  input: planList.input,
  answer: async (asked) => {
    const { lines, products, now } = await planList.answer(asked)
    const units = await unitsNamed(asked.read, asked.tables)
    const rows = lines.map((line) => [
      ...[line.id, line.state, line.doerId, units[line.doerId] ?? '', line.direction, line.productId],
      ...[products[line.productId]?.name ?? '', line.counterpartId, units[line.counterpartId ?? ''] ?? ''],
      ...[line.period, line.amount, line.unit, line.actuals?.done ?? null, line.actuals?.expected ?? null],
      ...[line.actuals?.basis ?? null, line.actuals?.deviation?.amount ?? null],
      ...[shareText(line.actuals?.deviation?.share ?? null), line.actuals?.state ?? null],
      ...[String(line.actuals?.reported.length ?? 0), String(line.actuals?.months ?? 0)],
      ...[line.actuals?.isProvisional ? 'yes' : 'no', line.unitId, line.proposalId, line.at, now],
    ])
    return { name: 'plan.csv', text: csvText([head, ...rows]) }
  },
})

const shareText = (share: number | null): string | null => (share === null ? null : share.toFixed(4))
