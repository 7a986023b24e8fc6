/** A page as it was rendered for visitors: whole, with its own content policy. */
export interface Page {
  /** The number at which the record stood before the page was rendered. */
  readonly number: number
  /** The moment from which the clock alone may have changed it, in milliseconds. */
  readonly goodUntilMs: number
  readonly body: Buffer
  readonly etag: string
  readonly policy: string
}

/** What a kept page takes beside its body: its address, its policy, the objects around them. */
const besideBytes = 2_000

export interface PageStore {
  /** The page, where nothing has been recorded since and its hour has not come. */
  readonly get: (key: string, number: number, nowMs: number) => Page | undefined
  readonly keep: (key: string, page: Page) => void
}

/** Makes a store of at most so many bytes; the pages that were asked for longest ago give way. */
export function openPageStore(mostBytes: number): PageStore {
  // The order of the map is that of last use.
  const pages = new Map<string, Page>()
  let bytes = 0
  const drop = (key: string) => {
    const page = pages.get(key)
    if (!page) return
    pages.delete(key)
    bytes -= sizeOf(page)
  }
  return {
    get: (key, number, nowMs) => {
      const page = pages.get(key)
      if (!page) return undefined
      if (page.number !== number || nowMs >= page.goodUntilMs) {
        drop(key)
        return undefined
      }
      pages.delete(key)
      pages.set(key, page)
      return page
    },
    keep: (key, page) => {
      drop(key)
      if (sizeOf(page) > mostBytes / 8) return
      pages.set(key, page)
      bytes += sizeOf(page)
      for (const oldest of pages.keys()) {
        if (bytes <= mostBytes) break
        drop(oldest)
      }
    },
  }
}

const sizeOf = (page: Page): number => page.body.length + besideBytes
