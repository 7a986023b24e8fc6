import { Link } from '@remix-run/react'
import { useMomentWords } from '#app/parts/moment.tsx'
import { Notice } from '#app/parts/notice.tsx'
import { useWords } from '#app/parts/words.tsx'
import { Compared } from '#app/table/compared.tsx'
import type { Names, TablePage } from '#app/table/page-data.ts'
import { lineWords, signedExact } from '#app/table/quantity.tsx'
import { unitSymbol } from '#figures/measurement.ts'
import { differences } from '#rules/differences.ts'
import type { DecisionRule } from '#rules/shapes/decision-rule.ts'
import type { ProposalBody } from '#rules/shapes/proposal.ts'
import { requirementOf } from '#rules/voting/sentences.ts'

type VersionsProps = Pick<TablePage, 'version' | 'versions' | 'proposal'>

/** Which version is shown, since when, and the way to the others. */
export function Versions({ version, versions, proposal }: VersionsProps) {
  const words = useWords()
  const at = useMomentWords(versions.find((each) => each.version === version)?.at ?? proposal.openedAt, 'day')
  return (
    <div className="versions">
      <p>{words.say(version === proposal.version ? 'version-newest' : 'version-older', { version, at })}</p>
      {versions.length > 1 && (
        <nav aria-label={words.say('versions-label')}>
          <ol>
            {[...versions].reverse().map((each) => (
              <li key={each.version}>
                <Link
                  to={each.version === proposal.version ? '?' : `?version=${each.version}`}
                  aria-current={each.version === version ? 'true' : undefined}
                  aria-label={words.say('version-name', { version: each.version })}
                  preventScrollReset
                >
                  {each.version}
                </Link>
              </li>
            ))}
          </ol>
          <Link to={`?version=${version}`} preventScrollReset>
            {words.say('versions-compare', { version })}
          </Link>
        </nav>
      )}
    </div>
  )
}

/** The decision rule that a proposal is to bring, in the words in which votes state theirs. */
export function RuleChange({ rule, members }: { rule: DecisionRule; members: number }) {
  const words = useWords()
  const said = requirementOf(rule, members)
  return (
    <Notice meaning="proposed" title={words.say('rule-change')} isAnswer={false}>
      <p>{words.say(said.code, said.values)}</p>
    </Notice>
  )
}

interface ChangedSinceProps {
  readonly earlier: ProposalBody
  readonly later: ProposalBody
  readonly version: number
  readonly names: Names
}

/** What a version changed against the one before it. */
export function ChangedSince({ earlier, later, version, names }: ChangedSinceProps) {
  const words = useWords()
  const { title, blocks, lines } = differences(earlier, later)
  return (
    <section className="changed-since" aria-labelledby="changed-since-title">
      <h3 id="changed-since-title">{words.say('version-changed', { version, before: version - 1 })}</h3>
      {title.some((part) => part.kind !== 'same') && <Compared parts={title} />}
      {blocks
        .filter((block) => block.kind !== 'same')
        .map((block) => (
          <Compared key={block.id} parts={block.parts} />
        ))}
      <ul>
        {lines.flatMap((each) => {
          if (each.kind === 'same') return []
          const { line } = each
          const unit = unitSymbol(line.unit)
          const change =
            each.kind === 'changed'
              ? words.say('amount-changed', {
                  from: words.amount(each.from, unit),
                  to: words.amount(each.to, unit),
                  change: signedExact(words, each.delta, line.unit),
                })
              : words.say(each.kind === 'added' ? 'line-added' : 'line-removed', {
                  amount: words.amount(line.amount, unit),
                })
          return [
            <li key={`${each.kind} ${line.id}`}>
              {lineWords(words, line, names)}: {change}
            </li>,
          ]
        })}
      </ul>
    </section>
  )
}
