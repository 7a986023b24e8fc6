import type { AnswerOf } from '#db/views/index.ts'

/** A vote as its page shows it: without the frozen texts, which stand in the export. */
export type ShownVote = Omit<AnswerOf<'vote.page'>, 'frozen' | 'manifest'>
