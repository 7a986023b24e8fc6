import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { defineHot, type Params } from '#db/open.ts'
import { dialects, openDialect } from '#test/support/dialects.ts'

const addMark = defineHot((q, t, param: Params<{ name: string; value: string }>) =>
  q.insert(t.marks).values({ name: param('name'), value: param('value') }),
)
const markNamed = defineHot((q, t, param: Params<{ name: string }>) =>
  q
    .select()
    .from(t.marks)
    .where(eq(t.marks.name, param('name'))),
)

describe.each(dialects)('on %s', (dialect) => {
  test('starts', async () => {
    const db = await openDialect(dialect)
    await db.transaction(async (tx) => {
      await tx.hot(addMark, { name: 'a', value: 'b' })
      expect(await tx.hot(markNamed, { name: 'a' })).toEqual([{ name: 'a', value: 'b' }])
    })
    expect(await db.read.select().from(db.tables.marks)).toEqual([{ name: 'a', value: 'b' }])
  })
})
