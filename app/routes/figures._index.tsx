import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { shown } from '#app/doorway.server.ts'
import { seriesHref, seriesName, unitNameOf } from '#app/parts/chart-series.ts'
import { DataTable } from '#app/parts/data-table.tsx'
import { Field, SelectField } from '#app/parts/field.tsx'
import { FigureNumber } from '#app/parts/figure-number.tsx'
import { EmptyState } from '#app/parts/notice.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { Pictogram } from '#app/parts/pictogram.tsx'
import { useWords } from '#app/parts/words.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction = () => [{ title: say('en', 'page-title', { title: say('en', 'figures-title') }) }]

const choices = ['unit', 'measure', 'product', 'search'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const chosen = Object.fromEntries(
    choices.flatMap((name) => {
      const value = asked.get(name)?.trim()
      return value ? [[name, value]] : []
    }),
  ) as Partial<Record<(typeof choices)[number], string>>
  const list = await shown(context.ask('figures.list', { ...chosen, page: asked.get('page') ?? 1 }), context.actor)
  return { list, chosen }
}

export default function FiguresPage() {
  const { list, chosen } = useLoaderData<typeof loader>()
  const words = useWords()
  const query = new URLSearchParams(chosen).toString()
  return (
    <Page
      kicker={<Link to="/books">{words.say('desk-books')}</Link>}
      title={words.say('figures-title')}
      state={words.say('figures-state', { total: list.total })}
      next={null}
    >
      <Section id="series" title={words.say('figures-series')}>
        <Choices />
        {list.series.length === 0 ? (
          <EmptyState
            what={words.say('figures-none')}
            who={words.say('figures-none-who')}
            next={<Link to="/figures">{words.say('figures-show-all')}</Link>}
          />
        ) : (
          <SeriesTable />
        )}
        <Pages query={query} />
        {list.total > 0 && (
          <p>
            <a href={`/figures.csv${query && `?${query}`}`} download>
              {words.say('figures-download')}
            </a>
          </p>
        )}
      </Section>
    </Page>
  )
}

function Choices() {
  const { list, chosen } = useLoaderData<typeof loader>()
  const words = useWords()
  const selects = [
    ['unit', words.say('figures-unit'), words.say('figures-all-units'), list.units],
    ['measure', words.say('figures-measure'), words.say('figures-all-measures'), list.measures],
    ['product', words.say('figures-product'), words.say('figures-all-products'), list.products],
  ] as const
  return (
    <Form method="get" className="choices">
      {selects.map(([name, label, all, things]) => (
        <SelectField key={name} name={name} label={label} hint={null} faults={{}} defaultValue={chosen[name] ?? ''}>
          <option value="">{all}</option>
          {things.map((thing) => (
            <option key={thing.id} value={thing.id}>
              {thing.name}
            </option>
          ))}
        </SelectField>
      ))}
      <Field
        name="search"
        type="search"
        label={words.say('figures-search')}
        hint={words.say('figures-search-hint')}
        faults={{}}
        maxLength={200}
        defaultValue={chosen.search ?? ''}
      />
      <button type="submit" className="button">
        {words.say('figures-show')}
      </button>
    </Form>
  )
}

function SeriesTable() {
  const { list } = useLoaderData<typeof loader>()
  const words = useWords()
  return (
    <DataTable
      caption={words.say('figures-series')}
      isCaptionUnseen
      columns={[
        { head: words.say('figures-series'), isAmount: false },
        { head: words.say('figures-unit'), isAmount: false },
        { head: words.say('figures-latest'), isAmount: true },
        { head: words.say('card-period'), isAmount: false },
        { head: words.say('figures-since'), isAmount: false },
      ]}
      rows={list.series.map((one) => ({
        id: one.id,
        cells: [
          <Link key="name" to={seriesHref(one.id)}>
            <Pictogram name={one.pictogram} word={null} /> {seriesName(one, words)}
          </Link>,
          <Link key="unit" to={`/units/${one.unitId}`}>
            {one.place}
          </Link>,
          one.latest && (
            <FigureNumber
              key="latest"
              text={one.latest.text}
              status={one.latest.status}
              period={one.latest.period}
              unit={one.unit}
              unitName={unitNameOf(one, words)}
              measure={seriesName(one, words)}
              place={one.place}
              source={one.source}
              asOf={one.vintage.asOf}
              href={seriesHref(one.id)}
            />
          ),
          one.latest ? words.period(one.latest.period) : words.say('no-figure'),
          one.first ? words.period(one.first) : '',
        ],
      }))}
    />
  )
}

function Pages({ query }: { query: string }) {
  const { list } = useLoaderData<typeof loader>()
  const words = useWords()
  if (list.pages <= 1) return null
  const to = (page: number) => `/figures?${query && `${query}&`}page=${page}`
  return (
    <nav className="pages" aria-label={words.say('figures-page', { page: list.page, pages: list.pages })}>
      {list.page > 1 && <Link to={to(list.page - 1)}>{words.say('figures-earlier')}</Link>}{' '}
      <span className="soft">{words.say('figures-page', { page: list.page, pages: list.pages })}</span>{' '}
      {list.page < list.pages && <Link to={to(list.page + 1)}>{words.say('figures-later')}</Link>}
    </nav>
  )
}
