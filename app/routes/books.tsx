import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { answered } from '#app/answered.server.ts'
import { shown } from '#app/doorway.server.ts'
import { type Definable, DefinitionForm, definable } from '#app/parts/books/forms.tsx'
import { DataTable } from '#app/parts/data-table.tsx'
import { Notice } from '#app/parts/notice.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { doneBy, PageForm } from '#app/parts/page-form.tsx'
import { Pictogram } from '#app/parts/pictogram.tsx'
import { useWords } from '#app/parts/words.tsx'
import { unitSymbol } from '#figures/measurement.ts'
import { bookkeeping } from '#rules/bookkeeping.ts'
import type { Measure, Product, Source } from '#rules/shapes/figures.ts'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction = () => [{ title: say('en', 'page-title', { title: say('en', 'books-title') }) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await shown(context.ask('books.page', {}), context.actor)
  const asked = new URL(request.url).searchParams.get('define')
  return { page, define: definable.find((kind) => kind === asked) ?? null, actId: crypto.randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  // A form holds texts; the acts' own shapes refuse what is wrong with them.
  const given = <T,>(input: Record<string, unknown>) => input as unknown as T
  const emptyIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
  return answered({
    request,
    context,
    forms: {
      measure: async ({ input, actId }) => {
        const measure = { ...input, unit: emptyIsNull(input.unit), decimals: Number(input.decimals) }
        await context.perform('measure.define', given<Measure>(measure), actId)
        return { name: input.name }
      },
      product: async ({ input, actId }) => {
        await context.perform('product.define', given<Product>(input), actId)
        return { name: input.name }
      },
      source: async ({ input, actId }) => {
        const source = { ...input, url: emptyIsNull(input.url), invented: false }
        await context.perform('source.define', given<Source>(source), actId)
        return { name: input.title }
      },
      usual: async () => {
        const { missing } = await context.ask('books.page', {})
        for (const measure of bookkeeping.filter((usual) => missing.some(({ id }) => id === usual.id)))
          await context.perform('measure.define', measure)
        return { name: missing.map((measure) => measure.name).join(', ') }
      },
    },
  })
}

export default function BooksPage() {
  const { page, define, actId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords()
  const { measures, products, sources, missing } = page
  const defined = [...definable, 'usual'].map((form) => doneBy<{ name: string }>(answer, form)).find(Boolean)
  const head = (...codes: Parameters<typeof words.say>[0][]) =>
    codes.map((code) => ({ head: words.say(code), isAmount: false }))
  const form = (kind: Definable) =>
    page.may.define.ok && <Defining {...{ kind, isOpen: define === kind, answer, actId }} />
  return (
    <Page
      kicker={null}
      title={words.say('books-title')}
      state={words.say('books-state', {
        measures: measures.length,
        products: products.length,
        sources: sources.length,
      })}
      next={null}
    >
      {defined && (
        <Notice meaning="figures" title={null} isAnswer>
          <p>{words.say('books-defined', { name: defined.name })}</p>
        </Notice>
      )}
      {page.may.define.ok && missing.length > 0 && (
        <PageForm name="usual" answer={answer} actId={actId} labels={{}}>
          {({ isBusy }) => (
            <>
              <p>
                {words.say('books-usual-lead', {
                  count: missing.length,
                  names: missing.map((measure) => measure.name).join(', '),
                })}
              </p>
              <button type="submit" className="button" disabled={isBusy}>
                {words.say('books-usual')}
              </button>
            </>
          )}
        </PageForm>
      )}
      <Section id="measures" title={words.say('books-measures')} lead={words.say('books-measures-lead')}>
        {measures.length === 0 ? (
          <p>{words.say('books-none')}</p>
        ) : (
          <DataTable
            caption={words.say('books-measures')}
            isCaptionUnseen
            columns={head('books-name', 'books-kind', 'books-unit', 'books-aggregation', 'books-definition')}
            rows={measures.map((each) => ({
              id: each.id,
              cells: [
                each.name,
                words.say(`books-kind-${each.kind}`),
                each.unit === null ? words.say('books-unit-of-product') : unitSymbol(each.unit),
                words.say(`books-aggregation-${each.aggregation}`),
                each.definition,
              ],
            }))}
          />
        )}
        {form('measure')}
      </Section>
      <Section id="products" title={words.say('books-products')} lead={words.say('books-products-lead')}>
        {products.length === 0 ? (
          <p>{words.say('books-none')}</p>
        ) : (
          <DataTable
            caption={words.say('books-products')}
            isCaptionUnseen
            columns={head('books-name', 'books-pictogram', 'books-unit')}
            rows={products.map((each) => ({
              id: each.id,
              cells: [each.name, <Pictogram key="symbol" name={each.pictogram} word={null} />, unitSymbol(each.unit)],
            }))}
          />
        )}
        {form('product')}
      </Section>
      <Section id="sources" title={words.say('books-sources')} lead={words.say('books-sources-lead')}>
        {sources.length === 0 ? (
          <p>{words.say('books-none')}</p>
        ) : (
          <DataTable
            caption={words.say('books-sources')}
            isCaptionUnseen
            columns={head('books-source-title', 'books-producer', 'books-licence')}
            rows={sources.map((each) => ({
              id: each.id,
              cells: [
                each.url ? (
                  <a key="address" href={each.url} rel="noreferrer">
                    {each.title}
                  </a>
                ) : (
                  each.title
                ),
                each.producer,
                each.licence,
              ],
            }))}
          />
        )}
        {form('source')}
      </Section>
    </Page>
  )
}

interface DefiningProps {
  readonly kind: Definable
  readonly isOpen: boolean
  readonly answer: ReturnType<typeof useActionData<typeof action>>
  readonly actId: string
}

/** One form at a time: the address says which, so that it opens without JavaScript too. */
function Defining({ kind, isOpen, answer, actId }: DefiningProps) {
  const words = useWords()
  const title = words.say(`books-new-${kind}`)
  if (!isOpen)
    return (
      <p>
        <Link to={`?define=${kind}#new-${kind}`} preventScrollReset>
          {title}
        </Link>
      </p>
    )
  return (
    <div id={`new-${kind}`}>
      <h3>{title}</h3>
      <DefinitionForm kind={kind} answer={answer} actId={actId} />
    </div>
  )
}
