import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { askedFor } from '#bench/asked.ts'
import { openHouse, root } from '#bench/house.ts'
import { type Run, tell } from '#bench/told.ts'

/** Public pages as visitors are shown them, kept while the record stands still, against a static file of the same bytes from the same server. */
const rounds = 3
const forMs = 2_000
const target = 0.5

const house = await openHouse()
for (const path of ['/', `/proposals/${house.proposalId}`]) {
  const page = await (await fetch(house.origin + path)).text()
  const name = `bench-${process.pid}.html`
  const file = join(root, 'build/client', name)
  process.on('exit', () => rmSync(file, { force: true }))
  writeFileSync(file, page)
  const runs: Run[] = []
  await askedFor(house.origin + path, {}, forMs / 2)
  await askedFor(`${house.origin}/${name}`, {}, forMs / 2)
  let bytes = 0
  for (let round = 0; round < rounds; round++) {
    const kept = await askedFor(house.origin + path, {}, forMs)
    const limit = await askedFor(`${house.origin}/${name}`, {}, forMs)
    bytes = kept.bytes
    runs.push({ value: kept.perSecond, limit: limit.perSecond })
  }
  rmSync(file)
  tell({ what: `visitors’ page ${path.split('/')[1] || 'start'} (${bytes} bytes)`, unit: 'pages/s', runs, target })
}
await house.close()
