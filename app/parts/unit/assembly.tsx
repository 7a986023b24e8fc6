import { Section } from '#app/parts/page.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'
import { neededFor } from '#rules/seats.ts'
import { requirementOf } from '#rules/voting/sentences.ts'

/** How an assembly decides: its rule in words, and the numbers that its acts need. */
export function Assembly({ page, members }: { page: AnswerOf<'unit.page'>; members: number }) {
  const words = useWords()
  const { rule, numbers, namesShownTo } = page.unit
  const requirement = requirementOf(rule, members)
  const atMost = (wanted: number) => Math.max(1, Math.min(wanted, members))
  return (
    <Section id="assembly" title={words.say('assembly-title')}>
      {members === 0 ? (
        <p>{words.say('assembly-rule-none')}</p>
      ) : (
        <>
          <p className="lead">{words.say(requirement.code, requirement.values)}</p>
          <ul>
            <li>{words.say('assembly-open-vote', { count: atMost(numbers.openVote) })}</li>
            <li>{words.say('assembly-amendment-vote', { count: atMost(numbers.amendmentVote) })}</li>
            <li>{words.say('assembly-admission', { count: neededFor('admit', numbers, members) })}</li>
            <li>{words.say('assembly-delegates', { count: neededFor('elect', numbers, members) })}</li>
            <li>{words.say('assembly-moderation', { count: atMost(numbers.moderation) })}</li>
            <li>{words.say('assembly-names', { shown: namesShownTo })}</li>
          </ul>
        </>
      )}
    </Section>
  )
}
