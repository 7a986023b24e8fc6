import type { LoaderFunctionArgs } from '@remix-run/node'
import { shown } from '#app/doorway.server.ts'

/** The plan beside what was done, as a table for a spreadsheet; chosen as on the page of the plan. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const chosen = (name: string) => asked.get(name) || null
  const choice = {
    unit: chosen('unit'),
    product: chosen('product'),
    period: chosen('period'),
    state: chosen('state') === 'replaced' ? ('replaced' as const) : ('in-force' as const),
  }
  const { name, text } = await shown(context.ask('plan.csv', choice), context.actor)
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}
