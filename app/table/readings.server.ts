import type { AppLoadContext } from '@remix-run/node'
import type { Reading } from '#app/act-answer.server.ts'
import { anchorFrom } from '#app/table/anchor.ts'
import { changesBetween } from '#rules/changes-between.ts'
import type { ProposalBody } from '#rules/shapes/proposal.ts'

/** How the forms of the table are read, act by act. */
export function tableReadings(context: AppLoadContext, proposalId: string): Record<string, Reading> {
  const asIs: Reading = (input) => input
  const amended: Reading = async (input, form) => {
    if ('changes' in input) return { ...input, base: Number(input.base) }
    const base = Number(input.base)
    const { body } = await context.ask('proposal.page', { proposalId, version: base })
    return { ...input, base, changes: changesBetween(body, typedBody(body, form)) }
  }
  return {
    'statement.make': (input) => ({
      ...input,
      anchor: anchorFrom(String(input.anchor ?? '')),
      replyTo: input.replyTo || null,
    }),
    'statement.remove': asIs,
    'amendment.table': amended,
    'amendment.rewrite': amended,
    'amendment.accept': asIs,
    'amendment.ask-vote': asIs,
    'amendment.withdraw': asIs,
    'proposal.withdraw': asIs,
    'table.arrive': asIs,
    'table.leave': asIs,
    'vote.cast': asIs,
    'vote.open': (input, form) => ({
      ...input,
      amendmentId: input.amendmentId || null,
      closesAt: instantFrom(String(input.closesAt ?? ''), Number(form.get('_zone') ?? 0)),
    }),
  }
}

/**
 * The instant that a date and time mean; an unreadable one is left for the act to refuse.
 * Takes: "2027-03-05T18:00", and by how many minutes UTC is ahead of the clock that it was read from.
 */
function instantFrom(local: string, zoneMinutes: number): string {
  const moment = Date.parse(`${local}Z`) + zoneMinutes * 60_000
  return Number.isNaN(moment) ? local : new Date(moment).toISOString()
}

/** The body as somebody without JavaScript typed it into the plain form: every text and amount, and what is ticked to go. */
function typedBody(body: ProposalBody, form: FormData): ProposalBody {
  const typed = (name: string, otherwise: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.replace(/\r\n/g, '\n').trim() : otherwise
  }
  const stays = ({ id }: { id: string }) => form.get(`_gone.${id}`) === null
  const added = typed('_new-block', '')
  return {
    ...body,
    title: typed('_title', body.title),
    blocks: [
      ...body.blocks.filter(stays).map((block) => ({ ...block, text: typed(`_block.${block.id}`, block.text) })),
      ...(added === '' ? [] : [{ id: `block-${String(form.get('actId')).slice(0, 8)}`, text: added }]),
    ],
    lines: body.lines
      .filter(stays)
      .map((line) => ({ ...line, amount: typed(`_line.${line.id}`, line.amount).replace(/[\s,]/g, '') })),
  }
}
