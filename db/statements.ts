import { and, eq } from 'drizzle-orm'
import { defineHot, type Params, type Reader, type Tx } from '#db/open.ts'
import { onlyRow } from '#db/rows.ts'
import type { Tables } from '#db/tables.ts'

type StatementRow = Tables['statements']['$inferSelect']

const inProposal = defineHot((q, { statements }, param: Params<{ proposalId: string; statementId: string }>) =>
  q
    .select()
    .from(statements)
    .where(and(eq(statements.id, param('statementId')), eq(statements.proposalId, param('proposalId')))),
)

const insert = defineHot((q, { statements }, param: Params<StatementRow>) =>
  q.insert(statements).values({
    id: param('id'),
    unitId: param('unitId'),
    proposalId: param('proposalId'),
    personId: param('personId'),
    kind: param('kind'),
    anchor: param('anchor'),
    replyTo: param('replyTo'),
    number: param('number'),
    at: param('at'),
    removed: param('removed'),
  }),
)

/** Gives a statement about this proposal. Refuses with `missing`. */
export const statementOf = async (read: Reader, proposalId: string, statementId: string) =>
  onlyRow(await read.hot(inProposal, { proposalId, statementId }))

/** Keeps what was said; the words themselves stand beside the journal's entry. */
export const keepStatement = (tx: Tx, given: StatementRow) => tx.hot(insert, given)
