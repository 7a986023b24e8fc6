import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const onOff = (name: string) => z.enum(['on', 'off'], { error: `${name} must be "on" or "off".` })
const address = (name: string, form: string) =>
  z.url({ abort: true, error: `${name} must be an address such as ${form}.` })

const Environment = z
  .object({
    PORT: z.coerce
      .number({ error: 'PORT must be a whole number from 0 to 65535.' })
      .int({ error: 'PORT must be a whole number from 0 to 65535.' })
      .min(0, { error: 'PORT must be a whole number from 0 to 65535.' })
      .max(65_535, { error: 'PORT must be a whole number from 0 to 65535.' })
      .default(3000),
    HOST: z.string().min(1, { error: 'HOST must name the address to listen on, such as 0.0.0.0.' }).optional(),
    NEGOTIUM_DATA: z.string().min(1, { error: 'NEGOTIUM_DATA must name a folder.' }).default('./data'),
    NEGOTIUM_DEMO: onOff('NEGOTIUM_DEMO').default('on'),
    DATABASE_URL: address('DATABASE_URL', 'postgres://user:password@host:5432/negotium')
      .refine((url) => /^postgres(ql)?:/.test(url), {
        error: 'DATABASE_URL must begin with postgres:// ; leave it out to keep everything in one SQLite file.',
      })
      .optional(),
    REDIS_URL: address('REDIS_URL', 'redis://host:6379')
      .refine((url) => /^rediss?:/.test(url), { error: 'REDIS_URL must begin with redis:// or rediss:// .' })
      .optional(),
    PUBLIC_URL: address('PUBLIC_URL', 'https://plan.example.org')
      .refine((url) => /^https?:/.test(url), {
        error: 'PUBLIC_URL must begin with https:// (or http:// on a closed network).',
      })
      .optional(),
    TRUST_PROXY: onOff('TRUST_PROXY').default('off'),
    SESSION_SECRET: z.string().min(32, { error: 'SESSION_SECRET must have at least 32 characters.' }).optional(),
    LOG_LEVEL: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
        error: 'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.',
      })
      .default('info'),
  })
  .refine((env) => !env.REDIS_URL || env.SESSION_SECRET, {
    error: 'SESSION_SECRET must be set, the same on every node, where REDIS_URL joins several nodes.',
  })
  .refine((env) => !env.REDIS_URL || env.DATABASE_URL, {
    error: 'DATABASE_URL must be set where REDIS_URL joins several nodes: they share one PostgreSQL.',
  })

/** Everything that can be set from outside, checked. */
export interface Settings {
  readonly port: number
  readonly host: string | null
  /** The folder of the SQLite file and of the secret that signs cookies. */
  readonly dataFolder: string
  readonly demonstration: boolean
  readonly databaseUrl: string | null
  readonly redisUrl: string | null
  /** The origin by which people reach this installation; null where it is whatever they typed. */
  readonly publicUrl: string | null
  readonly trustProxy: boolean
  readonly sessionSecret: string | null
  readonly logLevel: string
}

/** Reads the settings; each fault is one sentence. The only reader of environment variables. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): { readonly settings: Settings } | { readonly faults: readonly string[] } {
  // An empty variable is one that is not set: shells and containers make them so.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = Environment.safeParse(given)
  if (!read.success) return { faults: [...new Set(read.error.issues.map((issue) => issue.message))] }
  const { data } = read
  return {
    settings: {
      port: data.PORT,
      host: data.HOST ?? null,
      dataFolder: data.NEGOTIUM_DATA,
      demonstration: data.NEGOTIUM_DEMO === 'on' && data.PUBLIC_URL === undefined,
      databaseUrl: data.DATABASE_URL ?? null,
      redisUrl: data.REDIS_URL ?? null,
      publicUrl: data.PUBLIC_URL ? new URL(data.PUBLIC_URL).origin : null,
      trustProxy: data.TRUST_PROXY === 'on',
      sessionSecret: data.SESSION_SECRET ?? null,
      logLevel: data.LOG_LEVEL,
    },
  }
}

/** Gives the secret that signs cookies: as set, else as made once and kept in the data folder, readable by its owner only. */
export function keptSecret({ sessionSecret, dataFolder }: Settings): string {
  if (sessionSecret !== null) return sessionSecret
  const file = join(dataFolder, 'session-secret')
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (fault) {
    // It was made at an earlier start.
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault
  }
  return readFileSync(file, 'utf8').trim()
}
