import { z } from 'zod'
import { unitsNamed } from '#db/views/names.ts'
import { defineView } from '#db/views/view.ts'

/** The units that an installation's set-up page needs to know of, and whether it is still open. */
export const setUpPage = defineView({
  name: 'set-up.page',
  answers: 'Whether this installation still waits for its first people or its first unit.',
  input: z.object({}),
  answer: async ({ read, tables, actor }) => {
    const people = await read.$count(tables.persons)
    const units = Object.keys(await unitsNamed(read, tables)).length
    return { waitsForFounder: people === 0, waitsForUnit: people > 0 && units === 0, signedIn: actor.kind === 'person' }
  },
})
