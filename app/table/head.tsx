import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useMomentWords } from '#app/parts/moment.tsx'
import { Page } from '#app/parts/page.tsx'
import { Stamp } from '#app/parts/stamp.tsx'
import { useWords, type Wording } from '#app/parts/words.tsx'
import { isOpen } from '#app/table/amendments.tsx'
import type { TablePage } from '#app/table/page-data.ts'
import { countMajority } from '#rules/voting/majority.ts'
import { sentenceOf } from '#rules/voting/sentences.ts'

interface HeadProps {
  readonly page: TablePage
  readonly children: ReactNode
}

/** The first screen: what is proposed, how it stands, and the one thing for this reader to do. */
export function Head({ page, children }: HeadProps) {
  const words = useWords()
  return (
    <Page
      kicker={
        <>
          <Link to={`/units/${page.unit.id}`}>{page.unit.name}</Link>
          <StageStamp stage={page.proposal.stage} />
          <span>
            {words.say('proposed-by', { person: page.people[page.proposal.proposerId] ?? words.say('person-erased') })}
          </span>
        </>
      }
      title={page.body.title}
      state={<State page={page} />}
      next={nextStep(page, words)}
    >
      {children}
    </Page>
  )
}

/** How a proposal stands, by word and mark. */
export function StageStamp({ stage }: { stage: TablePage['proposal']['stage'] }) {
  const words = useWords()
  const word = words.say(`stage-${stage}`)
  if (stage === 'rejected' || stage === 'withdrawn') return <span className="stamp">{word}</span>
  return <Stamp meaning={stage === 'adopted' || stage === 'recorded' ? 'decided' : 'proposed'} word={word} />
}

function State({ page }: { page: TablePage }) {
  const words = useWords()
  const { proposal, amendments, votes } = page
  const open = votes.find((vote) => vote.state === 'open')
  const last = votes.find((vote) => vote.amendmentId === null && vote.result)
  const since = useMomentWords(proposal.openedAt, 'day')
  const closes = useMomentWords(open?.closesAt ?? proposal.openedAt, 'minute')
  if (open)
    return words.say('state-voting', {
      what: open.amendmentId ? 'amendment' : 'proposal',
      closes,
      cast: open.cast,
      entitled: open.entitled,
      mine: open.mine,
    })
  if (last?.result && proposal.stage !== 'discussion') {
    const said = sentenceOf(countMajority(last.result))
    const after =
      proposal.stage === 'recorded' || proposal.stage === 'adopted' ? ` ${words.say(`state-${proposal.stage}`)}` : ''
    return `${words.say(said.code, said.values)}${after}`
  }
  if (proposal.stage === 'withdrawn') return words.say('state-withdrawn', { since })
  return words.say('state-discussion', {
    since,
    version: proposal.version,
    amendments: amendments.filter(isOpen).length,
    collides: amendments.filter((one) => one.state === 'collides').length,
  })
}

/** The one thing to do next for this reader: the most pressing that is open to them. */
function nextStep(page: TablePage, words: Wording): ReactNode {
  const { may, reader, proposal } = page
  const step = (href: string, code: Parameters<Wording['say']>[0]) => (
    <a className="button" href={href}>
      {words.say(code)}
    </a>
  )
  if (reader.id === null)
    return proposal.stage === 'discussion' || proposal.stage === 'voting' ? (
      <Link className="button" to="/sign-in">
        {words.say('next-sign-in')}
      </Link>
    ) : null
  if (page.votes.some((vote) => vote.state === 'open' && vote.mine === 'open')) return step('#vote', 'next-vote')
  if (may.confirmMinute.ok) return step(`/proposals/${proposal.id}/minute`, 'next-minute')
  const own = page.amendments.find((one) => one.personId === reader.id && one.state === 'collides')
  if (own && may.amendments[own.id]?.rewrite.ok) return step(`#amendment-${own.id}`, 'next-rewrite')
  if (page.amendments.some((one) => may.amendments[one.id]?.accept.ok)) return step('#amendments', 'next-decide')
  const waiting = page.statements.find((one) => one.kind === 'question' && !isAnswered(page, one.id))
  if (may.answer.ok && waiting) return step(`#statement-${waiting.id}`, 'next-answer')
  if (may.brief.ok && page.brief === null && proposal.stage === 'discussion')
    return step(`/proposals/${proposal.id}/brief`, 'next-brief')
  if (page.minute) return step(`/proposals/${proposal.id}/minute`, 'next-read-minute')
  if (may.amend.ok)
    return (
      <Link className="button" to="?amend=new" preventScrollReset>
        {words.say('next-amend')}
      </Link>
    )
  return may.speak.ok ? step('#say', 'next-speak') : null
}

const isAnswered = (page: TablePage, id: string): boolean =>
  page.statements.some((one) => one.replyTo === id && one.kind === 'answer')
