import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { answerActForm } from '#app/act-answer.server.ts'
import { shown } from '#app/doorway.server.ts'
import { tableReadings } from '#app/table/readings.server.ts'
import { Table } from '#app/table/table.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? say('en', 'page-title', { title: data.page.body.title }) : say('en', 'proposals-title') },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const version = new URL(request.url).searchParams.get('version')
  const page = await shown(
    context.ask('proposal.page', { proposalId: params.proposalId ?? '', version: version || null }),
    context.actor,
  )
  return { page, seed: crypto.randomUUID() }
}

/** Choosing what to read about, or beginning to amend, asks nothing of the server. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}) => {
  const isSame = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search && !formMethod
  const versions = [currentUrl, nextUrl].map((url) => url.searchParams.get('version'))
  return isSame && versions[0] === versions[1] ? false : defaultShouldRevalidate
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const proposalId = params.proposalId ?? ''
  return answerActForm({
    request,
    context,
    readings: tableReadings(context, proposalId),
    next: (act) => `/proposals/${proposalId}${places[act] ?? ''}`,
  })
}

/** Where somebody without JavaScript finds what they have just done. */
const places: Readonly<Record<string, string>> = {
  'statement.make': '#say',
  'vote.cast': '#vote',
  'vote.open': '#vote',
  'amendment.table': '#amendments',
  'amendment.rewrite': '#amendments',
  'amendment.accept': '#amendments',
  'amendment.ask-vote': '#amendments',
  'amendment.withdraw': '#amendments',
}

export default function ProposalPage() {
  const { page, seed } = useLoaderData<typeof loader>()
  return <Table page={page} seed={seed} />
}
