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

const listed = (value: unknown): Texts[] =>
  Array.isArray(value) ? value.filter((one) => one && typeof one === 'object') : []
