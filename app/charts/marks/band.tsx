interface BandProps {
  readonly x: number
  readonly width: number
  readonly y: number
  readonly height: number
}

/** A tinted stretch of time behind a chart: every second year. */
export function Band(at: BandProps) {
  return <rect className="chart-band" {...at} />
}
