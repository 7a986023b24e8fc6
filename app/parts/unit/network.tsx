import { Link } from '@remix-run/react'
import { Pictogram } from '#app/parts/pictogram.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'

type ListedUnit = AnswerOf<'units.list'>[number]

/** The symbol of each kind of unit. */
export const unitSymbols: Readonly<Record<ListedUnit['kind'], string>> = {
  enterprise: 'factory',
  branch: 'gear',
  town: 'town',
  district: 'house',
  region: 'farm',
  federation: 'hand',
}

/** An enterprise is known by what it makes. */
const symbolOf = (unit: ListedUnit): string =>
  (unit.kind === 'enterprise' ? unit.makes[0]?.pictogram : undefined) ?? unitSymbols[unit.kind]

/** A larger unit and what belongs to it. */
export function UnitGroup({ group, units }: { group: ListedUnit; units: readonly ListedUnit[] }) {
  const words = useWords()
  return (
    <div className="network-group">
      <h3>
        <Pictogram name={unitSymbols[group.kind]} word={null} /> <Link to={`/units/${group.id}`}>{group.name}</Link>
      </h3>
      <p className="entry-meta">
        <Facts unit={group} />
        {units.length === 0 && <span>{words.say('unit-holds-none')}</span>}
      </p>
      <UnitRows units={units} />
    </div>
  )
}

/** Units one under the other, each with what it is and what is open. */
export function UnitRows({ units }: { units: readonly ListedUnit[] }) {
  return (
    <ul className="network network-units">
      {units.map((unit) => (
        <li key={unit.id}>
          <Pictogram name={symbolOf(unit)} word={null} />
          <div>
            <Link to={`/units/${unit.id}`}>{unit.name}</Link>
            <p className="entry-meta">
              <Facts unit={unit} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Facts({ unit }: { unit: ListedUnit }) {
  const words = useWords()
  return (
    <>
      <span>{words.say('unit-kind', { kind: unit.kind })}</span>
      {unit.kind === 'enterprise' && unit.makes.length > 0 && (
        <span>
          {words.say('network-makes', { what: unit.makes.map((product) => product.name.toLowerCase()).join(', ') })}
        </span>
      )}
      <span>{words.say('network-members', { count: unit.members })}</span>
      {unit.openProposals > 0 && (
        <strong className="means-proposed">{words.say('network-open', { count: unit.openProposals })}</strong>
      )}
    </>
  )
}
