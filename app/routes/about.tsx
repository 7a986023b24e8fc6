import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { DataTable } from '#app/parts/data-table.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { Pictogram } from '#app/parts/pictogram.tsx'
import { useWords } from '#app/parts/words.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction = () => [{ title: say('en', 'page-title', { title: say('en', 'about-title') }) }]

export const loader = async ({ context }: LoaderFunctionArgs) => ({ page: await context.ask('about.page', {}) })

const parts = [
  ['offices', 'hour', ['about-offices-1', 'about-offices-2']],
  ['assemblies', 'person', ['about-assemblies-1', 'about-assemblies-2']],
  ['proposals', 'hand', ['about-proposals-1', 'about-proposals-2']],
  ['votes', 'ballot', ['about-votes-1']],
  ['plan', 'gear', ['about-plan-1']],
  ['journal', 'box', ['about-journal-1', 'about-journal-2']],
] as const

const laws = ['1', '2', '3', '4', '5', '6', '7'] as const

export default function AboutPage() {
  const { page } = useLoaderData<typeof loader>()
  const words = useWords()
  return (
    <Page
      kicker={null}
      title={words.say('about-title')}
      state={words.say('about-state')}
      next={
        <Link className="button" to="/proposals">
          {words.say('about-next')}
        </Link>
      }
    >
      <div className="explained">
        {parts.map(([id, symbol, sentences]) => (
          <section key={id} aria-labelledby={`${id}-title`}>
            <Pictogram name={symbol} word={null} />
            <div>
              <h2 id={`${id}-title`}>{words.say(`about-${id}`)}</h2>
              {sentences.map((code) => (
                <p key={code}>{words.say(code)}</p>
              ))}
            </div>
          </section>
        ))}
      </div>
      <Section id="laws" title={words.say('about-laws')}>
        <ol>
          {laws.map((law) => (
            <li key={law}>{words.say(`about-law-${law}`)}</li>
          ))}
        </ol>
      </Section>
      {page.demo && (
        <Section id="invented" title={words.say('about-demo')}>
          <p>{words.say('about-demo-1')}</p>
          <p>{words.say('about-demo-2')}</p>
        </Section>
      )}
      <Section id="sources" title={words.say('about-sources')} lead={words.say('about-sources-lead')}>
        {page.sources.length === 0 ? <p>{words.say('about-sources-none')}</p> : <Sources />}
      </Section>
    </Page>
  )
}

function Sources() {
  const { page } = useLoaderData<typeof loader>()
  const words = useWords()
  return (
    <DataTable
      caption={words.say('about-sources')}
      isCaptionUnseen
      columns={[
        { head: words.say('about-source-title'), isAmount: false },
        { head: words.say('about-source-producer'), isAmount: false },
        { head: words.say('about-source-licence'), isAmount: false },
        { head: words.say('about-source-kind'), isAmount: false },
      ]}
      rows={page.sources.map((source) => ({
        id: source.id,
        cells: [
          source.url ? (
            <a key="title" href={source.url} rel="nofollow noopener">
              {source.title}
            </a>
          ) : (
            source.title
          ),
          source.producer,
          source.licence,
          source.invented ? (
            <span key="kind" className="invented">
              {words.say('invented')}
            </span>
          ) : (
            words.say('about-source-real')
          ),
        ],
      }))}
    />
  )
}
