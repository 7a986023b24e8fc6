import type { z } from 'zod'
import type { Db } from '#db/open.ts'
import { standingOf } from '#db/standing.ts'
import { aboutPage } from '#db/views/about.ts'
import { booksPage } from '#db/views/books/page.ts'
import { briefEdit } from '#db/views/brief/draft.ts'
import { deskPage } from '#db/views/desk/page.ts'
import { deskPreview } from '#db/views/desk/preview.ts'
import { figuresCsv } from '#db/views/figure/csv.ts'
import { figuresList } from '#db/views/figure/list.ts'
import { seriesPage } from '#db/views/figure/series.ts'
import { frame } from '#db/views/frame.ts'
import { invitationPage } from '#db/views/invitation.ts'
import { journalEntry } from '#db/views/journal/entry.ts'
import { journalPage } from '#db/views/journal/page.ts'
import { journalSince } from '#db/views/journal/since.ts'
import { mePage } from '#db/views/me.ts'
import { minutePage } from '#db/views/minute/page.ts'
import { peoplePage } from '#db/views/people.ts'
import { planCsv } from '#db/views/plan/csv.ts'
import { planLinePage } from '#db/views/plan/line.ts'
import { planList } from '#db/views/plan/list.ts'
import { proposalsList } from '#db/views/proposal/list.ts'
import { proposalPage } from '#db/views/proposal/page.ts'
import { proposePage } from '#db/views/proposal/propose.ts'
import { recoveryPage } from '#db/views/recovery.ts'
import { setUpPage } from '#db/views/set-up.ts'
import { signInPage } from '#db/views/sign-in.ts'
import { startPage } from '#db/views/start/page.ts'
import { unitFounding } from '#db/views/unit/founding.ts'
import { unitsList } from '#db/views/unit/list.ts'
import { unitPage } from '#db/views/unit/page.ts'
import type { View } from '#db/views/view.ts'
import { votePage } from '#db/views/vote/page.ts'
import { Refusal } from '#rules/refusal.ts'
import type { Actor } from '#rules/standing.ts'

/** Everything that a page or a REST call can ask. */
export const views = [
  aboutPage,
  booksPage,
  briefEdit,
  deskPage,
  deskPreview,
  figuresCsv,
  figuresList,
  frame,
  invitationPage,
  journalSince,
  mePage,
  minutePage,
  peoplePage,
  planCsv,
  planLinePage,
  planList,
  recoveryPage,
  seriesPage,
  setUpPage,
  signInPage,
  startPage,
  journalEntry,
  journalPage,
  proposalsList,
  proposalPage,
  proposePage,
  unitFounding,
  unitsList,
  unitPage,
  votePage,
] as const

type Listed = (typeof views)[number]
type Named = { [V in Listed as V['name']]: V }

export type ViewName = keyof Named
export type AskedOf<N extends ViewName> = z.input<Named[N]['input']>
export type AnswerOf<N extends ViewName> = Awaited<ReturnType<Named[N]['answer']>>

export type Ask = <N extends ViewName>(name: N, input: AskedOf<N>, actor: Actor) => Promise<AnswerOf<N>>
export type AskAny = (name: string, input: unknown, actor: Actor) => Promise<unknown>

type AnyView = View<string, unknown, unknown>

const byName = new Map<string, AnyView>()
for (const view of views as unknown as readonly AnyView[]) {
  if (byName.has(view.name)) throw new Error(`two views are called ${view.name}`)
  byName.set(view.name, view)
}

/**
 * Opens the one way to ask.
 * Takes: the database and the clock. Gives: `ask`, typed by the view's name, and the same for names known only as text.
 * Refuses: `unknown-view`, `bad-input`, and as each view says.
 */
export function openViews({ db, clock }: { db: Db; clock: () => Date }): { ask: Ask; askAny: AskAny } {
  const askAny: AskAny = async (name, raw, actor) => {
    const view = byName.get(name)
    if (!view) throw new Refusal('missing', 'unknown-view', { name })
    const read = view.input.safeParse(raw)
    if (!read.success) throw new Refusal('input', 'bad-input')
    const standing = actor.kind === 'person' ? await standingOf(db.read, actor.id) : []
    const now = clock().toISOString()
    return view.answer({ read: db.read, tables: db.tables, input: read.data, actor, standing, now })
  }
  return { ask: askAny as Ask, askAny }
}
