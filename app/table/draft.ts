import { useCallback, useEffect, useState } from 'react'
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
 * The server and the first drawing in the browser know nothing of a kept one; it is taken up right after.
 */
export function useDraft(key: string, begin: () => Draft): Drafting {
  const [draft, setDraft] = useState(begin)
  const [isKept, setKept] = useState(false)
  useEffect(() => {
    const kept = readKept(key)
    if (!kept) return
    setDraft(kept)
    setKept(true)
  }, [key])
  const change = useCallback(
    (next: Partial<Draft>) =>
      setDraft((was) => {
        const now = { ...was, ...next }
        keep(key, now)
        return now
      }),
    [key],
  )
  const forget = () => {
    sessionStorage.removeItem(key)
    setKept(false)
    setDraft(begin())
  }
  return { draft, change, forget, isKept }
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
