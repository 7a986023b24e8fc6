import type { LoaderFunctionArgs } from '@remix-run/node'
import { shown } from '#app/doorway.server.ts'

/** The same figures as a table for a spreadsheet: `?series=…` (several times), or a choice as on the page of figures. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const series = asked.getAll('series').map(padded)
  const given = Object.fromEntries(
    ['unit', 'measure', 'product', 'search', 'from', 'to', 'asOf'].flatMap((name) => {
      const value = asked.get(name)
      return value ? [[name, value]] : []
    }),
  )
  const input = { ...given, ...(series.length > 0 ? { series } : {}) }
  const { name, text } = await shown(context.ask('figures.csv', input), context.actor)
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}

/** A series' id has four parts; those at the end that are empty may be left out in an address. */
const padded = (id: string) => [...id.split('/'), '', '', ''].slice(0, 4).join('/')
