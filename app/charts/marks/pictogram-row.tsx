import { extentOf, knownPictogram } from '#app/charts/marks/symbols.ts'

export interface PlacedSymbol {
  readonly x: number
  readonly y: number
  /** How much of it is drawn, from its left edge: above 0, at most 1. */
  readonly share: number
}

interface PictogramRowProps {
  readonly symbols: readonly PlacedSymbol[]
  readonly size: number
  readonly pictogram: string
  readonly unsure: boolean
}

/** A row of one symbol, repeated and never scaled; the last one is clipped. */
export function PictogramRow({ symbols, size, pictogram, unsure }: PictogramRowProps) {
  const [left, right] = extentOf(pictogram)
  return (
    <g className={unsure ? 'chart-symbol chart-symbol-unsure' : 'chart-symbol'}>
      {symbols.map(({ x, y, share }) => (
        <svg
          key={`${x} ${y}`}
          x={x}
          y={y}
          width={round(((right - left) / 24) * size * share)}
          height={size}
          viewBox={`${left} 0 ${round((right - left) * share)} 24`}
          preserveAspectRatio="xMinYMin slice"
          aria-hidden="true"
        >
          <use href={`/pictograms.svg#${knownPictogram(pictogram)}`} width={24} height={24} />
        </svg>
      ))}
    </g>
  )
}

const round = (length: number) => Math.round(length * 100) / 100
