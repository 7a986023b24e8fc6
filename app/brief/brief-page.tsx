import { figuresCsvAddress } from '#app/brief/addresses.ts'
import { type FiguresBlock, measureOf, placeOf, type ShownBlock } from '#app/brief/shown.ts'
import { FiguresTable } from '#app/brief/table.tsx'
import { BarChart } from '#app/charts/bar/chart.tsx'
import { LineChart } from '#app/charts/line/chart.tsx'
import { PictogramChart } from '#app/charts/pictograms/chart.tsx'
import type { ChartProps, PlannedMark } from '#app/charts/shape.ts'
import { wordedSeries } from '#app/parts/chart-series.ts'
import { Markdown } from '#app/parts/markdown.tsx'
import { useWords } from '#app/parts/words.tsx'

interface BriefPageProps {
  readonly blocks: readonly ShownBlock[]
  /** What the plan or the proposal says, drawn in red over the figures; an empty list where it says nothing. */
  readonly planned: readonly PlannedMark[]
  /** The lasting address of the brief, by which its figures are cited; null leaves it out. */
  readonly address: string | null
}

/** A brief as it is read: words, tables, graphs and pictures in the office's order. */
export function BriefPage({ blocks, planned, address }: BriefPageProps) {
  return (
    <div className="brief">
      {blocks.map((block) =>
        block.kind === 'words' ? (
          <Markdown key={block.id} text={block.text} />
        ) : (
          <BriefFigures key={block.id} block={block} planned={planned} address={address} />
        ),
      )}
    </div>
  )
}

interface BriefFiguresProps extends Omit<BriefPageProps, 'blocks'> {
  readonly block: FiguresBlock
}

/** One block of figures, drawn as its kind says. */
export function BriefFigures({ block, planned, address }: BriefFiguresProps) {
  const words = useWords()
  const series = wordedSeries(block.figures, words)
  const { from, to } = block
  const chart: ChartProps = {
    id: `figures-${block.id}`,
    series,
    title: block.title === '' ? null : block.title,
    measure: measureOf(block.figures, words),
    place: placeOf(block.figures),
    download: figuresCsvAddress(
      series.map((one) => one.id),
      from,
      to,
    ),
    address,
  }
  // A span of one period is that period; bars and pictograms otherwise take the latest that all share.
  const period = from !== null && from === to ? from : null
  switch (block.kind) {
    case 'table':
      return <FiguresTable {...chart} />
    case 'line':
      return <LineChart {...chart} planned={planned} />
    case 'bar':
      return <BarChart {...chart} period={period} planned={planned} />
    case 'pictograms':
      return <PictogramChart {...chart} period={period} per={block.per} />
  }
}
