import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Db, Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'

/** How many files wait in one unit's office; the oldest gives way to a new one. */
const mostStaged = 20

export interface Upload {
  readonly unitId: string
  /** SHA-256 of the bytes as received. */
  readonly hash: string
  readonly name: string
  readonly personId: string
  readonly at: string
  /** The bytes read as text. */
  readonly content: string
}

/** Keeps a file that an office has sent, unpublished; the same file again only takes the newer name and moment. */
export async function keepUpload(db: Db, upload: Upload): Promise<void> {
  const { uploads } = db.tables
  const { name, personId, at } = upload
  await db.transaction(async (tx) => {
    await tx
      .insert(uploads)
      .values({ ...upload })
      .onConflictDoUpdate({ target: [uploads.unitId, uploads.hash], set: { name, personId, at } })
    const kept = await tx
      .select({ hash: uploads.hash })
      .from(uploads)
      .where(eq(uploads.unitId, upload.unitId))
      .orderBy(desc(uploads.at))
    const old = kept.slice(mostStaged).map((row) => row.hash)
    if (old.length > 0) {
      await tx.delete(uploads).where(and(eq(uploads.unitId, upload.unitId), inArray(uploads.hash, old)))
    }
  })
}

/** Gives a staged file, or undefined. Who may read it is the caller's to decide: only the office that sent it. */
export async function uploadOf(
  read: Reader,
  { uploads }: Tables,
  unitId: string,
  hash: string,
): Promise<Upload | undefined> {
  const rows = await read
    .select()
    .from(uploads)
    .where(and(eq(uploads.unitId, unitId), eq(uploads.hash, hash)))
  return rows.at(0)
}
