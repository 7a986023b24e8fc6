/** A page that is looked at, and for whom it shows something of its own. */
export interface Address {
  readonly path: string
  readonly status: number
  /** Shows more to people who have a part in it. */
  readonly isOwn: boolean
}

/** Asks a view as anybody may. */
async function ask<A>(origin: string, view: string): Promise<A> {
  const answer = await fetch(`${origin}/api/v1/${view}`)
  if (!answer.ok) throw new Error(`${view}: ${await answer.text()}`)
  return (await answer.json()) as A
}

interface Listed {
  readonly proposals: readonly { readonly id: string; readonly unitId: string; readonly stage: string }[]
}

/** Names one page of every kind that the demonstration has, by what it holds today. */
export async function addresses(origin: string): Promise<Address[]> {
  const { proposals } = await ask<Listed>(origin, 'proposals.list')
  const { lines } = await ask<{ lines: readonly { id: string }[] }>(origin, 'plan.list')
  const stages = [...new Set(proposals.map((one) => one.stage))]
  const oneOfEach = stages.flatMap((stage) => proposals.find((one) => one.stage === stage) ?? [])
  const votes: string[] = []
  for (const { id } of oneOfEach) {
    const page = await ask<{ votes: readonly { id: string; state: string }[] }>(
      origin,
      `proposal.page?proposalId=${id}`,
    )
    votes.push(...page.votes.map((vote) => vote.id))
  }
  const recorded = oneOfEach.find((one) => one.stage === 'recorded')?.id ?? ''
  const own = [
    '/',
    '/me',
    '/units/riverside-bakery',
    '/units/riverside-bakery/desk',
    '/units/riverside-bakery/propose',
    ...oneOfEach.map((one) => `/proposals/${one.id}`),
    `/proposals/${recorded}/minute`,
    `/proposals/${proposals.find((one) => one.stage === 'discussion')?.id}/brief`,
    ...votes.slice(0, 3).map((id) => `/votes/${id}`),
  ]
  const same = [
    '/about',
    '/books',
    '/figures',
    '/figures?unit=riverside-bakery',
    '/figures/riverside-bakery/output/bread/',
    '/journal',
    '/journal/riverside-bakery',
    '/journal/riverside-bakery/12',
    '/people/marta-kowal',
    '/plan',
    `/plan/${lines[0]?.id}`,
    '/proposals',
    '/set-up',
    '/sign-in',
    '/units',
    '/units/bread-branch',
    '/units/harrowmere',
    '/units/found',
  ]
  return [
    ...own.map((path) => ({ path, status: 200, isOwn: true })),
    ...same.map((path) => ({ path, status: 200, isOwn: false })),
    ...['/join/no-such-invitation', '/recovery/no-such-link'].map((path) => ({ path, status: 400, isOwn: false })),
    ...['/no-such-page', '/proposals/none'].map((path) => ({ path, status: 404, isOwn: false })),
  ]
}

/** Finds a proposal at a stage in which a unit's members have a part. */
export async function proposalAt(origin: string, stage: string, unitId: string): Promise<string> {
  const { proposals } = await ask<Listed>(origin, 'proposals.list')
  const found = proposals.find((one) => one.stage === stage && one.unitId === unitId)
  if (!found) throw new Error(`No proposal of ${unitId} is at the stage ${stage}.`)
  return `/proposals/${found.id}`
}
