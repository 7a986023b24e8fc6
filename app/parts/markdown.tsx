import { micromark } from 'micromark'

/** A little Markdown: emphasis, lists, links, quotes. No HTML, no pictures from elsewhere. */
const without = { disable: { null: ['htmlFlow', 'htmlText', 'labelStartImage', 'codeIndented', 'definition'] } }

/** People's words. Headings are set as strong lines, so that the page's own order of headings stands; links are not vouched for. */
export function Markdown({ text }: { text: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: micromark escapes everything and lets no HTML or script address through
  return <div className="words" dangerouslySetInnerHTML={{ __html: keptHtml(text) }} />
}

const kept = new Map<string, string>()
const mostKept = 1000

/** The same words stand on a page each time somebody reads it. */
function keptHtml(text: string): string {
  const known = kept.get(text) ?? wordsToHtml(text)
  if (kept.size >= mostKept) kept.clear()
  kept.set(text, known)
  return known
}

export function wordsToHtml(text: string): string {
  return micromark(text, { extensions: [without] })
    .replace(/<h[1-6]>/g, '<p class="words-heading">')
    .replace(/<\/h[1-6]>/g, '</p>')
    .replace(/<a href="/g, '<a rel="nofollow ugc noopener" href="')
}
