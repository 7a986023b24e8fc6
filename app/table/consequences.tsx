import type { ReactNode } from 'react'
import { Pictogram } from '#app/parts/pictogram.tsx'
import { Mark } from '#app/parts/stamp.tsx'
import { useWords } from '#app/parts/words.tsx'
import { Capacity } from '#app/table/capacity.tsx'
import { Chains } from '#app/table/chains.tsx'
import { Hours } from '#app/table/hours.tsx'
import type { Names } from '#app/table/page-data.ts'
import { aboutText, signedText } from '#app/table/quantity.tsx'
import { productName, whose } from '#app/table/summary.ts'
import type { Consequences as Followed } from '#figures/consequences.ts'
import type { Line } from '#rules/shapes/proposal.ts'

/** Lines under a name, with what follows from them: a version, an amendment, or what somebody's hand is on. */
export interface Following {
  readonly name: string
  readonly lines: readonly Line[]
  readonly followed: Followed
}

interface ConsequencesProps {
  readonly id: string
  readonly shown: Following
  /** What it is set beside; null where there is nothing to compare with. */
  readonly beside: Following | null
  readonly names: Names
  /** The months of the books from which it is reckoned, and whether it stands as a vote found it. */
  readonly vintage: { readonly first: string; readonly last: string; readonly isFrozen: boolean }
}

/** What follows when lines are decided, against what stands: labour, inputs, capacity, shortages, each with its chain. */
export function Consequences({ id, shown, beside, names, vintage }: ConsequencesProps) {
  const words = useWords()
  const { followed } = shown
  return (
    <section className="follows" id={id} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words.say('follows-title', { name: shown.name })}</h3>
      <p className="soft small">
        {words.say('follows-against', {
          frozen: vintage.isFrozen ? 'yes' : 'no',
          first: words.period(vintage.first),
          last: words.period(vintage.last),
        })}
      </p>
      <Part title={words.say('follows-labour')}>
        <Hours rows={beside && isOther(beside, shown) ? [beside, shown] : [shown]} />
      </Part>
      {followed.shortages.some((short) => short.missing > 0) && (
        <Part title={words.say('follows-short')}>
          <Shortages followed={followed} names={names} />
        </Part>
      )}
      {followed.capacity.length > 0 && (
        <Part title={words.say('follows-capacity')}>
          <Capacity uses={followed.capacity} names={names} />
        </Part>
      )}
      {(followed.inputs.length > 0 || (beside?.followed.inputs.length ?? 0) > 0) && (
        <Part title={words.say('follows-inputs')}>
          <Inputs shown={shown} beside={beside} names={names} />
        </Part>
      )}
      {followed.lines.some((line) => line.chain.length > 1) && (
        <Part title={words.say('follows-chain')}>
          <Chains followed={followed} lines={shown.lines} names={names} />
        </Part>
      )}
      <Limits followed={followed} lines={shown.lines} names={names} />
    </section>
  )
}

/** Whether two differ in labour by what can be seen. */
const isOther = (one: Following, other: Following): boolean =>
  Math.abs(one.followed.hours.total - other.followed.hours.total) >= 0.5

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="follows-part">
      <h4>{title}</h4>
      {children}
    </div>
  )
}

function Inputs({ shown, beside, names }: Omit<ConsequencesProps, 'vintage' | 'id'>) {
  const words = useWords()
  const ids = new Set([...shown.followed.inputs, ...(beside?.followed.inputs ?? [])].map((need) => need.productId))
  return (
    <ul className="needs">
      {[...ids].slice(0, 8).map((id) => {
        const now = shown.followed.inputs.find((need) => need.productId === id)
        const was = beside?.followed.inputs.find((need) => need.productId === id)
        const unit = now?.unit ?? was?.unit ?? ''
        return (
          <li key={id}>
            <Pictogram name={names.products[id]?.pictogram ?? 'box'} word={null} />
            <span>{names.products[id]?.name ?? id}</span>
            <strong className="number">{signedText(words, now?.amount ?? 0, unit)}</strong>
            {beside && was?.amount !== now?.amount && (
              <span className="soft small">
                {words.say('beside-amount', { name: beside.name, amount: signedText(words, was?.amount ?? 0, unit) })}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Shortages({ followed, names }: { followed: Followed; names: Names }) {
  const words = useWords()
  return (
    <ul className="shortages">
      {followed.shortages
        .filter((short) => short.missing > 0)
        .map((short) => (
          <li key={`${short.unitId} ${short.productId}`}>
            <Mark meaning="decided" />
            <span>
              <strong>
                {words.say('short-missing', {
                  amount: aboutText(words, short.missing, short.unit),
                  product: productName(short.productId, names),
                  who: whose(short, names, words),
                })}
              </strong>{' '}
              {words.say('short-why', {
                needed: aboutText(words, short.needed, short.unit),
                capacity: aboutText(words, short.fromCapacity, short.unit),
                stock: aboutText(words, short.fromStock, short.unit),
              })}
            </span>
          </li>
        ))}
    </ul>
  )
}

/** What the books do not say, so that nobody takes a part for the whole. */
function Limits({ followed, lines, names }: { followed: Followed; lines: readonly Line[]; names: Names }) {
  const words = useWords()
  const sentences = [
    ...followed.problems.map(({ lineId, code }) =>
      words.say(`problem-${code}`, {
        product: productName(lines.find((line) => line.id === lineId)?.productId ?? '', names),
      }),
    ),
    ...followed.gaps.map(({ productId, code }) => words.say(`gap-${code}`, { product: productName(productId, names) })),
  ]
  if (sentences.length === 0) return null
  return (
    <ul className="limits small soft">
      {[...new Set(sentences)].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
