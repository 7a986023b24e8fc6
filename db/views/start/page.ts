import { z } from 'zod'
import { isDemonstrationHere } from '#db/marks.ts'
import { sharedStart } from '#db/views/start/shared.ts'
import { defineView } from '#db/views/view.ts'
import { waitingFor } from '#db/views/waiting.ts'

const weekMs = 7 * 86_400_000

export const startPage = defineView({
  name: 'start.page',
  answers:
    'Shows the state of things: output by product, open proposals, the latest decisions, how the plan stands, and what waits for the reader.',
  input: z.object({}),
  answer: async ({ read, tables, actor, standing, now }) => {
    const shared = await sharedStart(read, tables, now)
    const soon = new Date(Date.parse(now) + weekMs).toISOString()
    const closing = shared.open.flatMap((each) => each.votes).filter(({ closesAt }) => closesAt <= soon)
    return {
      ...shared,
      counts: { ...shared.counts, closing: closing.length },
      demo: await isDemonstrationHere({ tx: read, tables }),
      /** What waits for the reader, the most pressing first; nothing for a visitor. */
      waits: await waitingFor(read, tables, { actor, standing }),
    }
  },
})
