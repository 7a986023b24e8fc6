import type { AnswerOf } from '#db/views/index.ts'

/** Everything that the page of a proposal shows, as its view gives it. */
export type TablePage = AnswerOf<'proposal.page'>

export type TableAmendment = TablePage['amendments'][number]
export type TableStatement = TablePage['statements'][number]
export type TableVote = TablePage['votes'][number]
export type TableBrief = NonNullable<TablePage['brief']>

/** The names that lines, chains and people are shown by. */
export interface Names {
  readonly units: Readonly<Record<string, string>>
  readonly products: Readonly<
    Record<string, { readonly name: string; readonly unit: string; readonly pictogram: string }>
  >
  readonly people: Readonly<Record<string, string | null>>
}
