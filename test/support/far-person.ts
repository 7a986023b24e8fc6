import { cookieIn } from '#test/support/server.ts'
import { actId } from '#test/support/world.ts'

type Headers = Readonly<Record<string, string>>

/** What REST answers to an act that was done. */
export interface Answered {
  readonly result: Readonly<Record<string, string>>
  readonly stream: string
  readonly number: number
  readonly repeated: boolean
}

/** Posts an act to a node, as a program or a page would. */
export const postTo = (origin: string, name: string, input: object, headers: Headers, id: string) =>
  fetch(`${origin}/api/v1/acts/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': id, ...headers },
    body: JSON.stringify(input),
  })

/** Performs an act on a node; anything but its being done fails the test. */
export async function done(origin: string, name: string, input: object, headers: Headers): Promise<Answered> {
  const answer = await postTo(origin, name, input, headers, actId())
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${text}`)
  return JSON.parse(text) as Answered
}

const account = (name: string) => ({ name, signInName: name, password: 'correct horse battery' })

/** Founds an installation with a bakery that knows of bread, and gives its first person's headers. */
export async function foundBakery(origin: string, token: string): Promise<Headers> {
  const answer = await postTo(origin, 'account.found', { token, ...account('Ada') }, {}, actId())
  if (!answer.ok) throw new Error(await answer.text())
  const as = { Cookie: cookieIn(answer), Origin: origin }
  const { result } = (await answer.json()) as Answered
  const seats = ['member', 'delegate', 'office'].map((role) => ({ personId: result.personId, role }))
  const half = { num: 1, den: 2 }
  const rule = { method: 'majority', base: 'yes-and-no', threshold: half, strict: true, quorum: { num: 0, den: 1 } }
  const numbers = { amendmentVote: 2, openVote: 2, admission: 1, delegates: 1, moderation: 2 }
  const unit = { id: 'bakery', name: 'The Bakery', kind: 'enterprise', side: 'production', parents: [] }
  await done(origin, 'unit.found', { ...unit, rule, numbers, namesShownTo: 'everybody', seats }, as)
  await done(origin, 'product.define', { id: 'bread', name: 'Bread', unit: 't', pictogram: 'loaf' }, as)
  return as
}

/** Brings another member in by invitation. */
export async function joinBakery(origin: string, by: Headers, name: string): Promise<Headers> {
  const { result } = await done(origin, 'invitation.make', { unitId: 'bakery' }, by)
  const answer = await postTo(
    origin,
    'account.register',
    { invitation: result.invitation, ...account(name) },
    {},
    actId(),
  )
  if (!answer.ok) throw new Error(await answer.text())
  const as = { Cookie: cookieIn(answer), Origin: origin }
  await done(origin, 'seat.take', { unitId: 'bakery' }, as)
  return as
}
