import { createHash } from 'node:crypto'
import type { Db } from '#db/open.ts'
import { standingOf } from '#db/standing.ts'
import { keepUpload } from '#db/uploads.ts'
import { decodeText } from '#figures/formats/encoding.ts'
import { Refusal, refusalOf } from '#rules/refusal.ts'
import { firstBroken } from '#rules/rule.ts'
import { isPlainText } from '#rules/shapes/names.ts'
import { type Actor, whoMayPublish } from '#rules/standing.ts'

/** The largest file that is staged, in bytes: 16 MB. */
export const largestUpload = 16 * 1024 * 1024

/**
 * Stages a file for an office: kept, looked at and mapped by that office only, until it is published. Nothing is journalled.
 * Takes: the bytes as received and the file's name. Gives: the content's hash, by which preview and `figure.publish` name it.
 * Refuses: whoever may not publish for the unit; `file-empty`; `file-too-large`.
 */
export async function stageUpload(
  db: Db,
  given: {
    readonly unitId: string
    readonly name: string
    readonly bytes: Uint8Array
    readonly actor: Actor
    readonly now: string
  },
): Promise<{ upload: string; name: string }> {
  const { unitId, bytes, actor, now } = given
  const standing = actor.kind === 'person' ? await standingOf(db.read, actor.id) : []
  const barred = firstBroken(whoMayPublish(actor, standing, unitId))
  if (barred) throw refusalOf('who', barred)
  if (bytes.length === 0) throw new Refusal('input', 'file-empty')
  if (bytes.length > largestUpload) throw new Refusal('input', 'file-too-large', { megabytes: 16 })
  const hash = createHash('sha256').update(bytes).digest('hex')
  const name = nameOf(given.name)
  await keepUpload(db, { unitId, hash, name, personId: actor.id, at: now, content: decodeText(bytes).text })
  return { upload: hash, name }
}

/** The last part of a path, at most 200 characters: browsers and programs send all sorts of names. */
function nameOf(text: string): string {
  const last = text.split(/[\\/]/).at(-1)?.trim().replace(/\s+/g, ' ').slice(0, 200) ?? ''
  return last !== '' && isPlainText(last) ? last : 'file'
}
