/** A form's texts, by name, as they were read. */
type Texts = Readonly<Record<string, unknown>>

/**
 * Makes a proposal's body of what its form sent. Paragraphs without words and lines without an amount are left out; what is there
 * keeps its place in the lists, so that a refusal finds its field.
 */
export function bodyFrom(body: unknown) {
  const { title, blocks, lines } = (body ?? {}) as Texts
  return {
    title: title ?? '',
    blocks: listed(blocks).filter((block, at) => at === 0 || String(block.text ?? '').trim() !== ''),
    lines: listed(lines)
      .filter((line) => String(line.amount ?? '').trim() !== '')
      .map((line) => ({
        ...line,
        amount: String(line.amount).replace(/[\s,]/g, ''),
        counterpartId: line.counterpartId || null,
      })),
  }
}

/**
 * Leads faults back to the lines as they were typed, those without an amount among them.
 * Takes: faults by path ("body.lines.0.unit"), and what was typed, by the same paths.
 */
export function faultsInPlace(fields: Readonly<Record<string, string>>, sent: Readonly<Record<string, string>>) {
  const typed = Object.keys(sent).flatMap((name) => {
    const [, at] = /^body\.lines\.(\d+)\.amount$/.exec(name) ?? []
    return at !== undefined && sent[name]?.trim() !== '' ? [at] : []
  })
  return Object.fromEntries(
    Object.entries(fields).map(([path, fault]) => [
      path.replace(/^body\.lines\.(\d+)/, (_, at) => `body.lines.${typed[Number(at)] ?? at}`),
      fault,
    ]),
  )
}

const listed = (value: unknown): Texts[] =>
  Array.isArray(value) ? value.filter((one) => one && typeof one === 'object') : []
