import { data } from '@remix-run/node'
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import type { PageAsk, PagePerform, Platform } from '#app/platform.ts'
import type { Caller } from '#rules/caller.ts'
import { isRefusal, type Refusal } from '#rules/refusal.ts'
import type { Actor } from '#rules/standing.ts'
import { hasWords, type Language, say } from '#rules/words/say.ts'

/** What loaders and actions receive: the only way from a page to the floors below. */
declare module '@remix-run/node' {
  interface AppLoadContext {
    /** Asks a view for whoever reads. Throws a Refusal. */
    readonly ask: PageAsk
    /** Performs an act for whoever acts. Throws a Refusal. */
    readonly perform: PagePerform
    /** Keeps an office's file until it is published; gives the hash by which preview and publication name it. */
    readonly stage: (unitId: string, name: string, bytes: Uint8Array) => Promise<{ upload: string; name: string }>
    /** For scripts and sheets in the page. */
    readonly nonce: string
    readonly actor: Actor
    /** The hash of this session's secret, for signing out and changing the password; null where nobody signed in. */
    readonly session: string | null
    /** The Set-Cookie header that begins a session, or ends the present one. */
    readonly cookieFor: (begun: { readonly session: string; readonly expiresAt: string } | null) => string
    /** What a fault on this request is logged under, shown to the person. */
    readonly reference: string
    readonly fault: (thrown: unknown) => void
    readonly settings: { readonly publicUrl: string | null }
  }
  interface Future {
    v3_singleFetch: true
  }
}

/** Makes what a page's loader or action receives. */
export function loadContext(platform: Platform, request: ExpressRequest, response: ExpressResponse) {
  const caller: Caller = response.locals.caller
  const reference: string = response.locals.reference
  const perform = platform.perform(caller)
  return {
    ask: platform.ask(caller) as PageAsk,
    perform: ((name: string, input: unknown, actId?: string) =>
      perform(name, input, actId ?? platform.newId())) as PagePerform,
    stage: (unitId: string, name: string, bytes: Uint8Array) => platform.stage(caller, unitId, name, bytes),
    nonce: response.locals.nonce as string,
    actor: caller.actor,
    session: caller.by.kind === 'session' ? caller.by.hash : null,
    cookieFor: (begun: { readonly session: string; readonly expiresAt: string } | null) =>
      begun ? platform.cookie.set(begun.session, begun.expiresAt) : platform.cookie.clear(),
    reference,
    fault: (thrown: unknown) => platform.fault(reference, thrown, { path: request.path }),
    settings: { publicUrl: platform.publicUrl },
  }
}

/** A refusal in the reader's words: the sentence, and one for each field. */
export interface Said {
  readonly kind: Refusal['kind']
  readonly code: string
  readonly sentence: string
  readonly fields: Readonly<Record<string, string>>
}

/** Words a refusal. Takes: the reader's language. */
export function wordsOf(refusal: Refusal, language: Language): Said {
  const worded = (code: string, values: Refusal['values']) => (hasWords(code) ? say(language, code, values) : code)
  return {
    kind: refusal.kind,
    code: refusal.code,
    sentence: worded(refusal.code, refusal.values),
    fields: Object.fromEntries(
      Object.entries(refusal.fields).map(([path, fault]) => [path, worded(fault.code, fault.values)]),
    ),
  }
}

/** 400 for input, 401 or 403 for who, 409 for when, 404 for missing; 413 and 429 where too much was sent. */
export function statusOf(refusal: Refusal, actor: Actor): number {
  if (refusal.code === 'too-large') return 413
  if (refusal.code === 'too-much-at-once' || refusal.code === 'too-many-attempts') return 429
  if (refusal.kind === 'who') return actor.kind === 'visitor' && refusal.code !== 'from-elsewhere' ? 401 : 403
  return { input: 400, when: 409, missing: 404 }[refusal.kind]
}

/** Lets a loader refuse: the page's error boundary receives the status and the words of a refusal as its data. */
export async function shown<A>(answer: Promise<A>, actor: Actor): Promise<A> {
  try {
    return await answer
  } catch (thrown) {
    if (isRefusal(thrown)) throw data(wordsOf(thrown, 'en'), { status: statusOf(thrown, actor) })
    throw thrown
  }
}

/** Runs an action's act: what it gives, or the refusal in words with its status, so that the form can show it. */
export async function tried<R>(done: Promise<R>, actor: Actor) {
  try {
    return data({ done: await done, refused: null })
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown
    return data({ done: null, refused: wordsOf(thrown, 'en') }, { status: statusOf(thrown, actor) })
  }
}
