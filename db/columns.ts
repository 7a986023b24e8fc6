import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'

/**
 * The column kinds this house allows. Each holds the same JavaScript value in SQLite and in PostgreSQL:
 * text, one of listed words, whole number (within ±2⁵³), real (computed results only), flag, JSON (key order not kept),
 * and canonical text and instants as plain text, byte for byte.
 */
export const sqliteKit = {
  table: lite.sqliteTable,
  text: () => lite.text(),
  oneOf: <const T extends readonly [string, ...string[]]>(values: T) => lite.text({ enum: values }),
  whole: () => lite.integer({ mode: 'number' }),
  real: () => lite.real(),
  flag: () => lite.integer({ mode: 'boolean' }),
  json: <T>() => lite.text({ mode: 'json' }).$type<T>(),
  canonical: () => lite.text(),
  instant: () => lite.text(),
  primaryKey: lite.primaryKey,
  index: lite.index,
  unique: lite.uniqueIndex,
}

/** The static truth: PostgreSQL's kit is typed as SQLite's, so that every table is written once. */
export type Kit = typeof sqliteKit

const postgres = {
  table: pg.pgTable,
  text: () => pg.text(),
  oneOf: (values: [string, ...string[]]) => pg.text({ enum: values }),
  whole: () => pg.bigint({ mode: 'number' }),
  real: () => pg.doublePrecision(),
  flag: () => pg.boolean(),
  json: () => pg.jsonb(),
  canonical: () => pg.text(),
  instant: () => pg.text(),
  primaryKey: pg.primaryKey,
  index: pg.index,
  unique: pg.uniqueIndex,
} satisfies Record<keyof Kit, unknown>

export const postgresKit = postgres as unknown as Kit
