import type { Source } from '#rules/shapes/figures.ts'

/** Where the society's figures come from: a script, and every page that shows them says so. */
export const inventedSource: Source = {
  id: 'invented-society',
  producer: 'Negotium',
  title: 'Invented figures of a demonstration society',
  licence: 'MIT',
  url: null,
  invented: true,
}
