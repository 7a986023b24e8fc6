import type { Anchor } from '#rules/shapes/statement.ts'

/** An anchor as it stands in an address or a form: "block:why", "figure:mill/output/flour/@2027-01". */
export function anchorText(anchor: Anchor): string {
  if (anchor.kind === 'proposal') return 'proposal'
  if (anchor.kind === 'figure') return `figure:${anchor.series}${anchor.period === null ? '' : `@${anchor.period}`}`
  return `${anchor.kind}:${anchor.id}`
}

/** Reads an anchor back; what cannot be read is left for its shape to refuse. */
export function anchorFrom(text: string): unknown {
  const [kind = '', rest = ''] = splitOnce(text, ':')
  if (kind === '' || kind === 'proposal') return { kind: 'proposal' }
  if (kind !== 'figure') return { kind, id: rest }
  const [series, period] = splitOnce(rest, '@')
  return { kind, series, period: period ?? null }
}

/** The address of the composer, ready to speak about something. */
export const speakAbout = (anchor: Anchor): string => `?about=${encodeURIComponent(anchorText(anchor))}#say`

function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark)
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
