import type { Line, ProposalBody } from '#rules/shapes/proposal.ts'

export const line = (id: string, amount: string, more: Partial<Line> = {}): Line => ({
  id,
  unitId: 'river-mill',
  direction: 'produce',
  productId: `product-${id}`,
  amount,
  unit: 't',
  period: '2027-03',
  counterpartId: null,
  ...more,
})

export const body: ProposalBody = {
  title: 'More bread for the town',
  blocks: [
    { id: 'why', text: 'The town has grown. Bread is short on Mondays.' },
    { id: 'what', text: 'The mill grinds 40 t of wheat more each month.' },
    { id: 'how', text: 'The bakery opens one hour earlier.' },
  ],
  lines: [line('flour', '40'), line('bread', '30.5')],
}
