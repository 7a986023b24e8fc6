import { Link } from '@remix-run/react'
import { PictogramChart } from '#app/charts/pictograms/chart.tsx'
import type { ChartSeries } from '#app/charts/shape.ts'
import { seriesName, unitNameOf } from '#app/parts/chart-series.ts'
import { DataTable } from '#app/parts/data-table.tsx'
import { Amount } from '#app/parts/figure-number.tsx'
import { EmptyState } from '#app/parts/notice.tsx'
import { Section } from '#app/parts/page.tsx'
import { Pictogram } from '#app/parts/pictogram.tsx'
import { useWords, type Wording } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'

type Start = AnswerOf<'start.page'>
type Product = Start['products'][number]

/** The output of the last reported month beside the year before: the main products as pictures, all of them as a table. */
export function Made({ start, address }: { start: Start; address: string }) {
  const words = useWords()
  const { month } = start
  if (month === null) {
    return <EmptyState what={words.say('start-made-none')} who={words.say('start-made-none-who')} next={null} />
  }
  const pictured = start.pictured.flatMap((id) => start.products.filter((product) => product.productId === id))
  return (
    <Section
      id="made"
      title={words.say('start-made-title', { month: words.period(month) })}
      lead={words.say('start-made-lead')}
    >
      <div className="beside">
        {pictured.map((product) => (
          <PictogramChart
            key={product.productId}
            id={`made-${product.productId}`}
            series={[twoYears(product, words)]}
            title={null}
            measure={seriesName({ ...product, counterpartName: null }, words)}
            place={words.say('start-made-place', { reported: product.now?.reported ?? 0, of: product.now?.of ?? 0 })}
            download={csvOf(product.productId)}
            address={`${address}#made-${product.productId}`}
            period={null}
            per={null}
          />
        ))}
      </div>
      <details className="more">
        <summary>{words.say('start-made-all')}</summary>
        <ProductTable start={start} month={month} />
      </details>
      <p>
        <Link to="/figures">{words.say('start-made-figures')}</Link>
      </p>
    </Section>
  )
}

function ProductTable({ start, month }: { start: Start; month: string }) {
  const words = useWords()
  return (
    <DataTable
      caption={words.say('start-made-all')}
      isCaptionUnseen
      columns={[
        { head: words.say('start-made-product'), isAmount: false },
        { head: words.say('start-made-before'), isAmount: true },
        { head: words.period(month), isAmount: true },
        { head: words.say('start-made-coverage'), isAmount: false },
      ]}
      rows={start.products.map((product) => ({
        id: product.productId,
        cells: [
          <Link key="name" to={`/figures?measure=output&product=${product.productId}`}>
            <Pictogram name={product.pictogram} word={null} /> {product.productName}
          </Link>,
          <Sum key="before" text={product.before?.text ?? null} unit={product.unit} />,
          <Sum key="now" text={product.now?.text ?? null} unit={product.unit} />,
          coverage(product, start.units, words),
        ],
      }))}
    />
  )
}

function Sum({ text, unit }: { text: string | null; unit: string }) {
  const words = useWords()
  return text === null ? <span className="soft">{words.say('no-figure')}</span> : <Amount text={text} unit={unit} />
}

function coverage({ now }: Product, units: Start['units'], words: Wording): string {
  const counts = { reported: now?.reported ?? 0, of: now?.of ?? 0 }
  if (!now || now.missing.length === 0) return words.say('start-made-covered', counts)
  const names = now.missing.map((id) => units[id] ?? id)
  return words.say('start-made-missing', { ...counts, units: names.join(', ') })
}

/** A product's month and, where it was reported, the year before as one series: two rows of pictures. */
function twoYears(product: Product, words: Wording): ChartSeries {
  const points = [product.before, product.now].flatMap((point) =>
    point && point.text !== null
      ? [{ period: point.period, status: point.status, text: point.text, value: placedAt(point.text) }]
      : [],
  )
  return { ...drawn(product, words), points }
}

const placedAt = (text: string | null) => (text === null ? null : Number(text))

/** What a chart needs of a product's sum beside its points. */
export const drawn = (
  product: Pick<
    Product,
    'productId' | 'measureName' | 'productName' | 'unit' | 'unitCode' | 'pictogram' | 'source' | 'vintage'
  >,
  words: Wording,
): Omit<ChartSeries, 'points'> => ({
  id: `output of ${product.productId}`,
  name: seriesName({ ...product, counterpartName: null }, words),
  unit: product.unit,
  unitName: unitNameOf(product, words),
  source: product.source,
  vintage: product.vintage,
  pictogram: product.pictogram,
})

/** The figures that were added up. */
export const csvOf = (productId: string): string =>
  `/figures.csv?${new URLSearchParams({ measure: 'output', product: productId })}`
