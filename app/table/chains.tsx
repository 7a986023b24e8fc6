import { useWords, type Wording } from '#app/parts/words.tsx'
import type { Names } from '#app/table/page-data.ts'
import { aboutText } from '#app/table/quantity.tsx'
import { hoursSentence, productName } from '#app/table/summary.ts'
import type { Consequences, LineConsequences, WantedLine } from '#figures/consequences.ts'

type Link = LineConsequences['chain'][number]

interface ChainsProps {
  readonly followed: Consequences
  readonly lines: readonly WantedLine[]
  readonly names: Names
}

/** Why so much follows: each line's first rounds, in one row of words and, opened, as a list within lists. */
export function Chains({ followed, lines, names }: ChainsProps) {
  const words = useWords()
  const told = followed.lines.filter((line) => line.chain.length > 1)
  return (
    <ul className="chains">
      {told.map((line) => {
        const wanted = lines.find((one) => one.id === line.lineId)
        return (
          <li key={line.lineId}>
            {told.length > 1 && wanted && (
              <p className="small soft">
                {words.say('chain-of', {
                  unit: names.units[wanted.unitId] ?? wanted.unitId,
                  period: words.period(wanted.period),
                })}
              </p>
            )}
            <p className="chain">
              {mainWay(line.chain).map((link, index) => (
                <span key={link.productId}>
                  {index > 0 && <span className="chain-arrow"> → </span>}
                  {linkWords(words, link, names)}
                </span>
              ))}
            </p>
            <details>
              <summary>{words.say('chain-open')}</summary>
              <Branch links={line.chain} of={0} names={names} />
              <p className="small soft">{explainedWords(words, line)}</p>
            </details>
          </li>
        )
      })}
    </ul>
  )
}

function Branch({ links, of, names }: { links: readonly Link[]; of: number; names: Names }) {
  const words = useWords()
  const own = links.flatMap((link, at) => (link.of === of ? [{ link, at }] : []))
  if (own.length === 0) return null
  return (
    <ul>
      {own.map(({ link, at }) => (
        <li key={at}>
          {linkWords(words, link, names)} <span className="small soft">{hoursSentence(link.hours, words)}</span>
          <Branch links={links} of={at} names={names} />
        </li>
      ))}
    </ul>
  )
}

/** The weightiest link of each round, from the line's own product back to the source. */
function mainWay(links: readonly Link[]): Link[] {
  const way: Link[] = []
  let at: number | null = links.length > 0 ? 0 : null
  while (at !== null) {
    const here: Link | undefined = links[at]
    if (!here) break
    way.push(here)
    const next = links.findIndex((link) => link.of === at)
    at = next === -1 ? null : next
  }
  return way
}

const linkWords = (words: Wording, link: Link, names: Names): string =>
  words.say(link.of === null ? (link.amount < 0 ? 'chain-less' : 'chain-more') : 'chain-link', {
    amount: aboutText(words, link.amount, link.unit),
    product: productName(link.productId, names),
  })

function explainedWords(words: Wording, line: LineConsequences): string {
  const last = line.rounds.at(-1)
  if (!last || last.explained === null) return words.say('chain-no-labour')
  return words.say('chain-rounds', {
    rounds: line.rounds.length,
    share: Math.min(100, Math.round(last.explained * 100)),
  })
}
