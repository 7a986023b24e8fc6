export interface Tick {
  readonly at: number
  readonly text: string
}

interface AxisProps {
  readonly ticks: readonly Tick[]
  readonly left: number
  readonly right: number
}

/** Level rules with their numbers at the left; the rule at zero is drawn strong by the chart itself. */
export function LevelAxis({ ticks, left, right }: AxisProps) {
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick.text}>
          <line className="chart-rule" x1={left} x2={right} y1={tick.at} y2={tick.at} />
          <text className="chart-soft" x={left - 8} y={tick.at + 5} textAnchor="end">
            {tick.text}
          </text>
        </g>
      ))}
    </g>
  )
}

interface TimeAxisProps {
  readonly months: readonly Tick[]
  readonly years: readonly Tick[]
  /** The base line of the plot. */
  readonly y: number
}

/** Months where there is room, years under them. */
export function TimeAxis({ months, years, y }: TimeAxisProps) {
  const yearBase = y + (months.length > 0 ? 42 : 22)
  return (
    <g>
      {months.map((tick) => (
        <g key={tick.at}>
          <line className="chart-tick" x1={tick.at} x2={tick.at} y1={y} y2={y + 6} />
          <text className="chart-soft" x={tick.at} y={y + 22} textAnchor="middle">
            {tick.text}
          </text>
        </g>
      ))}
      {years.map((tick) => (
        <g key={tick.at}>
          {months.length === 0 && <line className="chart-tick" x1={tick.at} x2={tick.at} y1={y} y2={y + 6} />}
          <text x={tick.at} y={yearBase} textAnchor="middle">
            {tick.text}
          </text>
        </g>
      ))}
    </g>
  )
}
