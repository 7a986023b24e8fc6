import { type AppLoadContext, data } from '@remix-run/node'
import { type Said, statusOf, wordsOf } from '#app/doorway.server.ts'
import { readForm, type Sent } from '#app/form.server.ts'
import type { PageAnswer } from '#app/parts/page-form.tsx'
import { isRefusal, Refusal } from '#rules/refusal.ts'

/** What a form of a page does with what it sent; what it gives is shown by the page, once. */
type Doing = (sent: Sent & { readonly input: Record<string, unknown> }) => Promise<unknown>

interface Given {
  readonly request: Request
  readonly context: AppLoadContext
  /** By the name that each form of the page bears in `_form`. */
  readonly forms: Readonly<Record<string, Doing>>
}

/** Never given back to a page. */
const secrets = ['password', 'current', 'token']

/**
 * Lets one of a page's forms be answered by the page itself: what came of it, or the refusal in words with what was typed.
 * A form may also throw a redirect.
 */
export async function answered({ request, context, forms }: Given) {
  const form = await request.formData()
  const name = String(form.get('_form') ?? '')
  try {
    const doing = Object.hasOwn(forms, name) ? forms[name] : undefined
    if (!doing) throw new Refusal('missing', 'unknown-act', { name })
    const done = await doing(readForm(form))
    return data<PageAnswer>({ form: name, done: done ?? {}, refused: null, typed: {} })
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown
    const refused = atItsField(wordsOf(thrown, 'en'), form)
    return data<PageAnswer>(
      { form: name, done: null, refused, typed: typedIn(form) },
      { status: statusOf(thrown, context.actor) },
    )
  }
}

/** Where the fault of a refusal lies that an act gives for all of its input. */
const fieldOf: Readonly<Record<string, readonly string[]>> = {
  'sign-in-name-taken': ['signInName'],
  'founding-token-wrong': ['token'],
  'wrong-name-or-password': ['current', 'password'],
  'unit-name-taken': ['id'],
  'no-such-person': ['personId'],
  'seat-already-held': ['personId'],
  'seat-not-held': ['personId'],
  'backed-already': ['personId'],
  'delegate-must-be-member': ['personId'],
  'units-in-a-circle': ['parentId'],
}

function atItsField(refused: Said, form: FormData): Said {
  const field = fieldOf[refused.code]?.find((name) => form.has(name))
  if (field === undefined || Object.keys(refused.fields).length > 0) return refused
  return { ...refused, fields: { [field]: refused.sentence } }
}

function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('_') && name !== 'actId' && !secrets.includes(name))
      typed[name] = name in typed ? `${typed[name]}\n${value}` : value
  return typed
}
