import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApi } from '#app/api/openapi.server.ts'
import type { Described } from '#app/platform.ts'
import { described } from '#server.ts'

// Writes the reference pages from the acts and views themselves; with --check it only says whether they are up to date.

const check = process.argv.includes('--check')
const { acts, views } = described()
const pages = {
  'acts.md': actsPage(),
  'openapi.json': `${JSON.stringify(openApi({ acts, views }), null, 2)}\n`,
}

let outOfDate = false
for (const [name, text] of Object.entries(pages)) {
  const file = join(import.meta.dirname, name)
  if (!check) writeFileSync(file, text)
  else if (read(file) !== text) {
    outOfDate = true
    console.error(`docs/${name} is out of date: run npm run docs.`)
  }
}
process.exitCode = outOfDate ? 1 : 0

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function actsPage(): string {
  return [
    '# Acts and views',
    '',
    'Everything that anyone can do, and everything that anyone can ask. Made from `acts/` and `db/views/` by `npm run docs`.',
    '',
    'An act answers on pages, on REST (`POST /api/v1/acts/<name>`), on the socket (`act`) and on the command line',
    '(`npm run -s cli -- act <name> <json>`). Sending an act again with the same act id does no harm.',
    '',
    '## Acts',
    ...acts.flatMap((act) => ['', `### ${act.name}`, '', act.says, '', doorOf(act), '', ...fieldsOf(act.schema)]),
    '',
    '## Views',
    ...views.flatMap((view) => [
      '',
      `### ${view.name}`,
      '',
      view.says,
      '',
      `\`GET /api/v1/${view.name}\``,
      '',
      ...fieldsOf(view.schema),
    ]),
    '',
  ].join('\n')
}

function doorOf({ by }: Described): string {
  if (by === 'clock') return 'Performed by the clock alone.'
  if (by === 'operator') return 'Performed by the operator’s command line alone.'
  return by === 'visitor'
    ? 'Open to people who have not signed in.'
    : 'Open to people who have signed in, as its rules say.'
}

function fieldsOf(schema: object): string[] {
  const { properties, required } = schema as { properties?: Record<string, object>; required?: string[] }
  const fields = Object.entries(properties ?? {})
  if (fields.length === 0) return ['Takes nothing.']
  return fields.map(
    ([name, field]) => `- \`${name}\`: ${kindOf(field)}${required?.includes(name) ? '' : ', may be left out'}`,
  )
}

function kindOf(field: object): string {
  const {
    type,
    enum: words,
    const: only,
    anyOf,
    oneOf,
    items,
  } = field as {
    type?: string
    enum?: unknown[]
    const?: unknown
    anyOf?: object[]
    oneOf?: object[]
    items?: object
  }
  if (words) return words.map((word) => `\`${word}\``).join(' or ')
  if (only !== undefined) return `\`${only}\``
  const choices = anyOf ?? oneOf
  if (choices) return [...new Set(choices.map(kindOf))].join(' or ')
  if (type === 'array') return `a list, each ${items ? kindOf(items) : 'anything'}`
  return (
    {
      string: 'text',
      integer: 'a whole number',
      number: 'a number',
      boolean: 'true or false',
      null: 'null',
      object: 'an object',
    }[type ?? ''] ?? 'anything'
  )
}
