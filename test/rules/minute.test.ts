import { describe, expect, test } from 'vitest'
import { canonicalText } from '#rules/entry.ts'
import type { JournalEvent } from '#rules/events.ts'
import { draftMinute } from '#rules/minute.ts'
import { countMajority } from '#rules/voting/majority.ts'
import { body, line } from '#test/rules/bodies.ts'

const proposalId = 'p1'
const anchor = { kind: 'proposal' as const }
const at = (number: number) => new Date(Date.UTC(2027, 2, 1, 9, number)).toISOString()
const entriesOf = (...all: JournalEvent[][]) =>
  all.map((events, index) => ({ number: index + 1, at: at(index + 1), events }))

const tabled = (amendmentId: string, personId: string): JournalEvent => ({
  kind: 'amendment.tabled',
  proposalId,
  amendmentId,
  personId,
  base: 1,
  changes: [{ kind: 'title', text: amendmentId }],
  state: 'tabled',
  collisions: [],
})

const said = (
  statementId: string,
  statement: 'statement' | 'question' | 'objection' | 'answer',
  replyTo: string | null,
): JournalEvent => ({ kind: 'statement.made', proposalId, statementId, personId: 'bo', statement, anchor, replyTo })

const voteOpened = (voteId: string, amendmentId: string | null, version: number): JournalEvent => ({
  kind: 'vote.opened',
  voteId,
  proposalId,
  amendmentId,
  version,
  manifestHash: 'm',
  frozenHash: 'f',
  electorate: ['ada', 'bo', 'cy'],
  opensAt: at(0),
  closesAt: at(59),
})

const result = countMajority({
  rule: {
    method: 'majority',
    base: 'yes-and-no',
    threshold: { num: 1, den: 2 },
    strict: true,
    quorum: { num: 1, den: 2 },
  },
  entitled: 3,
  yes: 2,
  no: 1,
  abstain: 0,
})

const closed = (voteId: string, amendmentId: string | null, passed: boolean): JournalEvent => ({
  kind: 'vote.closed',
  voteId,
  proposalId,
  amendmentId,
  passed,
  result,
  ballots: [],
})

const made = (version: number, amendmentId: string, lines = body.lines): JournalEvent => ({
  kind: 'version.made',
  proposalId,
  version,
  body: { ...body, lines },
  hash: `h${version}`,
  amendmentId,
})

const story = {
  unitId: 'mill',
  proposalId,
  entries: entriesOf(
    [{ kind: 'proposal.opened', proposalId, proposerId: 'ada', version: 1, body, hash: 'h1' }],
    [{ kind: 'table.arrived', proposalId, personId: 'ada' }],
    [{ kind: 'table.arrived', proposalId, personId: 'bo' }],
    [tabled('taken', 'bo')],
    [tabled('same', 'cy')],
    [tabled('voted', 'cy')],
    [tabled('failed', 'bo')],
    [tabled('back', 'bo')],
    [tabled('left', 'bo')],
    [said('q1', 'question', null)],
    [said('q2', 'question', null)],
    [said('q3', 'question', null)],
    [said('a1', 'answer', 'q1')],
    [said('o1', 'objection', null)],
    [said('o2', 'objection', null)],
    [{ kind: 'table.left', proposalId, personId: 'bo' }],
    [
      { kind: 'amendment.accepted', proposalId, amendmentId: 'taken', by: 'proposer' },
      made(2, 'taken'),
      { kind: 'amendment.accepted', proposalId, amendmentId: 'same' },
    ],
    [voteOpened('v1', 'voted', 2)],
    [
      closed('v1', 'voted', true),
      { kind: 'amendment.accepted', proposalId, amendmentId: 'voted', by: 'vote' },
      made(3, 'voted', [line('flour', '45')]),
    ],
    [voteOpened('v2', 'failed', 3)],
    [closed('v2', 'failed', false), { kind: 'amendment.lost', proposalId, amendmentId: 'failed', voteId: 'v2' }],
    [{ kind: 'amendment.withdrawn', proposalId, amendmentId: 'back' }],
    [{ kind: 'statement.removed', proposalId, statementId: 'o2', own: true }],
    [{ kind: 'statement.removed', proposalId, statementId: 'q3', own: false }],
    [{ kind: 'table.arrived', proposalId, personId: 'bo' }],
    [voteOpened('v3', null, 3)],
    [closed('v3', null, true), { kind: 'proposal.adopted', proposalId, voteId: 'v3', version: 3 }],
    [{ kind: 'table.arrived', proposalId: 'another', personId: 'di' }],
  ),
}

describe('the minute drafted from the journal', () => {
  const minute = draftMinute(story)

  test('says who attended, and when they came and went', () => {
    expect(minute.attended).toEqual([
      { personId: 'ada', stays: [{ arrivedAt: at(2), leftAt: null }] },
      {
        personId: 'bo',
        stays: [
          { arrivedAt: at(3), leftAt: at(16) },
          { arrivedAt: at(25), leftAt: null },
        ],
      },
    ])
  })

  test('names every version and what made it', () => {
    expect(minute.versions).toEqual([
      { version: 1, hash: 'h1', amendmentId: null, number: 1, at: at(1) },
      { version: 2, hash: 'h2', amendmentId: 'taken', number: 17, at: at(17) },
      { version: 3, hash: 'h3', amendmentId: 'voted', number: 19, at: at(19) },
    ])
  })

  test('tells amendments adopted from those that were not, and how', () => {
    const told = (list: typeof minute.amendments.adopted) =>
      list.map(({ amendmentId, outcome, version, voteId }) => [amendmentId, outcome, version, voteId])
    expect(told(minute.amendments.adopted)).toEqual([
      ['taken', 'by-proposer', 2, null],
      ['same', 'contained', 2, null],
      ['voted', 'by-vote', 3, 'v1'],
    ])
    expect(told(minute.amendments.notAdopted)).toEqual([
      ['failed', 'lost', null, 'v2'],
      ['back', 'withdrawn', null, null],
      ['left', 'open', null, null],
    ])
  })

  test('holds every vote with its count and arithmetic, as counted', () => {
    expect(
      minute.votes.map(({ voteId, version, entitled, closedAt }) => [voteId, version, entitled, closedAt]),
    ).toEqual([
      ['v1', 2, 3, at(19)],
      ['v2', 3, 3, at(21)],
      ['v3', 3, 3, at(27)],
    ])
    expect(minute.votes[2]?.result).toBe(result)
  })

  test('keeps objections, those taken back marked, and the questions that nobody answered', () => {
    const told = (list: typeof minute.objections) => list.map(({ statementId, removed }) => [statementId, removed])
    expect(told(minute.objections)).toEqual([
      ['o1', null],
      ['o2', 'own'],
    ])
    expect(told(minute.openQuestions)).toEqual([['q2', null]])
  })

  test('says what was decided, with the lines of the version that was voted on', () => {
    expect(minute.decision).toEqual({
      outcome: 'adopted',
      voteId: 'v3',
      version: 3,
      title: body.title,
      lines: [line('flour', '45')],
      at: at(27),
    })
  })

  test('is plain data with the same canonical text each time', () => {
    expect(JSON.parse(canonicalText(minute))).toEqual(minute)
    expect(canonicalText(draftMinute(story))).toBe(canonicalText(minute))
  })

  test('of a proposal on which nothing is decided yet says so', () => {
    const started = draftMinute({
      ...story,
      entries: [...story.entries.slice(0, 3), ...entriesOf([voteOpened('v0', null, 1)])],
    })
    expect(started.decision).toBeNull()
    expect(started.votes).toMatchObject([{ voteId: 'v0', closedAt: null, result: null }])
    expect(draftMinute({ ...story, entries: [] })).toMatchObject({ proposerId: null, openedAt: null, attended: [] })
  })
})
