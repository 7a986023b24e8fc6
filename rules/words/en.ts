import { acts } from '#rules/words/en/acts'
import { charts } from '#rules/words/en/charts'
import { desk } from '#rules/words/en/desk'
import { frame } from '#rules/words/en/frame'
import { refusals } from '#rules/words/en/refusals'
import { table } from '#rules/words/en/table'

/** Every sentence that a reader of English sees: ICU messages by code, one file a part of the house. */
export const en = { ...refusals, ...acts, ...frame, ...charts, ...desk, ...table } as const

export type Code = keyof typeof en
