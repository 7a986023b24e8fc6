import { expect, test } from 'vitest'
import { readSettings } from '#settings.ts'

const faultsOf = (env: Record<string, string>) => {
  const read = readSettings(env)
  return 'faults' in read ? read.faults : []
}

test('nothing need be set', () => {
  expect(readSettings({})).toEqual({
    settings: {
      port: 3000,
      host: null,
      dataFolder: './data',
      demonstration: true,
      databaseUrl: null,
      redisUrl: null,
      publicUrl: null,
      trustProxy: false,
      sessionSecret: null,
      logLevel: 'info',
    },
  })
})

test('an empty variable is one that is not set', () => {
  expect(faultsOf({ PORT: '', DATABASE_URL: '', NEGOTIUM_DEMO: '' })).toEqual([])
})

test('where PUBLIC_URL is set there is no demonstration', () => {
  expect(readSettings({ PUBLIC_URL: 'https://plan.example.org/' })).toMatchObject({
    settings: { demonstration: false, publicUrl: 'https://plan.example.org' },
  })
})

test.each([
  [{ PORT: 'many' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ NEGOTIUM_DEMO: 'maybe' }, 'NEGOTIUM_DEMO must be "on" or "off".'],
  [
    { DATABASE_URL: 'mysql://host/db' },
    'DATABASE_URL must begin with postgres:// ; leave it out to keep everything in one SQLite file.',
  ],
  [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET must have at least 32 characters.'],
  [{ PUBLIC_URL: 'plan.example.org' }, 'PUBLIC_URL must be an address such as https://plan.example.org.'],
  [
    { REDIS_URL: 'redis://host', DATABASE_URL: 'postgres://host/db' },
    'SESSION_SECRET must be set, the same on every node, where REDIS_URL joins several nodes.',
  ],
])('%o is one sentence', (env, sentence) => {
  expect(faultsOf(env)).toEqual([sentence])
})
