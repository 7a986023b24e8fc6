import { and, desc, eq } from 'drizzle-orm'
import { amendmentOf, type Books, onlyRow } from '#db/rows.ts'
import { Refusal } from '#rules/refusal.ts'
import type { Anchor } from '#rules/shapes/statement.ts'

interface About {
  readonly unitId: string
  readonly proposalId: string
}

/** Gives an amendment of this proposal. Refuses with `missing`, also where the amendment is another proposal's. */
export async function amendmentTo(books: Books, { unitId, proposalId }: About, amendmentId: string) {
  const amendment = await amendmentOf(books, unitId, amendmentId)
  return onlyRow(amendment.proposalId === proposalId ? [amendment] : [])
}

/** Refuses with `missing` what words cannot be about: blocks and lines of no version of the proposal, others' amendments. */
export async function refuseStrayAnchor(books: Books, about: About, anchor: Anchor): Promise<void> {
  const { tx, tables } = books
  if (anchor.kind === 'amendment') await amendmentTo(books, about, anchor.id)
  if (anchor.kind === 'figure') {
    const { series } = tables
    onlyRow(await tx.select({ id: series.id }).from(series).where(eq(series.id, anchor.series)))
  }
  if (anchor.kind !== 'block' && anchor.kind !== 'line') return
  const part = anchor.kind === 'block' ? 'blocks' : 'lines'
  if (!(await isInSomeVersion(books, about.proposalId, part, anchor.id))) throw new Refusal('missing', 'no-such-thing')
}

/** Newest first: words are mostly about what stands. */
async function isInSomeVersion(
  { tx, tables: { versions } }: Books,
  proposalId: string,
  part: 'blocks' | 'lines',
  id: string,
): Promise<boolean> {
  const of = eq(versions.proposalId, proposalId)
  const numbers = await tx
    .select({ version: versions.version })
    .from(versions)
    .where(of)
    .orderBy(desc(versions.version))
  for (const { version } of numbers) {
    const [row] = await tx
      .select({ body: versions.body })
      .from(versions)
      .where(and(of, eq(versions.version, version)))
    if (row?.body[part].some((one) => one.id === id)) return true
  }
  return false
}
