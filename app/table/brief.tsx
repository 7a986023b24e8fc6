import { Link } from '@remix-run/react'
import { Fragment, memo } from 'react'
import { BarChart } from '#app/charts/bar/chart.tsx'
import { LineChart } from '#app/charts/line/chart.tsx'
import { PictogramChart } from '#app/charts/pictograms/chart.tsx'
import { periodTable } from '#app/charts/table.ts'
import { seriesHref, wordedSeries } from '#app/parts/chart-series.ts'
import { DataTable } from '#app/parts/data-table.tsx'
import { Markdown } from '#app/parts/markdown.tsx'
import { useMomentWords } from '#app/parts/moment.tsx'
import { EmptyState } from '#app/parts/notice.tsx'
import { Pictogram } from '#app/parts/pictogram.tsx'
import { useWords } from '#app/parts/words.tsx'
import { anchorText, speakAbout } from '#app/table/anchor.ts'
import { figureName } from '#app/table/anchor-name.ts'
import type { TableBrief, TablePage } from '#app/table/page-data.ts'
import type { Anchor } from '#rules/shapes/statement.ts'

type Block = TableBrief['blocks'][number]
type FigureBlock = Exclude<Block, { kind: 'words' }>

interface BriefProps {
  readonly page: TablePage
  readonly said: ReadonlyMap<string, number>
}

/** The figures that the office has laid on the table, in its order; without a brief, the series that bear on the lines. */
export const Brief = memo(function Brief({ page, said }: BriefProps) {
  const words = useWords()
  const { brief, figures } = page
  const bearing = figures.filter((one) => one.why !== null)
  return (
    <div className="brief" id="brief">
      {brief ? (
        <Written brief={brief} page={page} said={said} />
      ) : (
        <EmptyState what={words.say('brief-none')} who={words.say('brief-who')} next={null} />
      )}
      {page.may.brief.ok && (
        <p>
          <Link to={`/proposals/${page.proposal.id}/brief`}>
            {words.say('brief-write', { there: brief ? 'yes' : 'no' })}
          </Link>
        </p>
      )}
      {bearing.length > 0 && (
        <details className="bearing" open={brief === null}>
          <summary>{words.say('bearing-title', { count: bearing.length })}</summary>
          <ul>
            {bearing.map((one) => (
              <li key={one.id}>
                <Pictogram name={one.pictogram} word={null} /> <a href={seriesHref(one.id)}>{figureName(one, words)}</a>{' '}
                <span className="soft small">{words.say('bearing-why', { why: one.why ?? 'doer' })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
})

function Written({ brief, page, said }: BriefProps & { brief: TableBrief }) {
  const words = useWords()
  const at = useMomentWords(brief.frozenAt ?? brief.at, 'day')
  const person = page.people[brief.writtenBy] ?? words.say('person-erased')
  return (
    <>
      <h3>{brief.title}</h3>
      <p className="soft small">
        {words.say(brief.frozenAt ? 'brief-frozen' : 'brief-by', { person, at, version: brief.version })}
      </p>
      {brief.blocks.map((block) =>
        block.kind === 'words' ? (
          <Markdown key={block.id} text={block.text} />
        ) : (
          <Fragment key={block.id}>
            <BriefFigure block={block} />
            <Asked block={block} page={page} said={said} />
          </Fragment>
        ),
      )}
    </>
  )
}

/** Under a figure: what was said about its series, and the way to ask the office about it. */
function Asked({ block, page, said }: BriefProps & { block: FigureBlock }) {
  const words = useWords()
  const anchors = block.figures.map((one): Anchor => ({ kind: 'figure', series: one.id, period: null }))
  const [first] = anchors
  const spoken = anchors.filter((anchor) => (said.get(anchorText(anchor)) ?? 0) > 0)
  if (!first || (spoken.length === 0 && !page.may.speak.ok)) return null
  return (
    <p className="about">
      {spoken.map((anchor) => (
        <Link key={anchorText(anchor)} to={`?about=${encodeURIComponent(anchorText(anchor))}#discussion`}>
          {words.say('about-count', { count: said.get(anchorText(anchor)) ?? 0 })}
        </Link>
      ))}
      {page.may.speak.ok && <Link to={speakAbout(first)}>{words.say('about-figure')}</Link>}
    </p>
  )
}

function BriefFigure({ block }: { block: FigureBlock }) {
  const words = useWords()
  const { figures } = block
  const first = figures[0]
  if (!first) return <p className="soft">{words.say('brief-no-figures')}</p>
  const distinct = (parts: readonly (string | null)[]) => [...new Set(parts)].filter(Boolean).join(', ')
  const chart = {
    id: `brief-${block.id}`,
    series: wordedSeries(figures, words),
    title: block.title,
    measure: distinct([...figures.map((one) => one.measureName), ...figures.map((one) => one.productName)]),
    place: distinct(figures.map((one) => one.place)),
    download: `/figures.csv?${figures.map((one) => `series=${encodeURIComponent(one.id)}`).join('&')}`,
    address: null,
  }
  if (block.kind === 'line') return <LineChart {...chart} planned={[]} />
  if (block.kind === 'bar') return <BarChart {...chart} period={null} planned={[]} />
  if (block.kind === 'pictograms') return <PictogramChart {...chart} period={null} per={block.per} />
  const table = periodTable(wordedSeries(figures, words), words)
  return (
    <div className="brief-table">
      <DataTable
        caption={block.title}
        columns={table.heads.map((head, index) => ({ head, isAmount: index > 0 }))}
        rows={table.rows.slice(-12).map((row) => ({
          id: row.head,
          cells: [
            row.head,
            ...row.cells.map((cell, index) => (
              <span key={table.heads[index + 1]}>
                {cell.amount}
                {cell.status && <span className="status-mark"> {cell.status}</span>}
              </span>
            )),
          ],
        }))}
      />
      <p className="figure-source">
        {words.say('chart-source', {
          producer: first.source.producer,
          title: first.source.title,
          licence: first.source.licence,
        })}{' '}
        {first.source.invented && <span className="invented">{words.say('chart-invented')}</span>}{' '}
        {words.say('chart-as-of', { date: words.day(first.vintage.asOf) })}
      </p>
    </div>
  )
}
