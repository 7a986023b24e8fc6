import { Link, useNavigate, useSearchParams } from '@remix-run/react'
import { useCallback, useMemo, useState } from 'react'
import { ActForm } from '#app/parts/act-form.tsx'
import { Panes } from '#app/parts/panes.tsx'
import { useWords } from '#app/parts/words.tsx'
import { Amend } from '#app/table/amend.tsx'
import { Allowed } from '#app/table/amendment-acts.tsx'
import { Amendments, isOpen } from '#app/table/amendments.tsx'
import { Around } from '#app/table/around.tsx'
import { Votes } from '#app/table/ballot.tsx'
import { Brief } from '#app/table/brief.tsx'
import { Consequences, type Following } from '#app/table/consequences.tsx'
import { Discussion } from '#app/table/discussion.tsx'
import { draftKey, useDraft } from '#app/table/draft.ts'
import { engineOf } from '#app/table/engine.ts'
import type { HandSeen } from '#app/table/hands.tsx'
import { Head } from '#app/table/head.tsx'
import { Lines } from '#app/table/lines.tsx'
import { News, useLive } from '#app/table/live.tsx'
import { OpenVote } from '#app/table/open-vote.tsx'
import type { TablePage } from '#app/table/page-data.ts'
import { useRevealed } from '#app/table/revealed.ts'
import { Spoken, Underneath } from '#app/table/spoken.tsx'
import { Text } from '#app/table/text.tsx'
import { countsOf } from '#app/table/threads.ts'
import { ChangedSince, RuleChange, Versions } from '#app/table/versions.tsx'
import { amendedBody } from '#app/table/wanted.ts'

interface TableProps {
  readonly page: TablePage
  readonly seed: string
}

/** The negotiating table: text and lines, discussion, figures and what follows, side by side or one behind the other. */
export function Table({ page, seed }: TableProps) {
  const words = useWords()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const live = useLive(page)
  useRevealed()
  const asked = params.get('amend')
  const rewritten = page.amendments.find((one) => one.id === asked) ?? null
  const isAmending =
    asked !== null && (rewritten ? page.may.amendments[rewritten.id]?.rewrite.ok : page.may.amend.ok) === true
  const drafting = useDraft(draftKey(page.proposal.id, rewritten?.id ?? null), () => ({
    base: page.version,
    baseBody: page.body,
    wanted: rewritten ? amendedBody(page.body, rewritten.changes) : page.body,
    reason: '',
  }))
  const engine = useMemo(
    () => engineOf(page.technique ? { technique: page.technique, plan: page.plan, products: page.products } : null),
    [page.technique, page.plan, page.products],
  )
  const said = useMemo(() => countsOf(page.statements), [page.statements])
  const following = useCallback(
    (name: string, lines: TablePage['body']['lines']): Following | null =>
      engine && lines.length > 0 ? { name, lines, followed: engine.follow(lines) } : null,
    [engine],
  )
  const [hand, setHand] = useState<HandSeen | null>(null)
  const present = useMemo(
    () => following(words.say('follows-version', { version: page.version }), page.body.lines),
    [page.version, page.body.lines, following, words],
  )
  const { wanted } = drafting.draft
  const own = useMemo(
    () => (isAmending ? following(words.say('follows-own'), wanted.lines) : null),
    [isAmending, wanted.lines, following, words],
  )
  const seen =
    hand &&
    following(
      words.say('follows-hand', { person: hand.name }),
      page.body.lines.map((line) => (line.id === hand.lineId ? { ...line, amount: hand.amount } : line)),
    )
  const shown = seen ?? own ?? present
  const openAmendments = useMemo(() => page.amendments.filter(isOpen), [page.amendments])
  const maySpeak = page.may.speak.ok

  const hands = { others: live.others, onLook: setHand }

  const text = isAmending ? (
    <Amend
      key={rewritten?.id ?? 'new'}
      unitId={page.unit.id}
      proposalId={page.proposal.id}
      newest={page.proposal.version}
      drafting={drafting}
      rewritten={rewritten}
      names={page}
      seed={seed}
      hands={hands}
      onHand={(line) => live.holdPen(line && { line: line.id, value: line.amount })}
      onDone={() => navigate('?', { preventScrollReset: true })}
    />
  ) : (
    <>
      <Versions {...page} />
      {page.before && <ChangedSince earlier={page.before} later={page.body} version={page.version} names={page} />}
      {page.body.rule && <RuleChange rule={page.body.rule} members={page.unit.members} />}
      <Text blocks={page.body.blocks} said={said} maySpeak={maySpeak} />
      <h3 className="lines-title">{words.say('lines-title')}</h3>
      <Lines
        lines={page.body.lines}
        names={page}
        followed={present?.followed ?? null}
        said={said}
        maySpeak={maySpeak}
        amendments={openAmendments}
        hands={hands}
      />
      {page.reader.id !== null && page.version === page.proposal.version && (
        <Allowed may={page.may.amend} button={words.say('amend-open')}>
          <Link className="button" to="?amend=new" preventScrollReset>
            {words.say(drafting.isKept ? 'amend-go-on' : 'amend-open')}
          </Link>
        </Allowed>
      )}
    </>
  )
  return (
    <Head page={page}>
      <Around page={page} live={live} seed={seed} />
      <News page={page} />
      <Votes page={page} seed={seed} />
      <div className="table-panes">
        <Panes
          panes={[
            { name: words.say('pane-text'), content: text },
            {
              name: words.say('pane-discussion', { count: page.statements.length }),
              content: <Discussion page={page} seed={seed} />,
            },
            {
              name: words.say('pane-figures'),
              content: (
                <>
                  {shown && page.technique ? (
                    <Consequences
                      id="consequences"
                      shown={shown}
                      beside={shown === present ? null : present}
                      names={page}
                      vintage={{ ...page.technique, isFrozen: page.frozenAt !== null }}
                    />
                  ) : (
                    <p className="soft">
                      {words.say(page.body.lines.length > 0 ? 'follows-cannot' : 'follows-no-lines')}
                    </p>
                  )}
                  <Brief page={page} said={said} />
                </>
              ),
            },
          ]}
        />
      </div>
      {isAmending && shown && <Underneath shown={shown} names={page} />}
      {isAmending && shown && <Spoken shown={shown} names={page} />}
      <Amendments page={page} names={page} engine={engine} said={said} seed={seed} present={present} />
      <Acts page={page} seed={seed} />
    </Head>
  )
}

/** What can be done with the proposal as a whole. */
function Acts({ page, seed }: TableProps) {
  const words = useWords()
  const { may, reader } = page
  const isProposer = reader.id === page.proposal.proposerId
  const asked = page.backings.filter((each) => each.cause === `open-vote:${page.proposal.id}`).length
  if (reader.id === null || page.proposal.stage !== 'discussion') return null
  return (
    <section className="section table-acts" aria-labelledby="acts-title">
      <header>
        <h2 id="acts-title">{words.say('acts-title')}</h2>
      </header>
      <Allowed may={may.openVote} button={words.say(isProposer ? 'open-vote' : 'open-vote-join', { what: 'proposal' })}>
        <OpenVote page={page} amendmentId={null} seed={seed} />
      </Allowed>
      {asked > 0 && (
        <p className="small soft">
          {words.say('asking', { backers: asked, needed: Math.min(page.unit.numbers.openVote, page.unit.members) })}
        </p>
      )}
      {isProposer && (
        <Allowed may={may.withdraw} button={words.say('withdraw-proposal')}>
          <ActForm
            form="withdraw"
            act="proposal.withdraw"
            seed={seed}
            values={{ unitId: page.unit.id, proposalId: page.proposal.id }}
          >
            {({ busy }) => (
              <button type="submit" className="button quiet" disabled={busy}>
                {words.say('withdraw-proposal')}
              </button>
            )}
          </ActForm>
        </Allowed>
      )}
    </section>
  )
}
