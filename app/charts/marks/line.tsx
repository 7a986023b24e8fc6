export interface Stroke {
  readonly path: string
  readonly hue: number
  /** The second round of the four hues: thinner lines, open ends. */
  readonly isThin: boolean
  readonly unsure: boolean
}

export interface Dot {
  readonly x: number
  readonly y: number
  readonly hue: number
  readonly open: boolean
}

/** A run of figures without a gap; dashed where they are provisional or estimated. */
export function LineStroke({ stroke }: { stroke: Stroke }) {
  const dash = `${stroke.isThin ? ' chart-line-thin' : ''}${stroke.unsure ? ' chart-line-unsure' : ''}`
  return <path className={`chart-line hue-${stroke.hue}${dash}`} d={stroke.path} />
}

/** A single figure: the end of a line, or one that stands between gaps. */
export function LineDot({ dot }: { dot: Dot }) {
  return (
    <circle className={`chart-dot hue-${dot.hue}${dot.open ? ' chart-dot-open' : ''}`} cx={dot.x} cy={dot.y} r={4.5} />
  )
}
