import { type Decimal, exactText, exactToNumber, negated, sumDecimals } from '#figures/decimal.ts'

/** What came in and what went out of one product in one place and period, all in one unit of measure; null where it is not known. */
export interface BalanceSides {
  readonly opening: Decimal | null
  readonly production: Decimal | null
  readonly receipts: Decimal | null
  readonly uses: Decimal | null
  readonly deliveries: Decimal | null
  readonly closing: Decimal | null
}

/** A material balance. The residual is shown, never hidden; nothing is claimed where a side is not known. */
export type Balance =
  | {
      readonly known: true
      /** What was there to be used: opening, production and receipts; decimal text. */
      readonly supply: string
      /** Supply less uses, deliveries and closing, exact; above zero where something is unaccounted for. */
      readonly residual: string
      /** The residual's size as a share of the supply; null where there was no supply. */
      readonly residualShare: number | null
    }
  | { readonly known: false; readonly missing: readonly (keyof BalanceSides)[] }

/**
 * Draws up a material balance: opening + production + receipts = uses + deliveries + closing + residual.
 * Gives: supply and residual, exact; or which sides are not known.
 */
export function balanceOf(sides: BalanceSides): Balance {
  const { opening, production, receipts, uses, deliveries, closing } = sides
  if (!opening || !production || !receipts || !uses || !deliveries || !closing) {
    const names = ['opening', 'production', 'receipts', 'uses', 'deliveries', 'closing'] as const
    return { known: false, missing: names.filter((name) => sides[name] === null) }
  }
  const supply = sumDecimals([opening, production, receipts])
  const residual = sumDecimals([opening, production, receipts, ...[uses, deliveries, closing].map(negated)])
  const size = exactToNumber(supply)
  return {
    known: true,
    supply: exactText(supply),
    residual: exactText(residual),
    residualShare: size === 0 ? null : Math.abs(exactToNumber(residual) / size),
  }
}
