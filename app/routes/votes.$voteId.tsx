import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { answerActForm } from '#app/act-answer.server.ts'
import { shown } from '#app/doorway.server.ts'
import { useFollowed } from '#app/parts/followed.ts'
import { useMomentWords } from '#app/parts/moment.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { Stamp } from '#app/parts/stamp.tsx'
import { useWords, type Wording, wordsIn } from '#app/parts/words.tsx'
import { Ballot } from '#app/vote/ballot.tsx'
import { Matter } from '#app/vote/matter.tsx'
import { PassedStamp, Result } from '#app/vote/result.tsx'
import { Roll } from '#app/vote/roll.tsx'
import type { ShownVote } from '#app/vote/shown.ts'
import { countMajority } from '#rules/voting/majority.ts'
import { requirementOf, sentenceOf } from '#rules/voting/sentences.ts'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: say('en', 'page-title', {
      title: data ? question(data.page, wordsIn('en', 'UTC')) : say('en', 'votes-title', { count: 1 }),
    }),
  },
]

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = await shown(context.ask('vote.page', { voteId: params.voteId ?? '' }), context.actor)
  // The figures stand in the export; a page need not carry all of them.
  const { frozen, manifest: _, ...rest } = page
  const site = context.settings.publicUrl ?? new URL(request.url).origin
  return {
    page: { ...rest, grounds: { moment: frozen.moment, brief: frozen.brief?.version ?? null } },
    seed: crypto.randomUUID(),
    site,
    isOver: page.vote.state === 'open' && page.vote.closesAt <= new Date().toISOString(),
  }
}

export const action = ({ request, context, params }: ActionFunctionArgs) =>
  answerActForm({
    request,
    context,
    readings: { 'vote.cast': ({ unitId, voteId, choice }) => ({ unitId, voteId, choice }) },
    next: () => `/votes/${params.voteId}#ballot`,
  })

export default function VotePageView() {
  const { page, seed, site, isOver } = useLoaderData<typeof loader>()
  const words = useWords()
  const { vote } = page
  useFollowed({ id: vote.unitId, number: page.streamNumber }, vote.proposalId)
  const closes = useMomentWords(vote.closesAt, 'minute')
  const result = vote.result ? countMajority(vote.result) : null
  const said = result ? sentenceOf(result) : null
  const requirement = requirementOf(vote.rule, vote.entitled)
  const passed = result?.outcome === 'passed'
  return (
    <Page
      kicker={
        <>
          <Link to={`/units/${vote.unitId}`}>{words.say('vote-page-kicker', { unit: page.unit.name })}</Link>
          {result ? <PassedStamp passed={passed} /> : <Stamp meaning="proposed" word={words.say('vote-open')} />}
        </>
      }
      title={question(page, words)}
      state={
        said
          ? words.say(said.code, said.values)
          : isOver
            ? words.say('vote-page-over')
            : words.say('vote-page-state', { closes, cast: vote.cast, entitled: vote.entitled, mine: vote.mine })
      }
      next={<Next page={page} passed={passed} />}
    >
      {result ? (
        <Section id="result" title={words.say('vote-page-result')}>
          <Result page={page} result={result} />
        </Section>
      ) : (
        <Section
          id="ballot"
          title={words.say('vote-page-ballot')}
          lead={words.say(requirement.code, requirement.values)}
        >
          <Ballot page={page} seed={seed} />
        </Section>
      )}
      <Section id="matter" title={words.say('vote-page-what')}>
        <Matter page={page} />
      </Section>
      <Section
        id="grounds"
        title={words.say('vote-page-grounds')}
        lead={words.say('vote-page-grounds-lead', { date: words.day(page.grounds.moment) })}
      >
        {page.grounds.brief === null ? (
          <p>{words.say('vote-page-no-brief')}</p>
        ) : (
          <p>
            <Link to={`/proposals/${vote.proposalId}/brief`}>{words.say('vote-page-brief')}</Link>
          </p>
        )}
      </Section>
      <Section
        id="roll"
        title={words.say(vote.state === 'open' ? 'vote-page-may' : 'vote-page-roll')}
        lead={vote.state === 'closed' && words.say('vote-page-roll-lead')}
      >
        <Roll page={page} />
      </Section>
      <Section id="check" title={words.say('vote-page-check')} lead={words.say('vote-page-check-lead')}>
        <p>
          <code>npm run -s cli -- verify {site}</code>
        </p>
        <dl className="facts">
          <dt>{words.say('vote-page-manifest')}</dt>
          <dd className="hash">{vote.manifestHash}</dd>
          <dt>{words.say('vote-page-frozen')}</dt>
          <dd className="hash">{vote.frozenHash}</dd>
          <dt>{words.say('vote-page-opened-entry')}</dt>
          <dd>
            <Link to={`/journal/${vote.unitId}/${vote.number}`}>{words.decimal(String(vote.number))}</Link>
          </dd>
        </dl>
      </Section>
    </Page>
  )
}

/** The one thing to do next. */
function Next({ page, passed }: { page: ShownVote; passed: boolean }) {
  const words = useWords()
  const { vote } = page
  if (vote.state === 'open' && page.may.cast.ok && page.ownChoice === null)
    return (
      <a className="button" href="#ballot">
        {words.say('vote-page-next-vote')}
      </a>
    )
  if (vote.state === 'closed' && passed && !page.amendment)
    return (
      <Link className="button" to={`/proposals/${vote.proposalId}/minute`}>
        {words.say('vote-page-next-minute')}
      </Link>
    )
  return (
    <Link className="button quiet" to={`/proposals/${vote.proposalId}`}>
      {words.say('vote-page-next-proposal')}
    </Link>
  )
}

const question = (page: ShownVote, words: Wording): string =>
  page.amendment
    ? words.say('vote-page-question-amendment', {
        title: page.body.title,
        person: page.people[page.amendment.personId] ?? words.say('person-erased'),
      })
    : words.say('vote-page-question', { title: page.body.title })
