import { Refusal } from '#rules/refusal.ts'

type Field = string | File | Field[] | { [name: string]: Field }

/** What a form sent: the act's id, made with the form, and the input. */
export interface Sent {
  readonly actId: string | undefined
  readonly input: Record<string, unknown>
}

/**
 * Reads a form as an act's input.
 * Takes: fields with dotted paths ("lines.0.amount"), numbers in a path being places in a list; a field `json` whose
 * object stands beneath the others; the hidden field `actId`. Fields whose name begins with `_` belong to the page.
 * Refuses: `not-json`; `bad-input` for a path that cannot be.
 */
export function readForm(form: FormData): Sent {
  const input: Record<string, unknown> = { ...jsonOf(form.get('json')) }
  for (const [path, value] of form) {
    if (path === 'json' || path === 'actId' || path.startsWith('_')) continue
    place(input, path.split('.'), value)
  }
  const actId = form.get('actId')
  return { actId: typeof actId === 'string' && actId !== '' ? actId : undefined, input }
}

function jsonOf(text: FormDataEntryValue | null): Record<string, unknown> {
  if (typeof text !== 'string' || text === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Answered below, like everything else that is no object.
  }
  throw new Refusal('input', 'not-json')
}

/** So many places at most in a list, so that a path cannot ask for a list of a billion. */
const longestList = 5000

function place(into: Record<string, unknown> | unknown[], path: readonly string[], value: Field): void {
  const [name = '', ...rest] = path
  if (name === '' || name === '__proto__' || name === 'constructor' || path.length > 8)
    throw new Refusal('input', 'bad-input')
  if (Array.isArray(into) && !(/^\d+$/.test(name) && Number(name) < longestList))
    throw new Refusal('input', 'bad-input')
  const key = name as keyof typeof into
  if (rest.length === 0) {
    into[key] = value as never
    return
  }
  const inner: unknown = Object.hasOwn(into, name) ? into[key] : undefined
  const next = inner ?? (/^\d+$/.test(rest[0] ?? '') ? [] : {})
  if (typeof next !== 'object') throw new Refusal('input', 'bad-input')
  into[key] = next as never
  place(next as Record<string, unknown>, rest, value)
}
