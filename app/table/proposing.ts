import { useEffect, useState } from 'react'
import { freshId } from '#app/table/fresh-id.ts'
import { emptyLine, type TypedLine } from '#app/table/line-fields.tsx'
import type { AnswerOf } from '#db/views/index.ts'

/** A proposal in the making, all of it text. */
export interface Proposing {
  readonly title: string
  readonly blocks: readonly { readonly id: string; readonly text: string }[]
  readonly lines: readonly TypedLine[]
}

/** Lines that a form without JavaScript offers; those without an amount are left out. */
export const plainLines = 3

/** What the form begins with: one paragraph, and lines that have no amount yet. */
export const begun = (page: AnswerOf<'propose.page'>, lines: number): Proposing => ({
  title: '',
  blocks: [{ id: 'block-1', text: '' }],
  lines: Array.from({ length: lines }, (_, at) => emptyLine(`line-${at + 1}`, page)),
})

/** Keeps a proposal in the making in this tab until it is opened. */
export function useProposing(page: AnswerOf<'propose.page'>) {
  const key = `proposing ${page.unit.id}`
  const [typed, setTyped] = useState(() => begun(page, 1))
  useEffect(() => {
    const kept = sessionStorage.getItem(key)
    if (kept !== null) setTyped((now) => readKept(kept) ?? now)
  }, [key])
  const set = (next: Proposing) => {
    setTyped(next)
    sessionStorage.setItem(key, JSON.stringify(next))
  }
  return {
    typed,
    set,
    forget: () => sessionStorage.removeItem(key),
    addBlock: () => set({ ...typed, blocks: [...typed.blocks, { id: freshId('block'), text: '' }] }),
    addLine: () => set({ ...typed, lines: [...typed.lines, emptyLine(freshId('line'), page)] }),
  }
}

function readKept(text: string): Proposing | null {
  try {
    const kept = JSON.parse(text) as Partial<Proposing> | null
    return kept?.blocks && kept.lines && typeof kept.title === 'string' ? (kept as Proposing) : null
  } catch {
    return null
  }
}
