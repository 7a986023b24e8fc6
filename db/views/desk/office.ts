import type { Asked } from '#db/views/view.ts'
import { refusalOf } from '#rules/refusal.ts'
import { firstBroken } from '#rules/rule.ts'
import { whoMayPublish } from '#rules/standing.ts'

/** Refuses everybody but the people of a unit's office: a file that is not published yet is theirs alone. */
export function onlyTheOffice({ actor, standing }: Pick<Asked<unknown>, 'actor' | 'standing'>, unitId: string): void {
  const barred = firstBroken(whoMayPublish(actor, standing, unitId))
  if (barred) throw refusalOf('who', barred)
}
