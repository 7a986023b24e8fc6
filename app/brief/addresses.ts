/** Where a series stands: its id has four parts, the last ones may be empty. */
export const seriesAddress = (id: string): string => `/figures/${id.replace(/\/+$/, '')}`

/** Where the same figures can be had as comma-separated values. */
export function figuresCsvAddress(series: readonly string[], from: string | null, to: string | null): string {
  const query = new URLSearchParams(series.map((id) => ['series', id]))
  if (from) query.set('from', from)
  if (to) query.set('to', to)
  return `/figures.csv?${query}`
}
