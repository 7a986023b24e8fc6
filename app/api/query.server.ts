import { Refusal } from '#rules/refusal.ts'

/**
 * Reads a view's input from an address.
 * Takes: the query's fields, and the view's JSON schema, by which a text becomes a number or a flag where one is asked;
 * or one field `input` that holds it all as JSON. Refuses: `not-json`.
 */
export function readQuery(
  query: Readonly<Record<string, unknown>>,
  schema: object | undefined,
): Record<string, unknown> {
  if (typeof query.input === 'string') {
    try {
      const input: unknown = JSON.parse(query.input)
      if (input !== null && typeof input === 'object' && !Array.isArray(input)) return input as Record<string, unknown>
    } catch {
      // Answered below, like everything else that is no object.
    }
    throw new Refusal('input', 'not-json')
  }
  const asked = schema && 'properties' in schema ? (schema.properties as Readonly<Record<string, object>>) : {}
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      typed(value, Object.hasOwn(asked, name) ? asked[name] : undefined),
    ]),
  )
}

function typed(value: unknown, asked: object | undefined): unknown {
  const type = asked && 'type' in asked ? asked.type : undefined
  if (type === 'array' && !Array.isArray(value)) return [value]
  if (typeof value !== 'string') return value
  if ((type === 'integer' || type === 'number') && value.trim() !== '' && Number.isFinite(Number(value)))
    return Number(value)
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return value
}
