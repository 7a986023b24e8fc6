import type { Society } from '#demo/society.ts'
import { coldSundays, newRoller, steadySeason } from '#demo/story/decided.ts'
import { moreBread } from '#demo/story/more-bread.ts'
import { readingsOf } from '#demo/story/readings.ts'
import type { Step } from '#demo/story/step.ts'
import { oneMill, warmBaths } from '#demo/story/undone.ts'

/** The day, before today, on which the society was founded in the story: everything else is later. */
export const foundedDaysAgo = 400

/**
 * Tells what the people of the society proposed, said, amended and decided: one proposal in each stage.
 * Takes: the society, whose books the speakers quote; today, from which every day is counted back.
 * Gives: the steps, oldest first.
 */
export function story(society: Society, today: Date): Step[] {
  const books = readingsOf(society, today)
  const matters = [steadySeason, warmBaths, oneMill, newRoller, coldSundays, moreBread]
  return matters.flatMap((tell) => tell(books, today)).sort((one, other) => other.day - one.day)
}
