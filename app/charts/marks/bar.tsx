interface BarProps {
  readonly x: number
  readonly width: number
  readonly y: number
  readonly height: number
  readonly unsure: boolean
}

/** A bar; pale with a dashed edge where its figure is provisional or estimated. */
export function Bar({ x, width, y, height, unsure }: BarProps) {
  // The edge is drawn inside, so that the bar ends where its figure ends.
  const inner = { x: x + 1, y: y + 1, width: Math.max(0, width - 2), height: height - 2 }
  return <rect className={unsure ? 'chart-bar chart-bar-unsure' : 'chart-bar'} {...inner} />
}
