import { about } from '#rules/words/en/about.ts'
import { account } from '#rules/words/en/account.ts'
import { acts } from '#rules/words/en/acts.ts'
import { books } from '#rules/words/en/books.ts'
import { charts } from '#rules/words/en/charts.ts'
import { cli } from '#rules/words/en/cli.ts'
import { decisions } from '#rules/words/en/decisions.ts'
import { desk } from '#rules/words/en/desk.ts'
import { frame } from '#rules/words/en/frame.ts'
import { journal } from '#rules/words/en/journal.ts'
import { numbers } from '#rules/words/en/numbers.ts'
import { plan } from '#rules/words/en/plan.ts'
import { proposals } from '#rules/words/en/proposals.ts'
import { recount } from '#rules/words/en/recount.ts'
import { refusals } from '#rules/words/en/refusals.ts'
import { society } from '#rules/words/en/society.ts'
import { start } from '#rules/words/en/start.ts'
import { table } from '#rules/words/en/table.ts'
import { units } from '#rules/words/en/units.ts'
import { voting } from '#rules/words/en/voting.ts'

/** Every sentence that a reader of English sees: ICU messages by code, one file a part of the house. */
export const en = {
  ...about,
  ...account,
  ...recount,
  ...refusals,
  ...acts,
  ...books,
  ...frame,
  ...charts,
  ...cli,
  ...decisions,
  ...desk,
  ...journal,
  ...society,
  ...start,
  ...plan,
  ...table,
  ...proposals,
  ...units,
  ...voting,
  ...numbers,
} as const

export type Code = keyof typeof en
