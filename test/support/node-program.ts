// A node of its own process, for tests that kill it: the real house with REST and sockets, told by the environment.
import { pino } from 'pino'
import { openHouse } from '#server.ts'
import { readSettings } from '#settings.ts'

const read = readSettings(process.env)
if ('faults' in read) throw new Error(read.faults.join(' '))
const log = pino({ level: 'error' }, pino.destination(2))
const { port, foundingToken } = await openHouse({
  settings: read.settings,
  pages: 'none',
  log,
  clock: () => new Date(),
  say: () => {},
})
process.send?.({ port, foundingToken })
