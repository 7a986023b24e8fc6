/**
 * Computes the Leontief inverse (I − A)⁻¹ by Gauss–Jordan elimination.
 * Takes: A as n × n numbers, none below zero, row by row. Gives: the inverse; null where the table is not productive, so that no
 * final use could be met: then, and only then, a pivot is not above zero (Hawkins and Simon, 1949).
 * No rows are exchanged: with such a table nothing is ever subtracted from the inverse, so that it keeps its digits and its zeros.
 */
export function invert(table: Float64Array, n: number): Float64Array | null {
  const left = Float64Array.from(table, (value) => -value)
  const right = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    left[i * n + i] = (left[i * n + i] ?? 0) + 1
    right[i * n + i] = 1
  }
  for (let column = 0; column < n; column++) {
    const pivot = left[column * n + column] ?? 0
    if (!(pivot > leastPivot)) return null
    for (const half of [left, right])
      for (let k = 0; k < n; k++) half[column * n + k] = (half[column * n + k] ?? 0) / pivot
    for (let row = 0; row < n; row++) {
      const factor = left[row * n + column] ?? 0
      if (row === column || factor === 0) continue
      for (const half of [left, right])
        for (let k = 0; k < n; k++) half[row * n + k] = (half[row * n + k] ?? 0) - factor * (half[column * n + k] ?? 0)
    }
  }
  return right.every(Number.isFinite) ? right : null
}

/** Smaller pivots are rounding, not figures. */
const leastPivot = 1e-9
