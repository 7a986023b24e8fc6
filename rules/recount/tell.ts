import type { Report } from '#rules/recount/report.ts'
import { type Language, say } from '#rules/words/say.ts'

/** Tells in plain lines what a recount checked and found, and where each stream stands. */
export function tellReport(language: Language, report: Report): string[] {
  const checked = report.checked.map(({ what, count }) => `  ${say(language, what, { count })}`)
  const faults = report.faults.map(({ line, code, values }) =>
    say(language, 'recount-fault-at', { line, sentence: say(language, code, values) }),
  )
  const more = report.faultCount - report.faults.length
  const heads = report.heads.map(
    ({ stream, number, head }) => `  ${say(language, 'recount-head', { stream, number, head })}`,
  )
  return [
    ...('demonstration' in report.marks ? [say(language, 'recount-invented'), ''] : []),
    say(language, 'recount-checked'),
    ...checked,
    '',
    say(language, 'recount-heads'),
    ...heads,
    '',
    ...faults,
    ...(more > 0 ? [say(language, 'recount-more', { count: more })] : []),
    report.faultCount === 0
      ? say(language, 'recount-sound')
      : say(language, 'recount-unsound', { count: report.faultCount }),
  ]
}
