import { stageUpload } from '#acts/figure/stage.ts'
import type { ActName, InputOf, ResultOf } from '#acts/index.ts'
import { draftedMinute } from '#db/minute.ts'
import { type Actor, clock, operator, visitor } from '#rules/standing.ts'
import type { Dialect } from '#test/support/dialects.ts'
import { actId, breadProposal, house, numbers, simpleMajority } from '#test/support/world.ts'

const password = 'correct horse battery'
const hash = '0'.repeat(64)
const unitId = 'bakery'
const ids = ['ada', 'ben', 'cleo', 'finn', 'dora', 'emil', 'gil', 'gone'] as const

/** One actor of each role: `stranger` holds every seat in another unit, `guest` has an account and no seat. */
export type Role =
  | 'visitor'
  | 'guest'
  | 'stranger'
  | 'member'
  | 'delegate'
  | 'office'
  | 'proposer'
  | 'author'
  | 'operator'
  | 'clock'

/** An input that is good for each act, for whoever may perform it. */
export type GoodInputs = { readonly [N in ActName]: (actor: Actor) => InputOf<N> }

export type Stage = Awaited<ReturnType<typeof stage>>

/** A house where every act has something to be performed on: a bakery with proposals in all stages, and a mill beside it. */
export async function stage(dialect: Dialect) {
  const own = await house(dialect)
  const { perform, later, time, db } = own
  const does = async <N extends ActName>(actor: Actor, name: N, input: InputOf<N>): Promise<ResultOf<N>> =>
    (await perform(name, input, { actor, actId: actId() })).result
  await does(operator, 'demonstration.begin', {})
  await does(operator, 'demonstration.people', {
    people: ids.map((id) => ({ id, name: id, sentence: `This is ${id}` })),
  })
  const [ada, ben, cleo, finn, dora, emil, gil, gone] = ids.map((id) => ({ id, kind: 'person' })) as Actor[] as Eight
  await foundUnits(does, ada)
  await defineBooks(does, dora)
  const upload = async (rows: string) => {
    const bytes = new TextEncoder().encode(`measure,product,period,value,status\n${rows}`)
    const given = { unitId, name: 'book.csv', bytes, actor: dora, now: time.now.toISOString() }
    return {
      unitId,
      upload: (await stageUpload(db, given)).upload,
      mapping: null,
      sourceId: 'books',
      leaveOutFaulty: false,
    }
  }
  await does(dora, 'figure.publish', await upload('output,bread,2026-09,310,provisional\n'))
  const publish = await upload('output,bread,2026-10,320,provisional\n')

  const proposed = async (title: string) =>
    (await does(ada, 'proposal.open', { unitId, body: { ...breadProposal(unitId), title } })).proposalId
  const [open, voting, due, adopted] = [
    await proposed('Open'),
    await proposed('Voting'),
    await proposed('Due'),
    await proposed('Adopted'),
  ]
  const said = { unitId, proposalId: open, anchor: { kind: 'proposal' }, replyTo: null } as const
  const { statementId } = await does(cleo, 'statement.make', { ...said, kind: 'statement', text: 'I say so.' })
  const question = await does(cleo, 'statement.make', { ...said, kind: 'question', text: 'How much?' })
  const changes = [{ kind: 'amount', lineId: 'bread', from: '340', to: '360' } as const]
  const amending = { unitId, proposalId: open, base: 1, changes, reason: 'The towns have grown.' }
  const { amendmentId } = await does(cleo, 'amendment.table', amending)
  await does(cleo, 'table.arrive', { unitId, proposalId: open })
  const { amendmentId: decided } = await does(cleo, 'amendment.table', { ...amending, proposalId: adopted })

  await does(gone, 'account.erase-person', { password: '' })
  const voteOn = async (proposalId: string, closesAt: string) =>
    (await does(ada, 'vote.open', { unitId, proposalId, amendmentId: null, closesAt })).voteId ?? ''
  const closesAt = '2026-12-02T09:00:00.000Z'
  const soon = '2026-11-03T09:00:00.000Z'
  const votes = {
    open: await voteOn(voting, closesAt),
    due: await voteOn(due, soon),
    closed: await voteOn(adopted, soon),
  }
  for (const actor of [ada, ben]) await does(actor, 'vote.cast', { unitId, voteId: votes.closed, choice: 'yes' })
  later(60 * 24)
  await does(clock, 'vote.close', { unitId, voteId: votes.closed })
  const { hash: draftHash } = await draftedMinute({ tx: db.read, tables: db.tables }, unitId, adopted)

  const invited = async () => (await does(ben, 'invitation.make', { unitId })).invitation
  const registering = { name: 'Fay', signInName: 'Fay', password }
  const { personId } = await does(visitor, 'account.register', { invitation: await invited(), ...registering })
  const fay: Actor = { id: personId, kind: 'person' }
  const people = [ada, ben, cleo, finn, dora, emil, gil, fay]
  for (const one of people) if (one !== fay) await does(one, 'invitation.accept', { invitation: await invited() })
  const tokens: Record<string, string> = {}
  for (const one of people) {
    const token = { name: 'mine', scope: 'act', days: 1 } as const
    tokens[one.id] = (await does(one, 'account.make-token', token)).tokenId
  }
  const [invitation, { recovery }] = [await invited(), await does(operator, 'account.recover', { signInName: 'Fay' })]

  const matter = { unitId, proposalId: open }
  const about = { unitId, amendmentId }
  const series = 'bakery/output/bread/'
  const blocks = [{ kind: 'table' as const, id: 'output', title: 'Output', series: [series], from: null, to: null }]
  const correction = { period: '2026-09', value: '311', status: 'revised', note: null, reason: 'Miscounted.' } as const
  const inputs: GoodInputs = {
    'account.offer-founding': () => ({}),
    'account.found': () => ({ token: 'a'.repeat(43), ...registering, signInName: 'Hal' }),
    'demonstration.begin': () => ({}),
    'demonstration.people': () => ({ people: [{ id: 'ida', name: 'Ida', sentence: null }] }),
    'invitation.make': () => ({ unitId }),
    'invitation.accept': () => ({ invitation }),
    'account.register': () => ({ invitation, ...registering, signInName: 'Hal' }),
    'account.sign-in': () => ({ signInName: 'Fay', password }),
    'account.enter-as': () => ({ personId: ada.id }),
    'account.sign-out': () => ({ session: hash }),
    'account.sign-out-everywhere': () => ({}),
    'account.change-password': () => ({ current: password, password: 'another long one', session: hash }),
    'account.rename': () => ({ name: 'Somebody' }),
    'account.make-token': () => ({ name: 'mine', scope: 'read', days: 1 }),
    'account.revoke-token': (actor) => ({ tokenId: tokens[actor.id] ?? 'none' }),
    'account.recover': () => ({ signInName: 'Fay' }),
    'account.use-recovery': () => ({ recovery, password: 'another long one' }),
    'account.erase-person': (actor) => ({ password: actor.id === fay.id ? password : '' }),
    'unit.found': (actor) => unit('shop', 'The Shop', [seat(actor, 'member')]),
    'unit.place': () => ({ unitId, parentId: 'branch' }),
    'seat.back': () => ({ unitId, cause: 'admit', personId: gil.id }),
    'seat.take': () => ({ unitId }),
    'seat.leave': () => ({ unitId, role: 'member' }),
    'seat.forget': () => ({ unitId, personId: gone.id }),
    'measure.define': () => measure('input', 'Input'),
    'product.define': () => ({ id: 'wheat', name: 'Wheat', unit: 't', pictogram: 'sack' }),
    'source.define': () => source('ledger'),
    'figure.publish': () => publish,
    'figure.correct': () => ({ unitId, seriesId: series, ...correction }),
    'proposal.open': () => ({ unitId, body: breadProposal(unitId) }),
    'proposal.withdraw': () => matter,
    'brief.attach': () => ({ ...matter, body: { title: 'What we bake', blocks } }),
    'table.arrive': () => matter,
    'table.leave': () => matter,
    'statement.make': () => ({ ...said, kind: 'statement', text: 'Enough?' }),
    'statement.remove': () => ({ unitId, statementId, reason: 'Said twice.' }),
    'amendment.table': () => amending,
    'amendment.rewrite': () => ({ ...about, base: 1, changes }),
    'amendment.withdraw': () => about,
    'amendment.ask-vote': () => about,
    'amendment.accept': () => about,
    'vote.open': () => ({ ...matter, amendmentId: null, closesAt }),
    'vote.cast': () => ({ unitId, voteId: votes.open, choice: 'no' }),
    'vote.close': () => ({ unitId, voteId: votes.due }),
    'minute.confirm': () => ({ unitId, proposalId: adopted, draftHash, remark: null }),
  }
  const actors: Record<Role, Actor> = {
    visitor,
    guest: fay,
    stranger: emil,
    member: ben,
    delegate: finn,
    office: dora,
    proposer: ada,
    author: cleo,
    operator,
    clock,
  }
  /** Somebody who may perform each act. */
  const doers: Record<ActName, Actor> = {
    'account.offer-founding': operator,
    'account.found': visitor,
    'demonstration.begin': operator,
    'demonstration.people': operator,
    'invitation.make': ben,
    'invitation.accept': ben,
    'account.register': visitor,
    'account.sign-in': visitor,
    'account.enter-as': visitor,
    'account.sign-out': fay,
    'account.sign-out-everywhere': fay,
    'account.change-password': fay,
    'account.rename': ben,
    'account.make-token': ben,
    'account.revoke-token': ben,
    'account.recover': operator,
    'account.use-recovery': visitor,
    'account.erase-person': fay,
    'unit.found': ben,
    'unit.place': finn,
    'seat.back': ben,
    'seat.take': fay,
    'seat.leave': ben,
    'seat.forget': clock,
    'measure.define': dora,
    'product.define': dora,
    'source.define': dora,
    'figure.publish': dora,
    'figure.correct': dora,
    'proposal.open': ben,
    'proposal.withdraw': ada,
    'brief.attach': dora,
    'table.arrive': ben,
    'table.leave': cleo,
    'statement.make': ben,
    'statement.remove': cleo,
    'amendment.table': ben,
    'amendment.rewrite': cleo,
    'amendment.withdraw': cleo,
    'amendment.ask-vote': ben,
    'amendment.accept': ada,
    'vote.open': ada,
    'vote.cast': ben,
    'vote.close': clock,
    'minute.confirm': finn,
  }
  const matters = {
    open,
    voting,
    due,
    adopted,
    amendmentId,
    decided,
    statementId,
    questionId: question.statementId,
    votes,
  }
  return { ...own, unitId, does, actors, doers, spare: gil, inputs, matters, closesAt }
}

type Eight = [Actor, Actor, Actor, Actor, Actor, Actor, Actor, Actor]
type Does = <N extends ActName>(actor: Actor, name: N, input: InputOf<N>) => Promise<ResultOf<N>>

const seat = (actor: Actor, role: 'member' | 'delegate' | 'office') => ({ personId: actor.id, role })

const unit = (id: string, name: string, seats: ReturnType<typeof seat>[]): InputOf<'unit.found'> => ({
  id,
  name,
  kind: 'enterprise',
  side: 'production',
  parents: [],
  rule: simpleMajority,
  numbers,
  namesShownTo: 'everybody',
  seats,
})

const measure = (id: string, name: string) =>
  ({ id, name, kind: 'flow', unit: null, decimals: 1, aggregation: 'sum', definition: 'As booked.' }) as const
const source = (id: string) => ({
  id,
  producer: 'The Bakery',
  title: 'Books',
  licence: 'CC0',
  url: null,
  invented: true,
})

async function foundUnits(does: Does, first: Actor): Promise<void> {
  const of = (id: string, ...roles: Parameters<typeof seat>[1][]) =>
    roles.map((role) => seat({ id, kind: 'person' }, role))
  const members = ['ada', 'ben', 'cleo', 'gone'].flatMap((id) => of(id, 'member'))
  await does(
    first,
    'unit.found',
    unit(unitId, 'The Bakery', [...members, ...of('finn', 'delegate'), ...of('dora', 'office')]),
  )
  await does(first, 'unit.found', unit('mill', 'The Mill', of('emil', 'member', 'delegate', 'office')))
  await does(first, 'unit.found', unit('branch', 'The Branch', of('finn', 'delegate')))
}

async function defineBooks(does: Does, office: Actor): Promise<void> {
  await does(office, 'product.define', { id: 'bread', name: 'Bread', unit: 't', pictogram: 'loaf' })
  await does(office, 'product.define', { id: 'flour', name: 'Flour', unit: 't', pictogram: 'sack' })
  await does(office, 'measure.define', measure('output', 'Output'))
  await does(office, 'source.define', source('books'))
}
