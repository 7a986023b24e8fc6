import { Column, is, Param, Placeholder, SQL, sql } from 'drizzle-orm'
import type { Queries } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'

/** Names the values that a prepared statement is given at each run: `param('personId')`. */
export type Params<P> = <K extends keyof P & string>(name: K) => Placeholder<K, P[K]> & SQL<P[K]>

/** A statement built and prepared once per connection, then run with values: for the path that every act takes. */
export interface Hot<P, A> {
  readonly build: (queries: Queries, tables: Tables, param: Params<P>) => PromiseLike<A>
}

/**
 * Declares a statement for the hot path; `tx.hot(statement, values)` and `read.hot(statement, values)` run it.
 *
 * Takes a function that builds one select, insert, update or delete; annotate its third parameter as `Params<{ … }>`.
 * Gives what the builder would give: rows for a select or a `returning`, nothing of use otherwise.
 * Refuses, at the first run, a selection of whole joined tables: name the columns of a join.
 */
export const defineHot = <P, A>(build: Hot<P, A>['build']): Hot<P, A> => ({ build })

export type Values = Readonly<Record<string, unknown>>

/** A statement ready for a driver: its text, and how values go in and rows come out. */
export interface Compiled {
  readonly text: string
  readonly returnsRows: boolean
  readonly bind: (values: Values) => unknown[]
  readonly row: (raw: readonly unknown[]) => Record<string, unknown>
}

/** What drizzle's prepared queries hold on both dialects (version pinned; the contract tests would notice a change). */
interface Prepared {
  getQuery(): { sql: string; params: unknown[] }
  readonly fields?: readonly { path: readonly string[]; field: unknown }[]
}

/** Builds a hot statement on one connection's query builders; `plain` readies values that no column encodes. */
export function compile(
  hot: Hot<never, unknown>,
  queries: Queries,
  tables: Tables,
  plain: (value: unknown) => unknown,
): Compiled {
  const param = (name: string) => sql.placeholder(name)
  // The one cast of this file: a placeholder is accepted wherever SQL is, and every builder can be prepared.
  const builder = hot.build(queries, tables, param as unknown as Params<never>) as unknown as {
    prepare(name: string): Prepared
  }
  const prepared = builder.prepare('hot')
  const query = prepared.getQuery()
  const inward = query.params.map((part) => encoder(part, plain))
  const outward = (prepared.fields ?? []).map(({ path, field }) => {
    const [name] = path
    if (path.length !== 1 || name === undefined) throw new Error(`A hot statement names its columns: ${query.sql}`)
    return { name, decode: decoder(field) }
  })
  return {
    text: query.sql,
    returnsRows: outward.length > 0,
    bind: (values) => {
      const bound = new Array<unknown>(inward.length)
      for (let i = 0; i < inward.length; i++) bound[i] = inward[i]?.(values)
      return bound
    },
    row: (raw) => {
      const row: Record<string, unknown> = {}
      for (let i = 0; i < outward.length; i++) {
        const column = outward[i]
        const value = raw[i]
        if (column) row[column.name] = value === null || !column.decode ? value : column.decode(value)
      }
      return row
    },
  }
}

function encoder(part: unknown, plain: (value: unknown) => unknown): (values: Values) => unknown {
  if (is(part, Placeholder)) return named(part.name, plain)
  if (is(part, Param) && is(part.value, Placeholder)) {
    return named(part.value.name, (value) => (value === null ? null : part.encoder.mapToDriverValue(value)))
  }
  return () => part
}

const named = (name: string, encode: (value: unknown) => unknown) => (values: Values) => {
  const value = values[name]
  if (value === undefined) throw new Error(`A hot statement misses its value “${name}”.`)
  return encode(value)
}

function decoder(field: unknown): ((value: unknown) => unknown) | undefined {
  if (is(field, Column)) {
    return field.mapFromDriverValue === Column.prototype.mapFromDriverValue
      ? undefined
      : (value) => field.mapFromDriverValue(value)
  }
  const source = is(field, SQL.Aliased) ? field.sql : field
  if (!is(source, SQL)) throw new Error('A hot statement selects columns and SQL expressions only.')
  const { decoder } = source as unknown as { decoder: { mapFromDriverValue(value: unknown): unknown } }
  return (value) => decoder.mapFromDriverValue(value)
}
