import { asc } from 'drizzle-orm'
import { z } from 'zod'
import { isDemonstrationHere } from '#db/marks.ts'
import { defineView } from '#db/views/view.ts'

/** What the page that explains everything lists: the sources of all figures, and whether the society is invented. */
export const aboutPage = defineView({
  name: 'about.page',
  answers: 'Lists the sources of all figures with their licences, and says whether this is a demonstration.',
  input: z.object({}),
  answer: async ({ read, tables }) => {
    const { sources } = tables
    return {
      demo: await isDemonstrationHere({ tx: read, tables }),
      sources: await read
        .select()
        .from(sources)
        .orderBy(asc(sources.invented), asc(sources.producer), asc(sources.title)),
    }
  },
})
