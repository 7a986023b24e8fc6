import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { answerActForm } from '#app/act-answer.server.ts'
import { shown } from '#app/doorway.server.ts'
import { bodyFrom } from '#app/table/body-from.ts'
import { Propose } from '#app/table/propose.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction = () => [{ title: say('en', 'page-title', { title: say('en', 'propose-title') }) }]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = await shown(context.ask('propose.page', { unitId: params.unitId ?? '' }), context.actor)
  return { page, seed: crypto.randomUUID() }
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const unitId = params.unitId ?? ''
  return answerActForm({
    request,
    context,
    readings: { 'proposal.open': (input) => ({ unitId, body: bodyFrom(input.body) }) },
    next: (_act, result) => `/proposals/${(result as { proposalId: string }).proposalId}`,
  })
}

export default function ProposePage() {
  const { page, seed } = useLoaderData<typeof loader>()
  return <Propose page={page} seed={seed} />
}
