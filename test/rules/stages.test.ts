import { describe, expect, test } from 'vitest'
import { amendmentLife, life } from '#rules/life.ts'
import { firstBroken, type Verdict } from '#rules/rule.ts'
import { amendmentStates, stages } from '#rules/shapes/proposal.ts'
import * as may from '#rules/stages.ts'
import { hasWords, say } from '#rules/words/say.ts'

const now = '2027-03-03T16:00:00.000Z'
const closesAt = '2027-03-03T17:00:00.000Z'

const proposal = { stage: 'discussion' as const, version: 3, proposerId: 'ada' }
const amendment = { id: 'a1', state: 'tabled' as const, base: 3 }
const numbers = { amendmentVote: 2, openVote: 3, admission: 1, delegates: 2, moderation: 2 }
const asking = { unit: { numbers }, members: ['ada', 'bo', 'cy', 'di'], backers: [] as string[] }
const voteOnProposal = { amendmentId: null, closesAt }
const voteOnAmendment = { amendmentId: 'a1', closesAt }

const codeOf = (verdicts: readonly Verdict[]) => firstBroken(verdicts)?.code ?? 'may'

/** The sentence that a person reads; it must be there and hold no gap. */
const sentenceOf = (verdicts: readonly Verdict[]) => {
  const broken = firstBroken(verdicts)
  if (!broken || !hasWords(broken.code)) return undefined
  return say('en', broken.code, broken.values)
}

describe('the life of a proposal', () => {
  test('leads from stage to stage, and ends', () => {
    expect(Object.keys(life)).toEqual([...stages])
    const leadsTo = (stage: (typeof stages)[number]) =>
      [...new Set(Object.values(life[stage]))].filter((next) => next !== stage)
    expect(leadsTo('discussion')).toEqual(['voting', 'withdrawn'])
    expect(leadsTo('voting')).toEqual(['adopted', 'rejected'])
    expect(leadsTo('adopted')).toEqual(['recorded'])
    for (const end of ['rejected', 'recorded', 'withdrawn'] as const) expect(leadsTo(end)).toEqual([])
  })

  test('[P1] words and amounts change only while it is under discussion', () => {
    const amend = (stage: (typeof stages)[number], openVotes: (typeof voteOnProposal)[] = []) =>
      may.whenProposalMayBeAmended({ proposal: { stage }, openVotes })
    expect(stages.filter((stage) => codeOf(amend(stage)) === 'may')).toEqual(['discussion'])
    for (const stage of stages.filter((one) => one !== 'discussion'))
      expect(sentenceOf(amend(stage))).toMatch(/^This proposal/)
    expect(sentenceOf(amend('voting', [voteOnProposal]))).toBe(
      'This proposal is being voted on until 3 March 2027, 17:00 UTC; you can still comment.',
    )
  })

  test('[P1] [V4] it is withdrawn only while it is under discussion and no vote runs', () => {
    const withdraw = (stage: (typeof stages)[number], openVotes: (typeof voteOnAmendment)[] = []) =>
      may.whenProposalMayBeWithdrawn({ proposal: { stage }, openVotes })
    expect(stages.filter((stage) => codeOf(withdraw(stage)) === 'may')).toEqual(['discussion'])
    expect(codeOf(withdraw('discussion', [voteOnAmendment]))).toBe('vote-already-open')
  })

  test('[P2] words are spoken in every stage but after withdrawal', () => {
    const speak = (stage: (typeof stages)[number]) =>
      may.whenWordsMayBeSpoken({ proposal: { stage }, repliedTo: null, kind: 'statement' })
    expect(stages.filter((stage) => codeOf(speak(stage)) !== 'may')).toEqual(['withdrawn'])
    expect(sentenceOf(speak('withdrawn'))).toMatch(/withdrawn/)
  })

  test('[P3] the brief is frozen while any vote runs, and after', () => {
    const brief = (stage: (typeof stages)[number], openVotes: (typeof voteOnAmendment)[] = []) =>
      may.whenBriefMayBeChanged({ proposal: { stage }, openVotes })
    expect(stages.filter((stage) => codeOf(brief(stage)) === 'may')).toEqual(['discussion'])
    expect(sentenceOf(brief('discussion', [voteOnAmendment]))).toMatch(/^A vote runs until 3 March 2027, 17:00 UTC;/)
    expect(sentenceOf(brief('adopted'))).toMatch(/stays as the voters saw it/)
  })

  test('[P4] a table is joined while the proposal is discussed or voted on', () => {
    const join = (stage: (typeof stages)[number]) => may.whenTableMayBeJoined({ proposal: { stage }, here: false })
    expect(stages.filter((stage) => codeOf(join(stage)) === 'may')).toEqual(['discussion', 'voting'])
    expect(sentenceOf(join('recorded'))).toMatch(/table is cleared/)
  })

  test('[P5] nobody sits at a table twice', () => {
    expect(codeOf(may.whenTableMayBeJoined({ proposal, here: true }))).toBe('at-the-table-already')
  })

  test('[P6] only those who sit at a table leave it', () => {
    expect(codeOf(may.whenTableMayBeLeft({ here: true }))).toBe('may')
    expect(codeOf(may.whenTableMayBeLeft({ here: false }))).toBe('not-at-the-table')
  })

  test('[P7] an answer answers a question', () => {
    const answer = (repliedTo: { kind: 'question' | 'statement' } | null) =>
      codeOf(may.whenWordsMayBeSpoken({ proposal, repliedTo, kind: 'answer' }))
    expect(answer({ kind: 'question' })).toBe('may')
    expect(answer({ kind: 'statement' })).toBe('answers-no-question')
    expect(answer(null)).toBe('answers-no-question')
  })

  test('[P8] the office does not speak while the proposal is voted on', () => {
    const repliedTo = { kind: 'question' as const }
    const answer = (stage: (typeof stages)[number]) =>
      codeOf(may.whenWordsMayBeSpoken({ proposal: { stage }, repliedTo, kind: 'answer' }))
    expect(answer('voting')).toBe('office-silent-in-vote')
    expect(answer('adopted')).toBe('may')
  })

  test('[P9] words are taken away once', () => {
    expect(codeOf(may.whenStatementMayBeRemoved({ removed: null }))).toBe('may')
    expect(codeOf(may.whenStatementMayBeRemoved({ removed: 7 }))).toBe('words-removed-already')
  })
})

describe('the life of an amendment', () => {
  const accept = (change: object) =>
    may.whenAmendmentMayBeAccepted({ proposal, amendment, openVotes: [], ...asking, ...change })
  const inState = (state: (typeof amendmentStates)[number]) => ({ amendment: { ...amendment, state } })

  test('the proposer accepts one that is tabled against the newest version', () => {
    expect(Object.keys(amendmentLife)).toEqual([...amendmentStates])
    expect(codeOf(accept({}))).toBe('may')
  })

  test('[A1] one that collides, is voted on or is settled is not accepted', () => {
    for (const state of amendmentStates.filter((one) => one !== 'tabled')) {
      expect(codeOf(accept(inState(state)))).toBe('amendment-not-ready')
      expect(sentenceOf(accept(inState(state)))).toMatch(/amendment/)
    }
  })

  test('[A2] one that is voted on or settled is neither rewritten nor withdrawn', () => {
    const rewritten = amendmentStates.filter(
      (state) => codeOf(may.whenAmendmentMayBeRewritten({ proposal, openVotes: [], ...inState(state) })) === 'may',
    )
    const withdrawn = amendmentStates.filter(
      (state) => codeOf(may.whenAmendmentMayBeWithdrawn(inState(state))) === 'may',
    )
    expect(rewritten).toEqual(['tabled', 'collides'])
    expect(withdrawn).toEqual(['tabled', 'collides'])
    expect(sentenceOf(may.whenAmendmentMayBeWithdrawn(inState('voting')))).toMatch(/until the close/)
  })

  test('[P1] none is accepted or rewritten once the proposal is voted on', () => {
    const voting = { proposal: { ...proposal, stage: 'voting' as const } }
    expect(codeOf(accept(voting))).toBe('proposal-not-under-discussion')
    expect(codeOf(may.whenAmendmentMayBeRewritten({ ...voting, amendment, openVotes: [voteOnProposal] }))).toBe(
      'proposal-not-under-discussion',
    )
  })

  test('[A3] when enough members ask for a vote, the assembly decides; those who left do not count', () => {
    expect(codeOf(accept({ backers: ['bo'] }))).toBe('may')
    expect(codeOf(accept({ backers: ['bo', 'gone'] }))).toBe('may')
    expect(sentenceOf(accept({ backers: ['bo', 'cy'] }))).toBe(
      '2 members have asked for a vote on this amendment, so the assembly decides on it.',
    )
  })

  test('[A3] a small assembly is not locked out by a number larger than itself', () => {
    const small = { unit: { numbers: { ...numbers, amendmentVote: 50 } }, members: ['ada', 'bo'] }
    expect(codeOf(accept({ ...small, backers: ['ada', 'bo'] }))).toBe('assembly-decides-amendment')
    expect(may.askingFor({ ...asking, members: [] }, 'openVote')).toEqual({ backers: 0, needed: 1 })
  })

  test('[A4] one that is written against an older version is not accepted', () => {
    expect(codeOf(accept({ amendment: { ...amendment, base: 2 } }))).toBe('amendment-out-of-date')
  })

  test('[V4] while a vote runs on another amendment, none is accepted', () => {
    expect(codeOf(accept({ openVotes: [{ amendmentId: 'a2', closesAt }] }))).toBe('vote-already-open')
  })

  test('[V10] nobody asks twice for a vote that still needs others', () => {
    const ask = (backers: string[]) =>
      may.whenVoteOnAmendmentMayBeAsked({ proposal, amendment, ...asking, backers, actorId: 'bo' })
    expect(codeOf(ask([]))).toBe('may')
    expect(sentenceOf(ask(['bo']))).toBe(
      'You have asked for this vote. 1 member asks for it and 2 are needed: ask others to join.',
    )
    expect(codeOf(ask(['bo', 'cy']))).toBe('may')
  })
})

describe('the life of a vote', () => {
  const opening = { proposal, amendment: null, openVotes: [], ...asking, closesAt, now, actorId: 'bo' }
  const open = (change: object) => may.whenVoteMayBeOpened({ ...opening, ...change })
  const vote = { state: 'open' as const, closesAt }
  const [justBefore, after] = ['2027-03-03T16:59:59.999Z', '2027-03-03T17:00:00.001Z']

  test('[P1] a vote is opened on a proposal under discussion, once', () => {
    expect(codeOf(open({}))).toBe('may')
    for (const stage of stages.filter((one) => one !== 'discussion'))
      expect(codeOf(open({ proposal: { ...proposal, stage } }))).toBe('proposal-not-under-discussion')
  })

  test('[V4] one vote at a time runs on a proposal and its amendments', () => {
    expect(sentenceOf(open({ openVotes: [voteOnAmendment] }))).toBe(
      'A vote runs until 3 March 2027, 17:00 UTC. Wait for its result; you can still comment.',
    )
  })

  test('[A1] [A4] an amendment is voted on as it stands against the newest version', () => {
    expect(codeOf(open({ amendment }))).toBe('may')
    expect(codeOf(open({ amendment: { ...amendment, state: 'collides' } }))).toBe('amendment-not-ready')
    expect(codeOf(open({ amendment: { ...amendment, base: 2 } }))).toBe('amendment-out-of-date')
  })

  test('[V9] the close lies ahead', () => {
    expect(codeOf(open({ closesAt: now }))).toBe('close-not-ahead')
    expect(codeOf(open({ closesAt: justBefore }))).toBe('may')
  })

  test('[V10] whoever asked already waits for others, unless the vote is on their own proposal', () => {
    expect(codeOf(open({ backers: ['bo'] }))).toBe('vote-asked-already')
    expect(codeOf(open({ backers: ['bo', 'cy'] }))).toBe('vote-asked-already')
    expect(codeOf(open({ backers: ['bo', 'cy'], amendment }))).toBe('may')
    expect(codeOf(open({ backers: ['ada'], actorId: 'ada' }))).toBe('may')
  })

  test('[V1] a closed vote takes no votes and is not closed again', () => {
    const closed = { vote: { ...vote, state: 'closed' as const } }
    expect(codeOf(may.whenVotesCount(closed, justBefore))).toBe('vote-is-closed')
    expect(codeOf(may.whenVoteMayBeClosed(closed, after))).toBe('vote-is-closed')
    expect(sentenceOf(may.whenVotesCount(closed, after))).toBe(
      'This vote ended on 3 March 2027, 17:00 UTC and is closed.',
    )
  })

  test('[V2] a vote counts before the hour of the close, and no longer at it', () => {
    expect(codeOf(may.whenVotesCount({ vote }, justBefore))).toBe('may')
    expect(codeOf(may.whenVotesCount({ vote }, closesAt))).toBe('vote-is-over')
    expect(codeOf(may.whenVotesCount({ vote }, after))).toBe('vote-is-over')
  })

  test('[V3] a vote is closed at its hour or after, never before', () => {
    expect(codeOf(may.whenVoteMayBeClosed({ vote }, justBefore))).toBe('vote-still-runs')
    expect(codeOf(may.whenVoteMayBeClosed({ vote }, closesAt))).toBe('may')
    expect(codeOf(may.whenVoteMayBeClosed({ vote }, after))).toBe('may')
  })

  test('every moment lies either before the close or at or after it: a vote that no longer counts can be closed', () => {
    for (const moment of [justBefore, closesAt, after])
      expect(codeOf(may.whenVotesCount({ vote }, moment)) === 'may').toBe(
        codeOf(may.whenVoteMayBeClosed({ vote }, moment)) !== 'may',
      )
  })
})

describe('the minute', () => {
  test('[M1] only what is adopted is recorded', () => {
    const confirm = (stage: (typeof stages)[number]) =>
      may.whenMinuteMayBeConfirmed({ proposal: { stage }, minute: null })
    expect(stages.filter((stage) => codeOf(confirm(stage)) === 'may')).toEqual(['adopted'])
    for (const stage of stages.filter((one) => one !== 'adopted')) expect(sentenceOf(confirm(stage))).toBeTruthy()
  })

  test('[M2] a minute is confirmed once', () => {
    expect(codeOf(may.whenMinuteMayBeConfirmed({ proposal: { stage: 'adopted' }, minute: {} }))).toBe(
      'minute-confirmed-already',
    )
  })

  test('[M3] a delegate confirms the minute that they have read', () => {
    expect(codeOf(may.whenMinuteStillReads('hash', 'hash'))).toBe('may')
    expect(sentenceOf(may.whenMinuteStillReads('hash', 'other'))).toMatch(/Read it again/)
  })
})
