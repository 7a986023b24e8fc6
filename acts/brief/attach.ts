import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { briefOf, openVotesOf, proposalOf } from '#db/rows.ts'
import { canonicalText, textHash } from '#rules/entry.ts'
import { Refusal } from '#rules/refusal.ts'
import { BriefBody } from '#rules/shapes/brief.ts'
import { Id, Slug } from '#rules/shapes/names.ts'
import { whenBriefMayBeChanged } from '#rules/stages.ts'
import { whoMayBrief } from '#rules/standing.ts'

export const attachBrief = defineAct({
  name: 'brief.attach',
  does: 'Attaches a brief to a proposal, or a new version of it: an ordered page of words, tables, graphs and pictures.',
  input: z.object({ unitId: Slug, proposalId: Id, body: BriefBody }),
  stream: (input) => input.unitId,
  body: (input) => input,
  // Figures are public and never taken away, so that they can be looked up before the lock.
  prepare: async ({ read, tables: { series }, input }) => {
    const named = [...new Set(input.body.blocks.flatMap((block) => (block.kind === 'words' ? [] : block.series)))]
    if (named.length === 0) return
    const found = await read.select({ id: series.id }).from(series).where(inArray(series.id, named))
    const unknown = named.find((id) => !found.some((row) => row.id === id))
    if (unknown) throw new Refusal('input', 'no-such-series', { series: unknown })
  },
  load: async ({ tx, tables, input }) => ({
    proposal: await proposalOf({ tx, tables }, input.unitId, input.proposalId),
    openVotes: await openVotesOf({ tx, tables }, input.proposalId),
    brief: (await briefOf({ tx, tables }, input.proposalId)) ?? null,
  }),
  who: ({ actor, standing, input }) => whoMayBrief(actor, standing, input.unitId),
  when: ({ facts }) => whenBriefMayBeChanged(facts),
  apply: async ({ tx, tables, input, facts, actor, number, now }) => {
    const { unitId, proposalId, body } = input
    const version = (facts.brief?.version ?? 0) + 1
    const kept = { unitId, version, body, writtenBy: actor.id, number, at: now }
    await tx
      .insert(tables.briefs)
      .values({ proposalId, ...kept })
      .onConflictDoUpdate({ target: tables.briefs.proposalId, set: kept })
    return {
      result: { version },
      matter: proposalId,
      events: [{ kind: 'brief.attached', proposalId, version, body, hash: textHash(canonicalText(body)) }],
    }
  },
})
