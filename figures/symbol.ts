/** How many symbols the longest row of a pictogram chart has at most; it has at least five. */
const mostSymbols = 12

/**
 * Chooses the round quantity for which one symbol stands in pictogram rows: 1, 2 or 5 times a power of ten.
 * Takes: the largest value of the rows; its sign does not matter. Gives: the quantity by which the longest row has 5 to 12 symbols,
 * the last one clipped; 1 where there is nothing to show.
 * Source: Otto Neurath, International Picture Language (1936): a greater quantity is shown by more signs, never by larger ones.
 */
export function symbolQuantity(largest: number): number {
  const size = Math.abs(largest)
  if (!Number.isFinite(size) || size === 0) return 1
  const exponent = Math.floor(Math.log10(size)) - 2
  for (let power = exponent; ; power++)
    for (const digit of [1, 2, 5]) {
      const quantity = power < 0 ? digit / 10 ** -power : digit * 10 ** power
      if (Math.ceil(size / quantity) <= mostSymbols) return quantity
    }
}
