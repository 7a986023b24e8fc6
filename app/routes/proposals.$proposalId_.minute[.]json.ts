import type { LoaderFunctionArgs } from '@remix-run/node'
import { shown } from '#app/doorway.server.ts'

/** The minute as it is hashed, byte for byte. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { text, proposal } = await shown(
    context.ask('minute.page', { proposalId: params.proposalId ?? '' }),
    context.actor,
  )
  return new Response(text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="minute-${proposal.id}.json"`,
    },
  })
}
