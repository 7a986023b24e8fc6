interface RuleProps {
  readonly x1: number
  readonly x2: number
  readonly y1: number
  readonly y2: number
}

/** The zero line: what bars stand on and lines are measured from. */
export function ZeroRule(at: RuleProps) {
  return <line className="chart-zero" {...at} />
}

/** The plan: a red stroke with a gap of paper around it, so that it is seen over bars and lines. */
export function PlanRule(at: RuleProps) {
  return (
    <g>
      <line className="chart-plan-halo" {...at} />
      <line className="chart-plan" {...at} />
    </g>
  )
}
