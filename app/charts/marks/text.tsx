/** The height of one line of chart words, and the size they are set in, in units of the drawing. */
export const lineHeight = 19
export const textSize = 16

/** About how wide a text is set. The server has no font to measure with: 0.56 of the size a letter, on the safe side. */
export const widthOf = (text: string): number => text.length * textSize * 0.56

/** Breaks a name into lines of at most `room` units; a longer single word keeps its line to itself. */
export function wrap(text: string, room: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`) <= room) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

interface LinesProps {
  readonly x: number
  /** The base of the first line. */
  readonly y: number
  readonly lines: readonly string[]
  readonly anchor: 'start' | 'middle' | 'end'
  readonly className: string
}

/** Words in a chart, one or more lines of them. */
export function Lines({ x, y, lines, anchor, className }: LinesProps) {
  return (
    <text x={x} y={y} textAnchor={anchor} className={className}>
      {lines.map((line, index) => (
        <tspan key={line} x={x} dy={index === 0 ? 0 : lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  )
}
