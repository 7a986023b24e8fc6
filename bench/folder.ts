import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let whole: string | undefined
let made = 0

/** Makes an empty folder; all of them are removed when the program ends. */
export function newFolder(): string {
  if (whole === undefined) {
    const path = mkdtempSync(join(tmpdir(), 'negotium-bench-'))
    process.on('exit', () => rmSync(path, { recursive: true, force: true }))
    whole = path
  }
  made += 1
  const folder = join(whole, String(made))
  mkdirSync(folder)
  return folder
}
