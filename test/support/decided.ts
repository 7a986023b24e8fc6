import { stageUpload } from '#acts/figure/stage.ts'
import type { ProposalBody } from '#rules/shapes/proposal.ts'
import type { Actor } from '#rules/standing.ts'
import type { Dialect } from '#test/support/dialects.ts'
import { actId, breadProposal, world } from '#test/support/world.ts'

/** A bakery whose office publishes, and whose assembly can be brought to a decision in one step. */
export async function decidingWorld(dialect: Dialect) {
  const here = await world(dialect)
  const { perform, unitId, members, delegate, office, clockActor, later, open, db, time } = here
  const by = (actor: Actor) => ({ actor, actId: actId() })
  const defined = { kind: 'flow', unit: null, decimals: 1, aggregation: 'sum', definition: 'As booked.' } as const
  await perform('measure.define', { id: 'output', name: 'Output', ...defined }, by(office))
  const source = { id: 'books', producer: 'The Bakery', title: 'Books', licence: 'CC0', url: null, invented: true }
  await perform('source.define', source, by(office))
  const publish = async (rows: string) => {
    const bytes = new TextEncoder().encode(`measure,product,period,value,status\n${rows}`)
    const now = time.now.toISOString()
    const { upload } = await stageUpload(db, { unitId, name: 'book.csv', bytes, actor: office, now })
    later(1)
    const input = { unitId, upload, mapping: null, sourceId: 'books', leaveOutFaulty: false }
    await perform('figure.publish', input, by(office))
  }
  /** Opens a proposal, amends nothing, votes yes, closes: adopted, with its minute still to be confirmed. */
  const adopt = async (body: ProposalBody) => {
    const proposalId = await open(body)
    const spoken = { kind: 'objection', anchor: { kind: 'line', id: 'bread' }, replyTo: null } as const
    await perform('table.arrive', { unitId, proposalId }, by(members.ada))
    await perform('statement.make', { unitId, proposalId, ...spoken, text: 'The ovens are old.' }, by(members.ben))
    const closesAt = new Date(time.now.getTime() + 3_600_000).toISOString()
    const { result } = await perform('vote.open', { unitId, proposalId, amendmentId: null, closesAt }, by(members.ada))
    const voteId = result.voteId ?? ''
    await perform('vote.cast', { unitId, voteId, choice: 'yes' }, by(members.ada))
    await perform('vote.cast', { unitId, voteId, choice: 'yes' }, by(members.ben))
    later(61)
    await perform('vote.close', { unitId, voteId }, by(clockActor))
    return { proposalId, voteId }
  }
  const confirm = async (proposalId: string, remark: string | null) => {
    const { hash } = await here.ask('minute.page', { proposalId }, delegate)
    return perform('minute.confirm', { unitId, proposalId, draftHash: hash, remark }, by(delegate))
  }
  const decide = async (amount: string) => {
    const body = breadProposal(unitId)
    const decided = await adopt({ ...body, lines: body.lines.map((line) => ({ ...line, amount })) })
    await confirm(decided.proposalId, null)
    return decided
  }
  return { ...here, by, publish, adopt, confirm, decide }
}
