import { z } from 'zod'
import { keepMark, peopleCount } from '#acts/account/mark.ts'
import { defineAct } from '#acts/act.ts'
import { nobodyIsHereYet } from '#rules/account.ts'
import { networkStream } from '#rules/entry.ts'

/** Marks an empty installation as a demonstration, for good: every page then says that its society is invented. */
export const beginDemonstration = defineAct({
  name: 'demonstration.begin',
  does: 'Marks an empty installation as a demonstration, for good.',
  input: z.object({}),
  stream: () => networkStream,
  body: (input) => input,
  by: 'operator',
  load: async (given) => ({ people: await peopleCount(given), units: await given.tx.$count(given.tables.units) }),
  who: () => [],
  when: ({ facts }) => [nobodyIsHereYet(facts.people + facts.units)],
  apply: async (given) => {
    await keepMark(given, 'demonstration', given.now)
    return { result: {}, events: [{ kind: 'demonstration.begun' }] }
  },
})
