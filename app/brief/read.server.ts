/** A brief as a form sends it: nothing is checked but its form, so that an unfinished one can be looked at. */
export interface SentBrief {
  readonly title: string
  readonly blocks: readonly SentBlock[]
}

type SentBlock =
  | { readonly kind: 'words'; readonly id: string; readonly text: string }
  | (SentFigures & { readonly kind: 'table' | 'line' | 'bar' })
  | (SentFigures & { readonly kind: 'pictograms'; readonly per: number | null })

interface SentFigures {
  readonly id: string
  readonly title: string
  readonly series: string[]
  readonly from: string | null
  readonly to: string | null
}

const kinds = ['words', 'table', 'line', 'bar', 'pictograms'] as const

/** As many parts as a form may have. */
const most = 60

/**
 * Reads the form of a brief: its parts in the order of their places, without those that are left out, a further part at the end
 * where one is asked for.
 */
export function readBrief(form: FormData, newId: () => string): SentBrief {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const parts = Array.from({ length: most }, (_, at) => at).filter((at) => form.has(`blocks.${at}.id`))
  const kept = parts
    .filter((at) => !form.has(`blocks.${at}.remove`))
    .map((at, order) => ({ at, order, place: Number(text(`blocks.${at}.place`)) || 0 }))
    .sort((one, other) => one.place - other.place || one.order - other.order)
    .map(({ at }) =>
      blockOf(text(`blocks.${at}.kind`), text(`blocks.${at}.id`), {
        text: text(`blocks.${at}.text`),
        title: text(`blocks.${at}.title`),
        series: form.getAll(`blocks.${at}.series`).map(String),
        from: text(`blocks.${at}.from`) || null,
        to: text(`blocks.${at}.to`) || null,
        per: Number(text(`blocks.${at}.per`)) || null,
      }),
    )
  const added = text('add')
  const further = added === '' || added === 'none' ? [] : [blockOf(added, newId(), empty)]
  return { title: text('title'), blocks: [...kept, ...further] }
}

interface Typed {
  readonly text: string
  readonly title: string
  readonly series: string[]
  readonly from: string | null
  readonly to: string | null
  readonly per: number | null
}

const empty: Typed = { text: '', title: '', series: [], from: null, to: null, per: null }

function blockOf(kind: string, id: string, { text, title, series, from, to, per }: Typed): SentBlock {
  const known = kinds.find((each) => each === kind) ?? 'words'
  if (known === 'words') return { kind: known, id, text }
  if (known === 'pictograms') return { kind: known, id, title, series, from, to, per }
  return { kind: known, id, title, series, from, to }
}
