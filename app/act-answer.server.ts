import { type AppLoadContext, data, redirect } from '@remix-run/node'
import { statusOf, wordsOf } from '#app/doorway.server.ts'
import { readForm, type Sent } from '#app/form.server.ts'
import type { Answered } from '#app/parts/act-form.tsx'
import { isRefusal, Refusal } from '#rules/refusal.ts'

/** Makes an act's input of what its form sent. Forms hold texts; acts take numbers, nulls and lists. */
export type Reading = (sent: Sent['input'], form: FormData) => Promise<unknown> | unknown

interface Given {
  readonly request: Request
  readonly context: AppLoadContext
  /** The acts that this page's forms may name, and how each reads its form. */
  readonly readings: Readonly<Record<string, Reading>>
  /** Where somebody without JavaScript goes on after an act was done. */
  readonly next: (act: string, result: unknown) => string
}

/**
 * Performs the act that a form of a page names in `_act`.
 * Gives: the result or the refusal in words, with what was typed, under the form's own name; a page without JavaScript is
 * sent on to its next address once the act is done.
 */
export async function answerActForm({ request, context, readings, next }: Given) {
  const form = await request.formData()
  const act = textOf(form, '_act')
  const about = { form: textOf(form, '_form'), sent: typedIn(form) }
  try {
    const reading = readings[act]
    if (!reading) throw new Refusal('missing', 'unknown-act', { name: act })
    const { input, actId } = readForm(form)
    const perform = context.perform as unknown as (name: string, input: unknown, actId?: string) => Promise<Done>
    const { result } = await perform(act, await reading(input, form), actId)
    if (isDocument(request)) return redirect(next(act, result), 303)
    return data<Answered>({ ...about, act, done: result ?? {}, refused: null })
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown
    const refused = wordsOf(thrown, 'en')
    return data<Answered>({ ...about, act, done: null, refused }, { status: statusOf(thrown, context.actor) })
  }
}

interface Done {
  readonly result: unknown
}

/** A browser that sends a form by itself asks for a page. */
const isDocument = (request: Request) => request.headers.get('Accept')?.includes('text/html') ?? false

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** What was typed, to be given back; the page's own hidden fields are not. */
function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && !['_act', '_form', 'actId', 'json'].includes(name)) typed[name] = value
  return typed
}
