import { describe, expect, test } from 'vitest'
import { firstBroken, type Verdict } from '#rules/rule.ts'
import * as standing from '#rules/standing.ts'
import { type Actor, clock, operator, type Seat, visitor } from '#rules/standing.ts'
import { hasWords } from '#rules/words/say.ts'

const person: Actor = { id: 'ada', kind: 'person' }
const seat = (role: Seat['role'], unitId = 'mill'): Seat => ({ role, unitId })
const codeOf = (verdicts: readonly Verdict[]) => firstBroken(verdicts)?.code ?? 'may'
const own = { unitId: 'mill', proposerId: 'ada', personId: 'ada' }
const others = { unitId: 'mill', proposerId: 'bo', personId: 'bo' }

/** Every door with the same facts, asked by one actor with some seats. */
const doors = (actor: Actor, seats: readonly Seat[], about: typeof own, entitled: boolean) => ({
  propose: standing.whoMayPropose(actor, seats, 'mill'),
  amend: standing.whoMayAmend(actor, seats, 'mill'),
  askVote: standing.whoMayAskVote(actor, seats, 'mill'),
  openVote: standing.whoMayOpenVote(actor, seats, 'mill'),
  backSeats: standing.whoMayBackSeats(actor, seats, 'mill'),
  speak: standing.whoMayMakeStatement(actor, seats, { unitId: 'mill', kind: 'objection' }),
  answer: standing.whoMayMakeStatement(actor, seats, { unitId: 'mill', kind: 'answer' }),
  removeWords: standing.whoMayRemoveStatement(actor, seats, about),
  vote: standing.whoMayVote(actor, entitled),
  accept: standing.whoMayAcceptAmendment(actor, seats, about),
  withdraw: standing.whoMayWithdrawProposal(actor, about),
  rewrite: standing.whoMayRewriteAmendment(actor, about),
  withdrawAmendment: standing.whoMayWithdrawAmendment(actor, about),
  confirmMinute: standing.whoMayConfirmMinute(actor, seats, 'mill'),
  publish: standing.whoMayPublish(actor, seats, 'mill'),
  brief: standing.whoMayBrief(actor, seats, 'mill'),
  define: standing.whoMayDefine(actor, seats),
  attend: standing.whoMayAttend(actor, seats, 'mill'),
  found: standing.whoMayFound(actor, seats, 3),
  place: standing.whoMayPlace(actor, seats, { unitId: 'mill', parentId: 'town' }),
  takeSeat: standing.whoMayTakeSeat(actor),
  leave: standing.whoMayLeave(actor),
})

const open = (...given: Parameters<typeof doors>) =>
  Object.entries(doors(...given))
    .filter(([, verdicts]) => codeOf(verdicts) === 'may')
    .map(([name]) => name)

const everyone = ['takeSeat', 'leave']
const membersDoors = ['propose', 'amend', 'askVote', 'openVote', 'backSeats', 'speak', 'removeWords']

describe('who may do what', () => {
  test('[W1] nothing is open to visitors, the clock and the operator, whatever the facts', () => {
    const seats = [seat('member'), seat('delegate'), seat('office')]
    for (const nobody of [visitor, clock, operator]) {
      expect(open({ ...nobody, id: 'ada' }, seats, own, true)).toEqual([])
      for (const verdicts of Object.values(doors(nobody, seats, own, true)))
        expect(codeOf(verdicts)).toBe('not-signed-in')
    }
  })

  test('[W2] members propose, amend, speak, ask, back and open votes, in their own assembly only', () => {
    expect(open(person, [seat('member')], others, false)).toEqual([...membersDoors, 'attend', 'found', ...everyone])
    expect(open(person, [seat('member', 'bakery')], others, false)).toEqual(['found', ...everyone])
    expect(codeOf(standing.whoMayPropose(person, [], 'mill'))).toBe('not-a-member')
  })

  test('[W3] delegates confirm minutes, and place a unit where both have made them delegate', () => {
    expect(open(person, [seat('delegate')], others, false)).toEqual(['confirmMinute', 'attend', ...everyone])
    expect(open(person, [seat('delegate'), seat('delegate', 'town')], others, false)).toContain('place')
    expect(codeOf(standing.whoMayConfirmMinute(person, [seat('member')], 'mill'))).toBe('not-a-delegate')
  })

  test('[W4] the office answers, publishes and briefs, and has no door to any decision', () => {
    expect(open(person, [seat('office')], others, false)).toEqual([
      'answer',
      'publish',
      'brief',
      'define',
      'attend',
      ...everyone,
    ])
    expect(codeOf(standing.whoMayBrief(person, [seat('member')], 'mill'))).toBe('not-of-the-office')
  })

  test('[W5] only the proposer accepts amendments and withdraws, and accepts only as a member', () => {
    expect(open(person, [seat('member')], own, false)).toEqual(expect.arrayContaining(['accept', 'withdraw']))
    expect(open(person, [seat('office')], own, false)).not.toContain('accept')
    expect(codeOf(standing.whoMayAcceptAmendment(person, [seat('member')], others))).toBe('not-the-proposer')
  })

  test('[W6] only its author rewrites or withdraws an amendment', () => {
    expect(open(person, [], own, false)).toEqual(expect.arrayContaining(['rewrite', 'withdrawAmendment']))
    expect(codeOf(standing.whoMayRewriteAmendment(person, others))).toBe('not-the-author')
  })

  test('[W7] the first unit is founded by whoever may, every further one by a member of the network', () => {
    expect(codeOf(standing.whoMayFound(person, [], 0))).toBe('may')
    expect(codeOf(standing.whoMayFound(person, [], 1))).toBe('not-in-the-network')
    expect(codeOf(standing.whoMayFound(person, [seat('member', 'bakery')], 1))).toBe('may')
  })

  test('[W8] what all offices share is defined by an office worker of any unit', () => {
    expect(codeOf(standing.whoMayDefine(person, [seat('office', 'bakery')]))).toBe('may')
    expect(codeOf(standing.whoMayDefine(person, [seat('member'), seat('delegate')]))).toBe('not-of-any-office')
  })

  test('[W9] whoever holds any seat in the unit sits at its tables', () => {
    for (const role of ['member', 'delegate', 'office'] as const)
      expect(codeOf(standing.whoMayAttend(person, [seat(role)], 'mill'))).toBe('may')
    expect(codeOf(standing.whoMayAttend(person, [seat('member', 'bakery')], 'mill'))).toBe('no-seat-here')
  })

  test('[V5] whoever is on the frozen roll votes, and no role adds to it', () => {
    const seats = [seat('member'), seat('delegate'), seat('office')]
    expect(open(person, [], others, true)).toContain('vote')
    expect(open(person, seats, own, false)).not.toContain('vote')
    expect(codeOf(standing.whoMayVote(person, false))).toBe('not-on-the-roll')
  })

  test('every refusal has words', () => {
    const codes = Object.values({ ...doors(visitor, [], others, false), ...doors(person, [], others, false) })
      .flat()
      .map((verdict) => verdict.code)
    for (const code of codes) expect(hasWords(code)).toBe(true)
  })
})
