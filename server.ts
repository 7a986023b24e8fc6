import { mkdirSync, realpathSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import express from 'express'
import { type Logger, pino, stdSerializers } from 'pino'
import { z } from 'zod'
import { keepTime } from '#acts/clock.ts'
import { stageUpload } from '#acts/figure/stage.ts'
import { acts } from '#acts/index.ts'
import { openActs, type PerformAny } from '#acts/perform.ts'
import { randomTools } from '#acts/tools.ts'
import { mount } from '#app/http/mount.server.ts'
import { isSocketFromElsewhere } from '#app/http/origin.server.ts'
import type { Pages } from '#app/http/pages.server.ts'
import type { Described, Platform } from '#app/platform.ts'
import { sessionCookie, withoutSecret } from '#app/session.server.ts'
import { beginRecord } from '#db/begin.ts'
import { openCallers } from '#db/callers.ts'
import { isDemonstrationHere } from '#db/marks.ts'
import { nextClose, recordNumber } from '#db/moved.ts'
import { type Db, openDb } from '#db/open.ts'
import { exportLines } from '#db/views/export.ts'
import { openViews, views } from '#db/views/index.ts'
import { peopleNamed } from '#db/views/names.ts'
import { isBrokenOff, tellDemonstration } from '#demonstration.ts'
import { broadcastTo, joinNodes } from '#realtime/broadcast.ts'
import { endedBy, hangUp } from '#realtime/hang-up.ts'
import { allowance } from '#realtime/limits.ts'
import type { Rooms } from '#realtime/rooms.ts'
import { openSockets } from '#realtime/sockets.ts'
import { tokenReaches } from '#rules/account.ts'
import type { Caller } from '#rules/caller.ts'
import { refusalOf } from '#rules/refusal.ts'
import { operator, visitor } from '#rules/standing.ts'
import { keptSecret, readSettings, type Settings } from '#settings.ts'

/** An installation that is open: where it listens, and how it is closed. */
export interface House {
  readonly port: number
  readonly db: Db
  readonly performAny: PerformAny
  /** The one-time token of an installation that nobody has founded yet; null elsewhere. */
  readonly foundingToken: string | null
  readonly close: () => Promise<void>
}

export interface Opening {
  readonly settings: Settings
  readonly pages: Pages
  readonly log: Logger
  readonly clock: () => Date
  /** Tells the person at the console what is taking its time. */
  readonly say: (line: string) => void
}

/** How often the clock looks whether anything is due. */
const clockMs = 1000
/** What one person may send: generous, against accidents and floods only. */
const acting = { burst: 3000, perSecond: 100 }

/** Builds the house from the ground up (database, acts, views, doorways) and opens it on one port. */
export async function openHouse({ settings, pages, log, clock, say }: Opening): Promise<House> {
  const db = await openRecord(settings)
  const onFault = (thrown: unknown, about: object): string => {
    const reference = randomTools.newId()
    log.error({ reference, err: thrown, ...about }, 'something went wrong')
    return reference
  }
  // The doorways need the acts, and the acts tell their news to the sockets, which open last.
  const rooms: { io?: Rooms } = {}
  const { performAny } = openActs({
    db,
    tools: randomTools,
    clock,
    broadcast: (news) => rooms.io && broadcastTo(rooms.io, news),
    onFault: (thrown) => onFault(thrown, { during: 'broadcast' }),
  })
  const foundingToken = await fillIfEmpty({ db, settings, clock, performAny, say })
  const app = express()
  const http = createServer(app)
  const perform = performFor(performAny, rooms)
  const platform = platformOf({ db, settings, clock, log, perform })
  const { ask } = openViews({ db, clock })
  const since = (stream: string, after: number) => ask('journal.since', { stream, after }, visitor)
  const sockets = openSockets(http, {
    isFromElsewhere: (headers) =>
      isSocketFromElsewhere(headers, settings.publicUrl, platform.cookie.sent(headers.cookie)),
    callerOf: openCallers({ db, clock, cookie: platform.cookie }).ofSocket,
    nameOf: async (personId) => (await peopleNamed(db.read, db.tables, [personId]))[personId] ?? null,
    perform: (caller) => async (name, input, actId) => {
      const done = await perform(caller)(name, input, actId)
      return { ...done, result: withoutSecret(done.result).result }
    },
    since,
    numberOf: async (stream) => (await since(stream, Number.MAX_SAFE_INTEGER)).number,
    take: platform.take,
    nowMs: () => performance.now(),
    onFault,
  })
  rooms.io = sockets.io
  const { redisUrl } = settings
  const nodes = redisUrl
    ? await joinNodes(sockets.io, redisUrl, (thrown) => onFault(thrown, { during: 'redis' }))
    : null
  await mount(app, { http, platform, pages, root, trustProxy: settings.trustProxy })
  const alone = await isDemonstrationHere({ tx: db.read, tables: db.tables })
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(settings.port, settings.host ?? (alone ? '127.0.0.1' : '::'), resolve)
  })
  const stopClock = keepTime({
    db,
    performAny,
    clock,
    everyMs: clockMs,
    onFault: (thrown) => onFault(thrown, { during: 'clock' }),
  })
  return {
    port: (http.address() as AddressInfo).port,
    db,
    performAny,
    foundingToken,
    close: async () => {
      await stopClock()
      sockets.stop()
      http.closeIdleConnections()
      await sockets.io.close()
      nodes?.leave()
      await db.close()
    },
  }
}

/** Opens the database with its two first streams. Refuses to show an invented society to the public. */
async function openRecord({ dataFolder, databaseUrl, publicUrl }: Settings): Promise<Db> {
  mkdirSync(dataFolder, { recursive: true })
  const db = await openDb(
    databaseUrl ? { postgresUrl: databaseUrl } : { sqliteFile: join(dataFolder, 'negotium.sqlite') },
  )
  // The streams are older than anything, so that a demonstration's past can be told in its own order.
  await beginRecord(db, new Date(0).toISOString())
  if (publicUrl !== null && (await isDemonstrationHere({ tx: db.read, tables: db.tables }))) {
    await db.close()
    throw new Error(
      'This database is a demonstration: where PUBLIC_URL is set, NEGOTIUM_DATA must name an empty folder.',
    )
  }
  if (await isBrokenOff(db)) {
    await db.close()
    throw new Error(
      'The demonstration was broken off while it was loading. Empty its data folder or database and start again.',
    )
  }
  return db
}

/** In an empty installation: loads the demonstration, or makes the token with which the first person founds it. */
async function fillIfEmpty(given: {
  readonly db: Db
  readonly settings: Settings
  readonly clock: () => Date
  readonly performAny: PerformAny
  readonly say: Opening['say']
}): Promise<string | null> {
  const { db, settings, clock, performAny, say } = given
  if ((await db.read.$count(db.tables.persons)) > 0) return null
  if (settings.demonstration) {
    say('Loading the demonstration society (once; later starts are quick) …')
    const startedMs = performance.now()
    await tellDemonstration(db, root, clock())
    say(`Loaded in ${((performance.now() - startedMs) / 1000).toFixed(1)} s.`)
    return null
  }
  const offered = await performAny('account.offer-founding', {}, { actor: operator, actId: randomTools.newId() })
  return (offered.result as { token: string }).token
}

/** Performs for whoever calls: a token only as far as it reaches, and what an act ends is hung up. */
const performFor =
  (performAny: PerformAny, rooms: { readonly io?: Rooms }) =>
  (caller: Caller) =>
  async (name: string, input: unknown, actId: string) => {
    if (caller.by.kind === 'token') {
      const reach = tokenReaches(caller.scope, name)
      if (!reach.holds) throw refusalOf('who', reach)
    }
    const done = await performAny(name, input, { actor: caller.actor, actId })
    const ended = endedBy(name, caller.actor.id, input, done.result)
    if (ended && rooms.io) hangUp(rooms.io, ended)
    return done
  }

/** What pages and REST are handed. */
function platformOf(given: {
  readonly db: Db
  readonly settings: Settings
  readonly clock: () => Date
  readonly log: Logger
  readonly perform: Platform['perform']
}): Platform {
  const { db, settings, clock, log, perform } = given
  const { askAny } = openViews({ db, clock })
  const cookie = sessionCookie(keptSecret(settings), settings.publicUrl?.startsWith('https:') ?? false)
  return {
    ask: (caller) => (name, input) => askAny(name, input, caller.actor),
    perform,
    callerOf: openCallers({ db, clock, cookie }).ofRequest,
    stage: (caller, unitId, name, bytes) =>
      stageUpload(db, { unitId, name, bytes, actor: caller.actor, now: clock().toISOString() }),
    exportLines: () => exportLines(db),
    alive: async () => {
      await db.read.$count(db.tables.marks)
    },
    take: allowance({ ...acting, nowMs: () => performance.now() }),
    newId: randomTools.newId,
    now: clock,
    recordNumber: () => recordNumber(db.read),
    nextClose: async () => {
      const closesAt = await nextClose(db.read, clock().toISOString())
      return closesAt === null ? null : Date.parse(closesAt)
    },
    cookie,
    publicUrl: settings.publicUrl,
    ...described(),
    fault: (reference, thrown, about) => log.error({ reference, err: thrown, ...about }, 'something went wrong'),
  }
}

/** Describes every act and view for the generated reference. */
export function described(): { readonly acts: readonly Described[]; readonly views: readonly Described[] } {
  const schemaOf = (input: z.ZodType) => z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  return {
    acts: acts.map((act) => ({
      name: act.name,
      says: act.does,
      schema: schemaOf(act.input),
      ...('by' in act && act.by && { by: act.by }),
    })),
    views: views.map((view) => ({ name: view.name, says: view.answers, schema: schemaOf(view.input) })),
  }
}

/** The project's folder: this file's own, or the one above the bundle. */
const here = dirname(fileURLToPath(import.meta.url))
const isBundle = import.meta.url.endsWith('/build/server.js')
const root = isBundle ? dirname(here) : here

/** Failed queries tell their values, which may be people's own: they are left out of the log. */
const withoutValues = (fault: Error) => {
  const told = stdSerializers.err(fault)
  return { ...told, message: told.message.split('\nparams:')[0], stack: told.stack.replace(/\nparams:.*/g, '') }
}

async function main(): Promise<void> {
  // React looks here when the pages are first loaded, and is several times slower where it finds nothing.
  if (isBundle) process.env.NODE_ENV ??= 'production'
  const read = readSettings(process.env)
  if ('faults' in read) {
    for (const sentence of read.faults) console.error(sentence)
    process.exitCode = 1
    return
  }
  const { settings } = read
  const log = pino({ level: settings.logLevel, serializers: { err: withoutValues } }, pino.destination(2))
  const pages = isBundle ? 'built' : 'worked-on'
  const house = await openHouse({ settings, pages, log, clock: () => new Date(), say: console.log })
  const address = settings.publicUrl ?? `http://localhost:${house.port}`
  const path = house.foundingToken === null ? '' : `/set-up?token=${house.foundingToken}`
  let closing = false
  const stop = (signal: NodeJS.Signals) => {
    if (closing) return
    closing = true
    log.info({ signal }, 'closing')
    house.close().then(
      () => process.exit(0),
      (thrown) => {
        log.error({ err: thrown }, 'could not close cleanly')
        process.exit(1)
      },
    )
  }
  // While the pages are worked on, Vite listens too, and would end the process before the house is closed.
  process.removeAllListeners('SIGTERM')
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // Said last: whoever waits for this line may ask for the end at once.
  console.log(`Negotium is open at ${address}${path}`)
}

const isProgram = process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href
if (isProgram) {
  try {
    await main()
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault)
    process.exitCode = 1
  }
}
