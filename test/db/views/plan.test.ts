import { describe, expect, test } from 'vitest'
import { visitor } from '#rules/standing.ts'
import { decidingWorld } from '#test/support/decided.ts'
import { dialects } from '#test/support/dialects.ts'

const until = (time: { now: Date }, instant: string) => {
  time.now = new Date(instant)
}

describe.each(dialects)('the plan (%s)', (dialect) => {
  test('a line stands beside the figures as they arrive', async () => {
    const { ask, publish, decide, time } = await decidingWorld(dialect)
    await decide('340')
    const stands = async () => (await ask('plan.list', {}, visitor)).lines.map((line) => line.actuals)
    expect(await stands()).toMatchObject([{ state: 'not-begun', done: null }])
    until(time, '2027-01-16T12:00:00.000Z')
    expect(await stands()).toMatchObject([{ state: 'not-yet-reported', expected: '170', basis: 'elapsed' }])
    until(time, '2027-02-03T12:00:00.000Z')
    await publish('output,bread,2026-12,300,final\noutput,bread,2027-01,310,provisional\n')
    expect(await stands()).toMatchObject([
      { state: 'behind', done: '310', expected: '340', deviation: { amount: '-30' }, isProvisional: true },
    ])
  })

  test('a later decision on the same replaces a line, which stays reachable', async () => {
    const { ask, decide, later } = await decidingWorld(dialect)
    await decide('340')
    later(60)
    await decide('350')
    const inForce = await ask('plan.list', {}, visitor)
    expect(inForce).toMatchObject({ inForce: 1, replaced: 1, lines: [{ amount: '350' }] })
    const replaced = await ask('plan.list', { state: 'replaced' }, visitor)
    expect(replaced.lines).toMatchObject([{ amount: '340', state: 'replaced' }])
    const page = await ask('plan.line', { planLineId: replaced.lines[0]?.id ?? '' }, visitor)
    expect(page.siblings.map((one) => [one.amount, one.state])).toEqual([
      ['340', 'replaced'],
      ['350', 'in-force'],
    ])
  })

  test('lines are chosen by unit, product and period', async () => {
    const { ask, decide } = await decidingWorld(dialect)
    await decide('340')
    const many = async (choice: object) => (await ask('plan.list', choice, visitor)).lines.length
    expect(await many({ unit: 'bakery', product: 'bread', period: '2027-01' })).toBe(1)
    expect(await many({ unit: 'mill' })).toBe(0)
    expect(await many({ product: 'flour' })).toBe(0)
    expect(await many({ period: '2027-02' })).toBe(0)
  })

  test('a line keeps the figures it was decided on, and marks those that were revised since', async () => {
    const { ask, publish, decide, delegate, later } = await decidingWorld(dialect)
    await publish('output,bread,2026-09,310,provisional\noutput,bread,2026-10,320,provisional\n')
    const { proposalId } = await decide('340')
    later(60)
    await publish('output,bread,2026-09,311,revised\n')
    const [line] = (await ask('plan.list', {}, visitor)).lines
    const page = await ask('plan.line', { planLineId: line?.id ?? '' }, visitor)
    expect(page.context.observations).toMatchObject([
      {
        id: 'bakery/output/bread/',
        figures: [
          { period: '2026-09', value: '310', since: { value: '311', status: 'revised' } },
          { period: '2026-10', value: '320' },
        ],
      },
    ])
    expect(page.context.observations[0]?.figures[1]).not.toHaveProperty('since')
    expect(page.line).toMatchObject({
      proposalId,
      delegateId: delegate.id,
      contextHash: expect.stringMatching(/^\w{64}$/),
    })
    expect(page.planned).toMatchObject({ series: 'bakery/output/bread/', period: '2027-01', value: 340 })
  })

  test('a line’s story goes back to the first statement, each step with its entry', async () => {
    const { ask, decide, unitId } = await decidingWorld(dialect)
    await decide('340')
    const [line] = (await ask('plan.list', {}, visitor)).lines
    const { story, people } = await ask('plan.line', { planLineId: line?.id ?? '' }, visitor)
    expect(story.map((step) => step.kind)).toEqual([
      'proposal.opened',
      'statement.made',
      'vote.opened',
      'vote.closed',
      'minute.confirmed',
      'plan-line.entered',
    ])
    expect(story.every((step) => step.stream === unitId && step.number > 0)).toBe(true)
    expect(people).toMatchObject({ ada: 'Ada', ben: 'Ben', cleo: 'Cleo' })
  })

  test('the plan can be had as a table', async () => {
    const { ask, decide } = await decidingWorld(dialect)
    await decide('340')
    const { name, text } = await ask('plan.csv', {}, visitor)
    const [head, row] = text.split('\r\n')
    expect(name).toBe('plan.csv')
    expect(head).toMatch(/^plan_line,state,doer,doer_name,direction,product,product_name/)
    expect(row).toContain(',in-force,bakery,The Bakery,produce,bread,Bread,,,2027-01,340,t,,')
  })

  test('a plan line that there is not is missing', async () => {
    const { ask } = await decidingWorld(dialect)
    await expect(ask('plan.line', { planLineId: 'none' }, visitor)).rejects.toMatchObject({ kind: 'missing' })
  })
})
