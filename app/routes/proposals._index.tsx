import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { shown } from '#app/doorway.server.ts'
import { Moment, useMomentWords } from '#app/parts/moment.tsx'
import { EmptyState } from '#app/parts/notice.tsx'
import { Page } from '#app/parts/page.tsx'
import { useWords } from '#app/parts/words.tsx'
import { StageStamp } from '#app/table/head.tsx'
import type { AnswerOf } from '#db/views/index.ts'
import { stages } from '#rules/shapes/proposal.ts'
import { say } from '#rules/words/say.ts'

type List = AnswerOf<'proposals.list'>

export const meta: MetaFunction = () => [{ title: say('en', 'page-title', { title: say('en', 'proposals-title') }) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const input = {
    unitId: asked.get('unit') || null,
    stage: stages.find((stage) => stage === asked.get('stage')) ?? null,
    skip: asked.get('skip') ?? 0,
  }
  return { list: await shown(context.ask('proposals.list', input), context.actor), ...input }
}

export default function ProposalsPage() {
  const { list, stage, unitId } = useLoaderData<typeof loader>()
  const words = useWords()
  const open = (list.counts.discussion ?? 0) + (list.counts.voting ?? 0)
  const waiting = list.proposals.filter((each) => each.votes.some((vote) => vote.waitsForMe)).length
  const kept = unitId ? { unit: unitId } : {}
  const address = (query: Record<string, string>) => `?${new URLSearchParams({ ...kept, ...query })}`
  return (
    <Page
      kicker={unitId && <Link to={`/units/${unitId}`}>{list.units[unitId] ?? unitId}</Link>}
      title={words.say('proposals-title')}
      state={words.say('proposals-state', { open, waiting })}
      next={null}
    >
      <nav className="stages" aria-label={words.say('proposals-stages')}>
        <ul>
          <li>
            <Link to={address({})} aria-current={stage === null ? 'true' : undefined}>
              {words.say('proposals-all')}
            </Link>
          </li>
          {stages
            .filter((each) => (list.counts[each] ?? 0) > 0)
            .map((each) => (
              <li key={each}>
                <Link to={address({ stage: each })} aria-current={stage === each ? 'true' : undefined}>
                  {words.say(`stage-${each}`)} <span className="soft">{list.counts[each]}</span>
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      {list.proposals.length === 0 ? (
        <EmptyState what={words.say('proposals-none')} who={words.say('proposals-who')} next={null} />
      ) : (
        <ol className="entries">
          {list.proposals.map((proposal) => (
            <Entry key={proposal.id} proposal={proposal} list={list} />
          ))}
        </ol>
      )}
      {list.more && (
        <p>
          <Link to={address({ ...(stage ? { stage } : {}), skip: String(list.skip + list.proposals.length) })}>
            {words.say('proposals-more')}
          </Link>
        </p>
      )}
    </Page>
  )
}

function Entry({ proposal, list }: { proposal: List['proposals'][number]; list: List }) {
  const words = useWords()
  const [vote] = proposal.votes
  const closes = useMomentWords(vote?.closesAt ?? proposal.movedAt, 'minute')
  const waits = proposal.votes.some((each) => each.waitsForMe)
  return (
    <li className="proposal-entry">
      <h2>
        <Link to={`/proposals/${proposal.id}`}>{proposal.title}</Link>
      </h2>
      <p className="entry-meta">
        <StageStamp stage={proposal.stage} />
        <span>{list.units[proposal.unitId] ?? proposal.unitId}</span>
        <span>
          {words.say('proposed-by', { person: list.people[proposal.proposerId] ?? words.say('person-erased') })}
        </span>
      </p>
      <p>
        {waits ? (
          <strong>{words.say('proposals-waits', { closes })}</strong>
        ) : (
          <>
            {vote && `${words.say('proposals-vote', { closes })} `}
            {words.say('proposals-counts', {
              version: proposal.version,
              statements: proposal.statements,
              amendments: proposal.amendments,
            })}
          </>
        )}{' '}
        <span className="soft">
          {words.say('proposals-moved')} <Moment at={proposal.newestAt} to="day" />
        </span>
      </p>
    </li>
  )
}
