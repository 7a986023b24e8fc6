/**
 * Computes the Leontief inverse (I − A)⁻¹ by Gauss–Jordan elimination with partial pivoting.
 * Takes: A as n × n numbers, none below zero, row by row. Gives: the inverse; null where it does not exist or has a cell below zero:
 * then the table is not productive (Hawkins and Simon, 1949), and no final use could be met.
 */
export function invert(table: Float64Array, n: number): Float64Array | null {
  const left = Float64Array.from(table, (value) => -value)
  const right = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    left[i * n + i] = (left[i * n + i] ?? 0) + 1
    right[i * n + i] = 1
  }
  for (let column = 0; column < n; column++) {
    const pivot = largestBelow(left, n, column)
    const size = left[pivot * n + column] ?? 0
    if (!(Math.abs(size) > leastPivot)) return null
    for (const half of [left, right]) swapAndScale(half, n, column, pivot, size)
    for (let row = 0; row < n; row++) {
      const factor = left[row * n + column] ?? 0
      if (row === column || factor === 0) continue
      for (const half of [left, right])
        for (let k = 0; k < n; k++) half[row * n + k] = (half[row * n + k] ?? 0) - factor * (half[column * n + k] ?? 0)
    }
  }
  return right.every((value) => Number.isFinite(value) && value > -leastCell) ? right : null
}

/** Smaller pivots are rounding, not figures. */
const leastPivot = 1e-12
const leastCell = 1e-9

function largestBelow(left: Float64Array, n: number, column: number): number {
  let pivot = column
  for (let row = column + 1; row < n; row++)
    if (Math.abs(left[row * n + column] ?? 0) > Math.abs(left[pivot * n + column] ?? 0)) pivot = row
  return pivot
}

function swapAndScale(half: Float64Array, n: number, row: number, pivot: number, size: number): void {
  for (let k = 0; k < n; k++) {
    const upper = half[pivot * n + k] ?? 0
    half[pivot * n + k] = half[row * n + k] ?? 0
    half[row * n + k] = upper / size
  }
}
