import { readForm } from '#app/form.server.ts'
import { Mapping } from '#rules/shapes/mapping.ts'

/**
 * Reads a mapping out of a page's address, where the form of settings puts it.
 * Gives: null where the address says nothing, or nothing that can be understood: the file is then read as recognised.
 */
export function mappingIn(asked: URLSearchParams): Mapping | null {
  if (!asked.has('columns.0')) return null
  const form = new FormData()
  for (const [name, value] of asked) form.append(name, value.trim())
  const { input } = readForm(form)
  const read = Mapping.safeParse({
    ...input,
    across: input.across === '' ? null : input.across,
    fixed: { ...emptied(nothingFixed, 'null'), ...emptied(input.fixed, 'null') },
    names: emptied(input.names, 'left out'),
  })
  return read.success ? read.data : null
}

const nothingFixed = { measure: null, product: null, counterpart: null, period: null, unitOfMeasure: null }

/** A field left empty means nothing: null where the shape wants a word, left out where it is one of many. */
function emptied(fields: unknown, as: 'null' | 'left out'): Record<string, unknown> {
  const entries = Object.entries(typeof fields === 'object' && fields !== null ? fields : {})
  const kept = as === 'null' ? entries : entries.filter(([, value]) => value !== '')
  return Object.fromEntries(kept.map(([name, value]) => [name, value === '' ? null : value]))
}
