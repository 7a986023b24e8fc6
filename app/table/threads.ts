import { anchorText } from '#app/table/anchor.ts'
import type { TableStatement } from '#app/table/page-data.ts'

/** A statement with everything that was said in reply to it, in the order in which it was said. */
export interface Thread {
  readonly statement: TableStatement
  readonly replies: readonly Thread[]
}

/** Arranges statements as threads. What replies to nothing that is here begins a thread of its own. */
export function threadsOf(statements: readonly TableStatement[]): Thread[] {
  const known = new Set(statements.map((one) => one.id))
  const byParent = new Map<string | null, TableStatement[]>()
  for (const one of statements) {
    const parent = one.replyTo !== null && known.has(one.replyTo) ? one.replyTo : null
    byParent.set(parent, [...(byParent.get(parent) ?? []), one])
  }
  const under = (parent: string | null): Thread[] =>
    (byParent.get(parent) ?? []).map((statement) => ({ statement, replies: under(statement.id) }))
  return under(null)
}

/** The threads in which anything is about a thing; all of them where nothing is asked for. */
export const threadsAbout = (threads: readonly Thread[], about: string | null): Thread[] =>
  threads.filter((thread) => about === null || isAbout(thread, about))

const isAbout = ({ statement, replies }: Thread, about: string): boolean =>
  anchorText(statement.anchor) === about || replies.some((reply) => isAbout(reply, about))

/** How many statements are about each thing. */
export function countsOf(statements: readonly TableStatement[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { anchor } of statements) {
    const key = anchorText(anchor)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
