import { useEffect, useState } from 'react'
import type { ProposalBody } from '#rules/shapes/proposal.ts'

/** An amendment in the making: the version it is written against, and what its author wants to stand there. */
export interface Draft {
  readonly base: number
  readonly baseBody: ProposalBody
  readonly wanted: ProposalBody
  readonly reason: string
}

export interface Drafting {
  readonly draft: Draft
  readonly change: (next: Partial<Draft>) => void
  /** Gives it up: the kept one is forgotten, and a new one begins. */
  readonly forget: () => void
  /** A draft of an earlier visit was taken up. */
  readonly isKept: boolean
}

/**
 * Keeps an amendment in the making through refusals, lost connections and reloads: in this tab until it is tabled.
 * The server and the first drawing in the browser know nothing of a kept one; it is taken up right after. As long as nothing
 * was typed it begins where `begin` says now: in the newest version, or in the amendment that is being rewritten.
 */
export function useDraft(key: string, begin: () => Draft): Drafting {
  const [held, setHeld] = useState<Held | null>(null)
  useEffect(() => {
    const kept = readKept(key)
    setHeld(kept && { key, draft: kept, isKept: true })
  }, [key])
  const own = held?.key === key ? held : null
  const begun = begin()
  const change = (next: Partial<Draft>) =>
    setHeld((was) => {
      const before = was?.key === key ? was : { key, draft: begun, isKept: false }
      const draft = { ...before.draft, ...next }
      keep(key, draft)
      return { ...before, draft }
    })
  const forget = () => {
    sessionStorage.removeItem(key)
    setHeld(null)
  }
  return { draft: own?.draft ?? begun, change, forget, isKept: own?.isKept ?? false }
}

/** What was typed, under the key of that which it was typed for. */
interface Held {
  readonly key: string
  readonly draft: Draft
  readonly isKept: boolean
}

/** Where the draft on a proposal, or the rewriting of an amendment, is kept. */
export const draftKey = (proposalId: string, amendmentId: string | null): string =>
  `draft ${proposalId} ${amendmentId ?? 'new'}`

/** Keeps a text through reloads, as it is typed. */
export function useKeptText(key: string): [string, (text: string) => void] {
  const [text, setText] = useState('')
  useEffect(() => {
    setText(sessionStorage.getItem(key) ?? '')
  }, [key])
  const change = (next: string) => {
    setText(next)
    if (next === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, next)
  }
  return [text, change]
}

/** What this page itself has kept; anything else in its place is passed over. */
function readKept(key: string): Draft | null {
  const text = sessionStorage.getItem(key)
  if (text === null) return null
  try {
    const kept = JSON.parse(text) as Partial<Draft> | null
    return kept?.wanted && kept.baseBody && typeof kept.base === 'number' ? (kept as Draft) : null
  } catch {
    return null
  }
}

function keep(key: string, draft: Draft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // A full store: the draft still stands in the page.
  }
}
