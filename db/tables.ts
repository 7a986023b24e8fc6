import { type Kit, postgresKit, sqliteKit } from '#db/columns.ts'
import { books } from '#db/tables/books.ts'
import { decisions } from '#db/tables/decisions.ts'
import { deliberation } from '#db/tables/deliberation.ts'
import { network } from '#db/tables/network.ts'
import { people } from '#db/tables/people.ts'
import { record } from '#db/tables/record.ts'

/** Every table, written once for both databases. Sections follow the words of docs/architecture.md. */
export function defineTables(c: Kit) {
  return { ...record(c), ...people(c), ...network(c), ...books(c), ...deliberation(c), ...decisions(c) }
}

export type Tables = ReturnType<typeof defineTables>
export const sqliteTables = defineTables(sqliteKit)
export const postgresTables: Tables = defineTables(postgresKit)
