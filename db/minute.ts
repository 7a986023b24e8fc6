import { storyOf } from '#db/journal.ts'
import type { Books } from '#db/rows.ts'
import { canonicalText, textHash } from '#rules/entry.ts'
import { draftMinute, type Minute } from '#rules/minute.ts'

/** Drafts a proposal's minute from the journal of its unit: the minute, its canonical text, and the hash by which it is confirmed. */
export async function draftedMinute(
  { tx, tables }: Books,
  unitId: string,
  proposalId: string,
): Promise<{ draft: Minute; text: string; hash: string }> {
  const story = await storyOf(tx, tables, proposalId)
  const entries = story.map(({ entry }) => entry).filter((entry) => entry.stream === unitId)
  const draft = draftMinute({ unitId, proposalId, entries })
  const text = canonicalText(draft)
  return { draft, text, hash: textHash(text) }
}
