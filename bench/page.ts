import { askedFor } from '#bench/asked.ts'
import { ended, enterAs, heard, openHouse, startPart } from '#bench/house.ts'
import { type Run, tell } from '#bench/told.ts'

/** The proposal page for people who are signed in, against the same route and components drawn from constant data. */
const rounds = 3
const forMs = 4_000
const target = 0.75

const house = await openHouse()
const [personId = ''] = house.members
const cookie = await enterAs(house.origin, personId)
const bare = startPart('bare-page', { file: house.file, personId })
const port = await heard<number>(bare, 'port')
const path = `/proposals/${house.proposalId}`
const own = (ms: number) => askedFor(house.origin + path, { Cookie: cookie }, ms)
const limit = (ms: number) => askedFor(`http://127.0.0.1:${port}${path}`, {}, ms)

// Both warm up before anything counts.
await own(forMs)
await limit(forMs)
const runs: Run[] = []
let bytes = [0, 0]
for (let round = 0; round < rounds; round++) {
  const [one, other] = [await own(forMs), await limit(forMs)]
  bytes = [one.bytes, other.bytes]
  runs.push({ value: one.perSecond, limit: other.perSecond })
}
tell({ what: `proposal page, signed in (${bytes.join(' and ')} bytes)`, unit: 'pages/s', runs, target })
await ended(bare)
await house.close()
