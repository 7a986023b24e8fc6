import { useWords, type Wording } from '#app/parts/words.tsx'
import type { Names } from '#app/table/page-data.ts'
import { aboutText } from '#app/table/quantity.tsx'
import { percent, productName, whose } from '#app/table/summary.ts'
import type { Consequences } from '#figures/consequences.ts'

type Use = Consequences['capacity'][number]

interface CapacityProps {
  readonly uses: readonly Use[]
  readonly names: Names
}

/** The bar reaches a little beyond all of the capacity, so that more than all can be seen. */
const whole = 130

/** How far capacity is used, before and after: a bar against the line of what there is. What hardly changes is only named. */
export function Capacity({ uses, names }: CapacityProps) {
  const words = useWords()
  const most = Math.max(whole, ...uses.map((use) => percent(use.shareAfter ?? 0) + 5))
  const [moved, still] = [uses.filter(isMoved), uses.filter((use) => !isMoved(use))]
  return (
    <>
      <ul className="capacity">
        {moved.map((use) => (
          <CapacityRow key={`${use.unitId} ${use.productId}`} use={use} most={most} names={names} />
        ))}
      </ul>
      {still.length > 0 && (
        <p className="small soft">
          {words.say('capacity-same', {
            list: listed(
              words,
              still.map((use) => (use.unitId === null ? productName(use.productId, names) : whose(use, names, words))),
            ),
          })}
        </p>
      )}
    </>
  )
}

const isMoved = (use: Use): boolean =>
  percent(use.shareBefore ?? 0) !== percent(use.shareAfter ?? 0) || (use.shareAfter ?? 0) > 1

const listed = (words: Wording, names: readonly string[]): string =>
  new Intl.ListFormat(words.language, { type: 'conjunction' }).format(names)

function CapacityRow({ use, most, names }: { use: Use; most: number; names: Names }) {
  const words = useWords()
  const [before, after] = [percent(use.shareBefore ?? 0), percent(use.shareAfter ?? 0)]
  const unit = names.products[use.productId]?.unit ?? ''
  const over = after > 100
  return (
    <li className={over ? 'over' : undefined}>
      <p className="capacity-name">
        <span>
          {use.unitId === null
            ? whose(use, names, words)
            : `${whose(use, names, words)}, ${productName(use.productId, names)}`}
        </span>
        <strong className="number">{words.say('capacity-change', { before, after })}</strong>
      </p>
      <svg className="capacity-bar" viewBox={`0 0 ${most} 10`} preserveAspectRatio="none" aria-hidden="true">
        <rect className="capacity-all" x={0} y={1} width={100} height={8} />
        <rect className="capacity-before" x={0} y={1} width={Math.min(before, after)} height={8} />
        <rect
          className={after > before ? 'capacity-more' : 'capacity-less'}
          x={Math.min(before, after)}
          y={1}
          width={Math.abs(after - before)}
          height={8}
        />
        <line className="capacity-line" x1={100} x2={100} y1={0} y2={10} />
      </svg>
      <p className="small soft">
        {words.say(over ? 'capacity-over' : 'capacity-fits', {
          after: aboutText(words, use.after, unit),
          capacity: aboutText(words, use.capacity, unit),
        })}
        {use.reporting < use.makers &&
          ` ${words.say('capacity-reporting', { reporting: use.reporting, makers: use.makers })}`}
      </p>
    </li>
  )
}
