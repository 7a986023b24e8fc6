import { expect, test, vi } from 'vitest'
import type { ActAnswer, Here, Told } from '#realtime/messages.ts'
import { serve } from '#test/support/server.ts'
import { actId, breadProposal } from '#test/support/world.ts'

const until = <T>(check: () => T) => vi.waitFor(check, { timeout: 10_000, interval: 10 })

function listening() {
  const told: Told[] = []
  const here: { now: readonly Here[] } = { now: [] }
  const listener = {
    told: (entries: readonly Told[]) => void told.push(...entries),
    here: (list: readonly Here[]) => {
      here.now = list
    },
  }
  return { told, here, listener, numbers: () => told.map((entry) => entry.number) }
}

const place = { stream: 'bakery', matter: null }
const rename = (n: number) => ({ unitId: 'bakery', body: { ...breadProposal('bakery'), title: `Proposal ${n}` } })

test('a handshake with a foreign origin is refused', async () => {
  const { socket, found } = await serve()
  const { as } = await found()
  const foreign = socket({ ...as, Origin: 'https://evil.example' })
  const fault = await new Promise<Error>((resolve) => {
    foreign.once('connect_error', resolve)
    foreign.connect()
  })
  expect(fault).toBeInstanceOf(Error)
  expect(foreign.connected).toBe(false)
})

test('a cookie that is good no longer is told so; a visitor may listen', async () => {
  const { socket, found, post } = await serve()
  const { as } = await found()
  await post('account.sign-out-everywhere', {}, as)
  const ended = socket(as)
  const fault = await new Promise<Error>((resolve) => {
    ended.once('connect_error', resolve)
    ended.connect()
  })
  expect(fault.message).toBe('session-ended')
  const visiting = socket({})
  visiting.connect()
  await until(() => expect(visiting.connected).toBe(true))
  const joined = await visiting.emitWithAck('join', place)
  expect(joined).toMatchObject({ ok: true })
})

test('signing out everywhere closes the sockets of that person and nobody else’s', async () => {
  const { line, found, join, post } = await serve()
  const { as } = await found()
  const other = await join(as, 'Ben')
  const [one, two, theirs] = [line(as), line(as), line(other.as)]
  await until(() => expect([one, two, theirs].map(({ line: own }) => own.state())).toEqual(['live', 'live', 'live']))
  await post('account.sign-out-everywhere', {}, as)
  await until(() => expect([one, two].map(({ line: own }) => own.state())).toEqual(['ended', 'ended']))
  expect(one.socket.connected).toBe(false)
  expect(theirs.line.state()).toBe('live')
})

test('revoking a token closes its socket', async () => {
  const { socket, found, post } = await serve()
  const { as } = await found()
  const made = await (await post('account.make-token', { name: 'a socket', scope: 'act', days: 1 }, as)).json()
  const { token, tokenId } = (made as { result: { token: string; tokenId: string } }).result
  const program = socket({}, { token })
  program.connect()
  await until(() => expect(program.connected).toBe(true))
  await post('account.revoke-token', { tokenId }, as)
  await until(() => expect(program.connected).toBe(false))
})

test('an act on the socket is answered like everywhere, and told to whoever follows', async () => {
  const { line, found } = await serve()
  const { as } = await found()
  const { line: own } = line(as)
  const { told, listener } = listening()
  line({}).line.follow(place, 0, listener)
  const answer = await own.perform('proposal.open', rename(1), actId())
  expect(answer).toMatchObject({ ok: true, repeated: false })
  await until(() => expect(told.map((entry) => entry.act)).toEqual(['proposal.open']))
  const refused = await own.perform('proposal.open', { unitId: 'bakery' }, actId())
  expect(refused).toMatchObject({ ok: false, refused: { kind: 'input', code: 'bad-input' } })
  const unknown = await own.perform('no.such-act', {}, actId())
  expect(unknown).toMatchObject({ ok: false, refused: { kind: 'missing' } })
})

test('several browsers that lose their connection again and again are told every entry once, in order', async () => {
  const { line, found, join } = await serve()
  const { as } = await found()
  const people = [as, (await join(as, 'Ben')).as, (await join(as, 'Cleo')).as]
  const browsers = people.map((person) => {
    const { line: own, socket } = line(person)
    const heard = listening()
    own.follow(place, 0, heard.listener)
    return { own, socket, ...heard }
  })
  const answers: Promise<ActAnswer>[] = []
  for (let n = 0; n < 30; n += 1) {
    for (const { own } of browsers) answers.push(own.perform('proposal.open', rename(n), actId()))
    // Whoever's turn it is drops off the network, mid-flight, and finds back by itself.
    const unlucky = browsers[(n / 3) % browsers.length]?.socket
    if (unlucky?.connected) unlucky.io.engine.close()
    if (n % 5 === 0) await answers.at(-1)
  }
  const said = await Promise.all(answers)
  expect(said.every((answer) => answer.ok)).toBe(true)
  const numbers = said.map((answer) => (answer.ok ? answer.number : 0)).sort((a, b) => a - b)
  expect(new Set(numbers).size).toBe(90)
  const last = numbers.at(-1) ?? 0
  const all = Array.from({ length: last }, (_, index) => index + 1)
  for (const { numbers: heard } of browsers) await until(() => expect(heard()).toEqual(all))
})

test('everybody at a table sees whose pen is where, and that it is gone with its page', async () => {
  const { line, found, join } = await serve()
  const { as, personId } = await found()
  const other = await join(as, 'Ben')
  const opened = await line(as).line.perform('proposal.open', rename(1), actId())
  const matter = opened.ok ? (opened.result as { proposalId: string }).proposalId : ''
  const [ada, ben] = [line(as), line(other.as)]
  const [heardByAda, heardByBen] = [listening(), listening()]
  ada.line.follow({ stream: 'bakery', matter }, 0, heardByAda.listener)
  ben.line.follow({ stream: 'bakery', matter }, 0, heardByBen.listener)
  const names = (here: readonly Here[]) => here.map((one) => one.name).sort()
  await until(() => expect(names(heardByBen.here.now)).toEqual(['Ada', 'Ben']))
  await until(() => expect(names(heardByAda.here.now)).toEqual(['Ada', 'Ben']))
  ada.line.pen(matter, { line: 'bread', value: '380' })
  await until(() =>
    expect(heardByBen.here.now.find((one) => one.personId === personId)?.pen).toEqual({ line: 'bread', value: '380' }),
  )
  const before = ada.line.page()
  ada.socket.io.engine.close()
  // Back again as another page, with what was being typed; the lost page is gone.
  await until(() => {
    const adas = heardByBen.here.now.filter((one) => one.personId === personId)
    expect(adas).toEqual([expect.objectContaining({ pen: { line: 'bread', value: '380' } })])
    expect(adas[0]?.page).not.toBe(before)
  })
  ada.line.close()
  await until(() => expect(names(heardByBen.here.now)).toEqual(['Ben']))
})

test('messages that were never agreed on are refused, and the server stands', async () => {
  const { socket, found, faults } = await serve()
  const { as } = await found()
  const own = socket(as)
  own.connect()
  const naughty: unknown[] = [null, 7, '', [], { stream: '__proto__' }, { stream: 'private', matter: null }]
  const send = own as unknown as { emitWithAck: (name: string, value: unknown) => Promise<{ ok: boolean }> }
  await until(() => expect(own.connected).toBe(true))
  for (const value of naughty)
    for (const name of ['join', 'since', 'act'])
      expect(await send.emitWithAck(name, value)).toMatchObject({ ok: false })
  ;(own as unknown as { emit: (name: string, value: unknown) => void }).emit('act', 'without an answer')
  expect(await own.emitWithAck('join', place)).toMatchObject({ ok: true })
  expect(faults).toEqual([])
})
