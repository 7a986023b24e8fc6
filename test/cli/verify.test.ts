import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { openDb } from '#db/open.ts'
import { exportLines } from '#db/views/export.ts'
import { makePlace } from '#test/support/dialects.ts'
import { keepSmallRecord } from '#test/support/small-record.ts'

let file = ''
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'negotium-verify-'))
  file = join(folder, 'export.jsonl')
  const { where, remove } = await makePlace('sqlite')
  const db = await openDb(where)
  await keepSmallRecord(db)
  let text = ''
  for await (const line of exportLines(db)) text += line
  writeFileSync(file, text)
  await db.close()
  await remove()
  return () => rmSync(folder, { recursive: true })
})

const verify = (...words: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'cli.ts', 'verify', ...words], (fault, said, wrong) =>
      resolve({ code: Number(fault?.code ?? 0), said: said + wrong }),
    )
  })

test('a sound export is verified in plain words', async () => {
  const { code, said } = await verify(file)
  expect(said).toContain('one closed vote, counted again')
  expect(said).toContain('Everything fits. No fault was found.')
  expect(code).toBe(0)
})

test('one altered byte is found and named, and the command fails', async () => {
  const altered = `${file}.altered`
  writeFileSync(altered, readFileSync(file, 'utf8').replace('Words of bo', 'Words of by'))
  const { code, said } = await verify(altered)
  expect(said).toMatch(/Line \d+: the value “text” of entry \d+ in stream mill is not what was committed to\./)
  expect(code).toBe(1)
})

test('a running installation’s export is read from its address', async () => {
  const asked: string[] = []
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '')
    answer.end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { code, said } = await verify(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  expect(said).toContain('No fault was found.')
  expect({ code, asked }).toEqual({ code: 0, asked: ['/api/v1/export'] })
})

test('what cannot be read is said so', async () => {
  expect((await verify(`${file}.none`)).code).toBe(2)
  expect((await verify()).code).toBe(2)
})
