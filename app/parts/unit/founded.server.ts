import type { AppLoadContext } from '@remix-run/node'
import type { Sent } from '#app/form.server.ts'
import { Refusal } from '#rules/refusal.ts'
import type { AssemblyNumbers, DecisionRule, namesShownTo } from '#rules/shapes/decision-rule.ts'
import type { Unit } from '#rules/shapes/figures.ts'

const thresholds: Readonly<Record<string, Pick<DecisionRule, 'threshold' | 'strict'>>> = {
  half: { threshold: { num: 1, den: 2 }, strict: true },
  threefifths: { threshold: { num: 3, den: 5 }, strict: false },
  twothirds: { threshold: { num: 2, den: 3 }, strict: false },
  threequarters: { threshold: { num: 3, den: 4 }, strict: false },
  all: { threshold: { num: 1, den: 1 }, strict: false },
}

const quorums: Readonly<Record<string, DecisionRule['quorum']>> = {
  none: { num: 0, den: 1 },
  quarter: { num: 1, den: 4 },
  third: { num: 1, den: 3 },
  half: { num: 1, den: 2 },
  twothirds: { num: 2, den: 3 },
}

const rolesOf = {
  member: ['member'],
  delegate: ['member', 'delegate'],
  office: ['office'],
  all: ['member', 'delegate', 'office'],
} as const

/** Founds the unit that the founding form describes. Gives its id. */
export async function foundFromForm(context: AppLoadContext, { input, actId }: Sent): Promise<string> {
  const text = (name: string) => String(input[name] ?? '').trim()
  const chosen = <T>(choices: Readonly<Record<string, T>>, name: string): T => {
    const choice = Object.hasOwn(choices, text(name)) ? choices[text(name)] : undefined
    if (choice === undefined) throw faulty(name, 'field-missing')
    return choice
  }
  const seats = Object.entries((input.seat ?? {}) as Record<string, string>).flatMap(([personId, role]) =>
    Object.hasOwn(rolesOf, role) ? rolesOf[role as keyof typeof rolesOf].map((each) => ({ personId, role: each })) : [],
  )
  if (seats.length === 0) throw faulty('seats', 'found-no-seats')
  const numbers = Object.fromEntries(
    Object.entries((input.numbers ?? {}) as Record<string, string>).map(([name, many]) => [name, Number(many)]),
  )
  const wanted = {
    id: text('id') === '' ? slugOf(text('name')) : text('id'),
    name: text('name'),
    kind: text('kind') as Unit['kind'],
    side: text('side') as Unit['side'],
    parents: Object.keys((input.parent ?? {}) as object),
    rule: {
      method: 'majority' as const,
      base: text('base') as DecisionRule['base'],
      quorum: chosen(quorums, 'quorum'),
      ...chosen(thresholds, 'threshold'),
    },
    numbers: numbers as unknown as AssemblyNumbers,
    namesShownTo: text('namesShownTo') as (typeof namesShownTo)[number],
    seats,
  }
  return (await context.perform('unit.found', wanted, actId)).result.unitId
}

const faulty = (field: string, code: string) => new Refusal('input', 'bad-input', {}, { [field]: { code, values: {} } })

/** Makes a short name of a name: "Inès’ Bakery" becomes "ines-bakery". */
const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replace(/^-+|-+$/g, '')
