/** Where the figures of a chart can be had as comma-separated values. */
export function figuresCsvAddress(series: readonly string[], from: string | null, to: string | null): string {
  const query = new URLSearchParams(series.map((id) => ['series', id]))
  if (from) query.set('from', from)
  if (to) query.set('to', to)
  return `/figures.csv?${query}`
}
