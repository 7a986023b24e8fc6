import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { answerActForm } from '#app/act-answer.server.ts'
import { shown } from '#app/doorway.server.ts'
import { Confirm } from '#app/minute/confirm.tsx'
import { nameIn, type ShownMinute } from '#app/minute/shown.ts'
import { MinuteText } from '#app/minute/text.tsx'
import { Markdown } from '#app/parts/markdown.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { Stamp } from '#app/parts/stamp.tsx'
import { useWords, type Wording } from '#app/parts/words.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const title = say('en', 'minute-title', { title: data?.page.proposal.title ?? '' })
  return [{ title: say('en', 'page-title', { title }) }]
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const answer = await shown(context.ask('minute.page', { proposalId: params.proposalId ?? '' }), context.actor)
  const { text: _, ...page } = answer
  const site = context.settings.publicUrl ?? new URL(request.url).origin
  return { page, seed: crypto.randomUUID(), site }
}

export const action = ({ request, context, params }: ActionFunctionArgs) =>
  answerActForm({
    request,
    context,
    readings: {
      'minute.confirm': ({ unitId, proposalId, draftHash, remark }) => ({
        unitId,
        proposalId,
        draftHash,
        remark: typeof remark === 'string' && remark.trim() !== '' ? remark : null,
      }),
    },
    next: () => `/proposals/${params.proposalId}/minute`,
  })

export default function MinutePage() {
  const { page, seed, site } = useLoaderData<typeof loader>()
  const words = useWords()
  const mayConfirm = page.may.confirm.ok
  const address = `/proposals/${page.proposal.id}/minute`
  return (
    <Page
      kicker={
        <>
          <Link to={`/units/${page.unit.id}`}>{words.say('minute-kicker', { unit: page.unit.name })}</Link>
          {page.confirmed ? (
            <Stamp meaning="decided" word={words.say('minute-confirmed-stamp')} />
          ) : (
            <Stamp meaning="proposed" word={words.say('minute-draft')} />
          )}
        </>
      }
      title={words.say('minute-title', { title: page.proposal.title })}
      state={stateSentence(page, words)}
      next={
        mayConfirm ? (
          <a className="button" href="#confirm">
            {words.say('minute-next-confirm')}
          </a>
        ) : (
          <Link className="button quiet" to={`/proposals/${page.proposal.id}`}>
            {words.say('vote-page-next-proposal')}
          </Link>
        )
      }
    >
      <MinuteText page={page} />
      {page.confirmed?.remark && (
        <Section id="remark" title={words.say('minute-remark')}>
          <Markdown text={page.confirmed.remark} />
        </Section>
      )}
      {mayConfirm && (
        <Section id="confirm" title={words.say('minute-confirm-title')} lead={words.say('minute-confirm-lead')}>
          <Confirm page={page} seed={seed} />
        </Section>
      )}
      <Section id="proof" title={words.say('minute-proof')} lead={words.say('minute-proof-lead')}>
        <dl className="facts">
          <dt>{words.say('minute-hash')}</dt>
          <dd className="hash">{page.hash}</dd>
        </dl>
        <p>
          <a href={`${address}.json`} download data-address={`${site}${address}.json`}>
            {words.say('minute-download')}
          </a>
        </p>
        <p className="only-print">
          {site}
          {address}
        </p>
      </Section>
    </Page>
  )
}

function stateSentence(page: ShownMinute, words: Wording): string {
  if (page.confirmed)
    return words.say('minute-state-confirmed', {
      delegate: nameIn(page, page.confirmed.delegateId, words),
      date: words.day(page.confirmed.at),
    })
  const outcome = page.minute.decision?.outcome
  if (outcome === 'adopted') return words.say('minute-state-waiting')
  return words.say(outcome === 'rejected' ? 'minute-state-rejected' : 'minute-state-open')
}
