import { describe, expect, test } from 'vitest'
import { stageUpload } from '#acts/figure/stage.ts'
import { storyOf } from '#db/journal.ts'
import { exportLines } from '#db/views/export.ts'
import { canonicalText, textHash } from '#rules/entry.ts'
import { draftMinute } from '#rules/minute.ts'
import { recountExport } from '#rules/recount/recount.ts'
import type { Actor } from '#rules/standing.ts'
import { dialects } from '#test/support/dialects.ts'
import { actId, breadProposal, world } from '#test/support/world.ts'

const head = 'measure,product,period,value,status\n'
const months = ['2026-07', '2026-08', '2026-09', '2026-10']
const bookOf = (output: number) =>
  head +
  months
    .map((month, i) => `output,bread,${month},${output + i},final\ninput,flour,${month},${200 + i}.25,provisional\n`)
    .join('')

describe.each(dialects)('what the acts record (%s)', (dialect) => {
  test('is recounted without a fault, from the first figure to the plan line, votes on amendments and corrections among it', async () => {
    const { perform, db, unitId, members, office, open, later, clockActor, time } = await world(dialect)
    const { ada, ben, cleo } = members
    const by = (actor: Actor) => ({ actor, actId: actId() })
    const measure = { kind: 'flow', unit: null, decimals: 1, aggregation: 'sum', definition: 'As booked.' } as const
    await perform('measure.define', { id: 'output', name: 'Output', ...measure }, by(office))
    await perform('measure.define', { id: 'input', name: 'Input', ...measure }, by(office))
    const source = { producer: 'The Bakery', title: 'Books', licence: 'CC0', url: null, invented: true }
    await perform('source.define', { id: 'books', ...source }, by(office))
    const publish = async (text: string) => {
      const bytes = new TextEncoder().encode(text)
      const now = time.now.toISOString()
      const { upload } = await stageUpload(db, { unitId, name: 'book.csv', bytes, actor: office, now })
      later(1)
      const input = { unitId, upload, mapping: null, sourceId: 'books', leaveOutFaulty: false }
      return (await perform('figure.publish', input, by(office))).result
    }
    expect(await publish(bookOf(310))).toMatchObject({ added: 8 })
    expect(await publish(bookOf(310))).toMatchObject({ already: true })
    expect(await publish(bookOf(312))).toMatchObject({ revised: 4 })
    const figure = { unitId, seriesId: 'bakery/output/bread/', period: '2026-07', status: 'final', note: null } as const
    await perform('figure.correct', { ...figure, value: '311', reason: 'Miscounted.' }, by(office))
    const proposalId = await open(breadProposal(unitId))
    const say = { unitId, proposalId, kind: 'statement', anchor: { kind: 'proposal' }, replyTo: null } as const
    const { result: said } = await perform('statement.make', { ...say, text: 'Enough?' }, by(ben))
    await perform('statement.make', { ...say, text: 'Yes.' }, by(cleo))
    await perform('statement.remove', { unitId, statementId: said.statementId, reason: 'Said twice.' }, by(ben))
    const changes = [{ kind: 'amount', lineId: 'bread', from: '340', to: '360' }] as const
    const tabled = { unitId, proposalId, base: 1, changes: [...changes], reason: 'The towns have grown.' }
    const { amendmentId } = (await perform('amendment.table', tabled, by(ben))).result
    const decide = async (about: string | null) => {
      const closesAt = later(60 * 24)
      time.now = new Date(time.now.getTime() - 60 * 60_000)
      const input = { unitId, proposalId, amendmentId: about, closesAt }
      // Asked by as many members as the assembly's number says, where it is not the proposer's own matter.
      const asked = (await perform('vote.open', input, by(ada))).result
      const voteId = asked.voteId ?? (await perform('vote.open', input, by(ben))).result.voteId ?? ''
      for (const [actor, choice] of [
        [ada, 'no'],
        [ben, 'yes'],
        [ada, 'yes'],
        [cleo, 'abstain'],
      ] as const)
        await perform('vote.cast', { unitId, voteId, choice }, by(actor))
      await perform(
        'figure.correct',
        { ...figure, value: String(time.now.getTime() % 997), reason: 'Again.' },
        by(office),
      )
      later(120)
      await perform('vote.close', { unitId, voteId }, by(clockActor))
    }
    await decide(amendmentId)
    await decide(null)
    const entries = (await storyOf(db.read, db.tables, proposalId)).map(({ entry }) => entry)
    const draftHash = textHash(canonicalText(draftMinute({ unitId, proposalId, entries })))
    await perform('minute.confirm', { unitId, proposalId, draftHash, remark: null }, by(cleo))

    async function* bytes() {
      for await (const line of exportLines(db)) yield new TextEncoder().encode(line)
    }
    const report = await recountExport(bytes())
    expect(report.faults).toEqual([])
    const counts = Object.fromEntries(report.checked.map(({ what, count }) => [what, count]))
    expect(counts).toMatchObject({
      'checked-votes': 2,
      'checked-ballots': 6,
      'checked-versions': 2,
      'checked-batches': 5,
      'checked-minutes': 1,
      'checked-plan-lines': 1,
      'checked-consequences': 3,
    })
    expect(counts['checked-frozen-figures']).toBeGreaterThan(0)
  })
})
