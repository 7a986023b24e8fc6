/**
 * Keeps labels apart: moves each as little as needed so that none overlaps, in the order of where they want to be.
 * Takes: the wished top and the height of each, and the room from `top` to `bottom`.
 * Gives: their tops in the order given. Where they need more room than there is, they run over the bottom.
 */
export function dodge(
  wishes: readonly { readonly at: number; readonly height: number }[],
  top: number,
  bottom: number,
): number[] {
  const order = wishes.map((wish, index) => ({ ...wish, index })).sort((a, b) => a.at - b.at)
  let floor = top
  for (const label of order) {
    label.at = Math.max(label.at, floor)
    floor = label.at + label.height
  }
  let ceiling = Math.max(bottom, top + order.reduce((sum, label) => sum + label.height, 0))
  for (const label of order.toReversed()) {
    label.at = Math.min(label.at, ceiling - label.height)
    ceiling = label.at
  }
  const tops = new Map(order.map((label) => [label.index, label.at]))
  return wishes.map((wish, index) => tops.get(index) ?? wish.at)
}
