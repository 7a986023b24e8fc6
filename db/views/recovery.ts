import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { onlyRow } from '#db/rows.ts'
import { defineView } from '#db/views/view.ts'
import { recoveryIsOpen, secretHash } from '#rules/account.ts'
import { Secret } from '#rules/shapes/account.ts'

/** What a recovery link opens. Refuses: `missing` where no link has this secret. */
export const recoveryPage = defineView({
  name: 'recovery.page',
  answers: 'Whether a recovery link is still good.',
  input: z.object({ secret: Secret }),
  answer: async ({ read, tables: { recoveries }, input, now }) => {
    const found = await read
      .select()
      .from(recoveries)
      .where(eq(recoveries.hash, secretHash(input.secret)))
    const recovery = onlyRow(found)
    return { expiresAt: recovery.expiresAt, open: recoveryIsOpen(recovery, now).holds }
  },
})
