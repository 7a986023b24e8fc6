import type { AssemblyNumbers, DecisionRule, namesShownTo } from '#rules/shapes/decision-rule.ts'

/** How an assembly of the society decides, before it decides otherwise. */
export interface Charter {
  readonly rule: DecisionRule
  readonly numbers: AssemblyNumbers
  readonly namesShownTo: (typeof namesShownTo)[number]
}

const simple: DecisionRule = {
  method: 'majority',
  base: 'yes-and-no',
  threshold: { num: 1, den: 2 },
  strict: true,
  quorum: { num: 1, den: 2 },
}
const numbers: AssemblyNumbers = { amendmentVote: 3, openVote: 3, admission: 2, delegates: 3, moderation: 3 }

/** What differs from the simple majority of those who say yes or no, half of all members voting. */
const others: Readonly<Record<string, Partial<Charter>>> = {
  'bread-branch': { rule: { ...simple, base: 'with-abstentions' } },
  'wendle-federation': { rule: { ...simple, base: 'entitled', threshold: { num: 2, den: 3 }, strict: false } },
  'cotton-branch': { rule: { ...simple, threshold: { num: 3, den: 5 }, strict: false } },
  'north-mill': { namesShownTo: 'members' },
}

/** Gives the terms on which a unit's assembly is founded. */
export const charterOf = (unitId: string): Charter => ({
  rule: simple,
  numbers,
  namesShownTo: 'everybody',
  ...others[unitId],
})
