import { describe, expect, test } from 'vitest'
import { charterOf } from '#demo/charter.ts'
import { foundingSeats, membersOf, people } from '#demo/people.ts'
import { society } from '#demo/society.ts'
import { momentOf, type Step } from '#demo/story/step.ts'
import { foundedDaysAgo, story } from '#demo/story.ts'
import { units } from '#demo/units.ts'
import { lineFaults } from '#rules/lines.ts'
import { BriefBody } from '#rules/shapes/brief.ts'
import { AssemblyNumbers, DecisionRule } from '#rules/shapes/decision-rule.ts'
import { Words } from '#rules/shapes/names.ts'
import { Change, ProposalBody } from '#rules/shapes/proposal.ts'
import { Anchor } from '#rules/shapes/statement.ts'

const today = new Date('2026-03-14T10:00:00Z')
const whole = society(today)
const steps = story(whole, today)
const of = (act: string) => steps.filter((step) => step.act === act)
const names = {
  units: new Set(whole.units.map((unit) => unit.id)),
  products: new Map(whole.products.map((product) => [product.id, new Set([product.unit])])),
}
const seriesIds = new Set(
  whole.observations.map((seen) =>
    [seen.unitId, seen.measureId, seen.productId ?? '', seen.counterpartId ?? ''].join('/'),
  ),
)
/** References stand for ids that only the telling gives. */
const named = (step: Step): unknown => JSON.parse(JSON.stringify(step.input).replaceAll('"@', '"'))

describe('the story', () => {
  test('fits the shapes of proposals, amendments, statements and briefs', () => {
    for (const step of of('proposal.open')) {
      const body = ProposalBody.parse(step.input.body)
      expect(lineFaults(body.lines, names, 'lines')).toEqual({})
    }
    for (const step of of('amendment.table'))
      for (const change of (named(step) as { changes: unknown[] }).changes)
        expect(Change.safeParse(change).error).toBeUndefined()
    for (const step of of('statement.make')) {
      const said = named(step) as { anchor: unknown; text: unknown }
      expect(Anchor.safeParse(said.anchor).error).toBeUndefined()
      expect(Words.safeParse(said.text).success).toBe(true)
    }
    for (const step of of('brief.attach')) {
      const body = BriefBody.parse(step.input.body)
      for (const block of body.blocks)
        if (block.kind !== 'words') for (const series of block.series) expect(seriesIds.has(series), series).toBe(true)
    }
  })

  test('is told in order, after the founding and before today, and keeps every name before it is used', () => {
    const kept = new Set<string>()
    let before = foundedDaysAgo
    for (const step of steps) {
      expect(step.day).toBeLessThanOrEqual(before)
      expect(step.day).toBeGreaterThan(0)
      before = step.day
      for (const [, name] of JSON.stringify(step.input).matchAll(/"@([a-z-]+)"/g))
        expect(kept.has(name ?? ''), name).toBe(true)
      if (step.keep !== undefined) {
        expect(kept.has(step.keep), step.keep).toBe(false)
        kept.add(step.keep)
      }
    }
  })

  test('lets everybody do only what their seat allows', () => {
    for (const step of steps.filter((each) => each.as !== 'clock')) {
      const unitId = String(step.input.unitId)
      const seats = foundingSeats(unitId).filter((seat) => seat.personId === step.as)
      const role =
        step.act === 'brief.attach' || step.input.kind === 'answer'
          ? 'office'
          : step.act === 'minute.confirm'
            ? 'delegate'
            : 'member'
      expect(
        seats.map((seat) => seat.role),
        `${step.as} ${step.act} ${unitId}`,
      ).toContain(role)
    }
    expect(steps.every((step) => step.as === 'clock' || people.some((each) => each.id === step.as))).toBe(true)
  })

  test('holds one proposal in each stage and a discussion worth reading', () => {
    expect(of('proposal.open')).toHaveLength(6)
    expect(of('vote.open')).toHaveLength(4)
    expect(of('vote.close')).toHaveLength(3)
    expect(of('minute.confirm')).toHaveLength(1)
    expect(of('proposal.withdraw')).toHaveLength(1)
    expect(of('statement.make').length).toBeGreaterThanOrEqual(25)
    const kinds = new Set(of('statement.make').map((step) => step.input.kind))
    expect(kinds).toEqual(new Set(['statement', 'question', 'answer', 'objection']))
  })

  test('closes votes at their hour and casts none after it', () => {
    for (const opened of of('vote.open')) {
      const closesAt = String(opened.input.closesAt)
      expect(closesAt > momentOf(today, opened).toISOString()).toBe(true)
      for (const step of steps.filter((each) => each.input.voteId === `@${opened.keep}`)) {
        const at = momentOf(today, step).toISOString()
        expect(step.act === 'vote.close' ? at >= closesAt : at < closesAt, `${step.act} ${step.as}`).toBe(true)
      }
    }
  })

  test('has two amendments that set the same amount differently, beyond and within what the mill can grind', () => {
    const flour = of('amendment.table').flatMap((step) =>
      (step.input.changes as Change[]).flatMap((change) =>
        change.kind === 'amount' && change.lineId === 'flour' ? [Number(change.to)] : [],
      ),
    )
    const capacity = Number(
      whole.observations.find((seen) => seen.unitId === 'north-mill' && seen.measureId === 'capacity')?.value,
    )
    expect(flour.filter((amount) => amount > capacity).length).toBeGreaterThan(0)
    expect(flour.filter((amount) => amount < capacity).length).toBeGreaterThan(1)
  })

  test.each(['2026-01-01', '2026-02-28', '2026-07-31', '2026-10-15'])('can be told on %s as well', (day) => {
    const then = new Date(`${day}T00:30:00Z`)
    for (const step of story(society(then), then).filter((each) => each.act === 'proposal.open'))
      expect(ProposalBody.safeParse(step.input.body).error).toBeUndefined()
  })

  test('founds every assembly on terms that fit the shapes', () => {
    for (const unit of units) {
      const charter = charterOf(unit.id)
      expect(DecisionRule.safeParse(charter.rule).success).toBe(true)
      expect(AssemblyNumbers.safeParse(charter.numbers).success).toBe(true)
      expect(membersOf(unit.id).length).toBeGreaterThan(0)
    }
  })
})
