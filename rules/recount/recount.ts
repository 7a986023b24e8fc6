import type { ExportTable } from '#rules/export-line.ts'
import { recountBooks } from '#rules/recount/books.ts'
import { fileLines, readCanonical, readText } from '#rules/recount/bytes.ts'
import { checkFirst, checkLast, followChains, followDigest } from '#rules/recount/chains.ts'
import { recountMinutes, recountPlan, recountVersions } from '#rules/recount/decisions.ts'
import { type Notes, openNotes, type Report } from '#rules/recount/report.ts'
import {
  EventShape,
  LineShape,
  rowShapes,
  type SeenEntry,
  type SeenEvent,
  type SeenLine,
  understood,
} from '#rules/recount/shapes.ts'
import { recountVotes } from '#rules/recount/votes.ts'

/**
 * Reads a public export from its first line to its last and recomputes what can be recomputed from it alone: the running
 * digest, every stream's chain, numbers and moments, commitments, versions, votes, minutes, plan lines with their contexts,
 * and the books' batches. Shares with the rest of the house the counting rules, and nothing else.
 * Takes: the bytes of an export, in chunks of any size. Memory grows with votes, versions and series, not with entries.
 * Gives: what was checked, and every fault with the line it was found at. Never throws for what the bytes say.
 */
export async function recountExport(chunks: AsyncIterable<Uint8Array>): Promise<Report> {
  const notes = openNotes()
  const reader = openReader(notes)
  for await (const { number, bytes, ended } of fileLines(chunks)) {
    const text = readText(bytes)
    const read = LineShape.safeParse(text === undefined ? undefined : readCanonical(text))
    reader.take(number, bytes, read.success ? read.data : undefined)
    if (!ended) notes.fault(number, 'fault-cut', {})
  }
  reader.end()
  return {
    checked: notes.counts(),
    faults: notes.faults,
    faultCount: notes.faultCount(),
    heads: reader.heads(),
    marks: reader.marks(),
  }
}

function openReader(notes: Notes) {
  const digest = followDigest(notes)
  const chains = followChains(notes)
  const checks = openChecks(notes)
  const counted = { lines: 0, entries: 0, opened: 0, rows: {} as Record<string, number> }
  let marks: Readonly<Record<string, string>> = {}
  let ended = false

  return { take, end, heads: chains.heads, marks: () => marks }

  function take(number: number, bytes: Uint8Array, line: SeenLine | undefined) {
    const before = digest.line(number, bytes, line?.after)
    if (ended) return notes.fault(number, 'fault-after-end', {})
    notes.checked('checked-lines')
    if (number === 1 && line?.kind !== 'export') notes.fault(1, 'fault-no-first-line', {})
    if (!line) notes.fault(number, 'fault-line-unreadable', {})
    else if (line.kind === 'end') {
      ended = true
      chains.settle()
      checks.end(number)
      checkLast(line, number, { counted, heads: chains.heads(), digest: before }, notes)
    } else readLine(line, number)
    counted.lines = number
  }

  function readLine(line: Exclude<SeenLine, { kind: 'end' }>, number: number) {
    if (line.kind === 'export') {
      marks = line.marks
      checkFirst(line, number, notes)
    } else if (line.kind === 'entry') {
      counted.entries += 1
      const entry = chains.entry(line, number)
      if (entry) checks.entry(entry, number)
    } else if (line.kind === 'opened') {
      counted.opened += 1
      chains.opened(line, number)
    } else {
      counted.rows[line.table] = (counted.rows[line.table] ?? 0) + 1
      checks.row(line.table, line.row, number)
    }
  }

  function end() {
    if (!ended) notes.fault(counted.lines + 1, 'fault-no-last-line', {})
  }
}

function openChecks(notes: Notes) {
  const versions = recountVersions(notes)
  const books = recountBooks(notes)
  const votes = recountVotes(notes, versions.hashOf, books.want)
  const minutes = recountMinutes(notes)
  const plan = recountPlan(notes, { lineOf: versions.lineOf, outcome: votes.outcome, wantFigures: books.want })

  return { entry, row, end }

  function entry(seen: SeenEntry, line: number) {
    for (const each of seen.events) {
      if (!understood.has(each.kind)) continue
      const read = EventShape.safeParse(each)
      if (read.success) event(read.data, seen, line)
      else notes.fault(line, 'fault-event-unreadable', { kind: each.kind })
    }
  }

  function event(told: SeenEvent, seen: SeenEntry, line: number) {
    switch (told.kind) {
      case 'proposal.opened':
      case 'version.made':
        return versions.event(told, line)
      case 'vote.opened':
        return votes.open(told, seen, line)
      case 'vote.cast':
        return votes.cast(told, seen, line)
      case 'vote.closed':
        return votes.close(told, seen, line)
      case 'minute.confirmed':
        return void minutes.confirm(told)
      case 'plan-line.entered':
        return plan.enter(told, line)
      case 'plan-line.replaced':
        return plan.replace(told.planLineId, line)
      case 'figures.published':
        return books.publish(told, seen, line)
    }
  }

  function row(table: ExportTable, held: object, line: number) {
    const faulty = () => notes.fault(line, 'fault-row-unreadable', { table })
    const read = <T>(
      shape: { safeParse: (value: unknown) => { success: boolean; data?: T } },
      check: (row: T, line: number) => void,
    ) => {
      const { data } = shape.safeParse(held)
      return data === undefined ? faulty() : check(data, line)
    }
    switch (table) {
      case 'votes':
        return read(rowShapes.votes, votes.row)
      case 'electorate':
        return read(rowShapes.electorate, votes.member)
      case 'minutes':
        return read(rowShapes.minutes, minutes.row)
      case 'planLines':
        return read(rowShapes.planLines, plan.row)
      case 'series':
        return read(rowShapes.series, books.seriesRow)
      case 'observations':
        return read(rowShapes.observations, books.observation)
      default:
        // Names and units of measure: the digest alone vouches for them.
        notes.checked('checked-other-rows')
    }
  }

  function end(line: number) {
    for (const check of [votes, minutes, plan, books]) check.end(line)
  }
}
