import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ActForm } from '#app/parts/act-form.tsx'
import { useWords } from '#app/parts/words.tsx'
import { OpenVote } from '#app/table/open-vote.tsx'
import type { TableAmendment, TablePage } from '#app/table/page-data.ts'
import type { May } from '#rules/may.ts'

interface AmendmentActsProps {
  readonly page: TablePage
  readonly amendment: TableAmendment
  readonly seed: string
}

/** What can be done with an amendment, by whom; what this reader cannot do says why where it stands. */
export function AmendmentActs({ page, amendment, seed }: AmendmentActsProps) {
  const words = useWords()
  const may = page.may.amendments[amendment.id]
  if (!may || page.reader.id === null) return null
  const values = { unitId: page.unit.id, amendmentId: amendment.id }
  const isAuthor = page.reader.id === amendment.personId
  const isProposer = page.reader.id === page.proposal.proposerId
  const isMember = page.reader.roles.includes('member')
  const simple = (act: string, button: string, quiet: boolean) => (
    <ActForm form={`${act}-${amendment.id}`} act={act} seed={seed} values={values}>
      {({ busy }) => (
        <button type="submit" className={quiet ? 'button quiet' : 'button'} disabled={busy}>
          {button}
        </button>
      )}
    </ActForm>
  )
  return (
    <div className="amendment-acts">
      {isProposer && (
        <Allowed may={may.accept} button={words.say('accept-do')}>
          {simple('amendment.accept', words.say('accept-do'), false)}
        </Allowed>
      )}
      {isAuthor && (
        <Allowed may={may.rewrite} button={words.say('rewrite-open')}>
          <Link
            className={amendment.state === 'collides' ? 'button' : 'button quiet'}
            to={`?amend=${amendment.id}`}
            preventScrollReset
          >
            {words.say('rewrite-open')}
          </Link>
        </Allowed>
      )}
      {isMember && !isSameNo(may.accept, may.askVote, isProposer) && (
        <Allowed may={may.askVote} button={words.say('ask-vote-do')}>
          {simple('amendment.ask-vote', words.say('ask-vote-do'), true)}
        </Allowed>
      )}
      {(may.asking.backers > 0 || (isMember && may.askVote.ok)) && (
        <p className="small soft">{words.say('asking', { ...may.asking })}</p>
      )}
      {(isProposer || may.asking.backers > 0) && may.openVote.ok && (
        <OpenVote page={page} amendmentId={amendment.id} seed={seed} />
      )}
      {isAuthor && may.withdraw.ok && simple('amendment.withdraw', words.say('withdraw-amendment'), true)}
    </div>
  )
}

/** One sentence is enough where two acts are shut for the same reason. */
const isSameNo = (shown: May, other: May, isShown: boolean): boolean =>
  isShown && !shown.ok && !other.ok && shown.code === other.code

/** An act that is open, or its button shut with the sentence that says why. */
export function Allowed({ may, button, children }: { may: May; button: string; children: ReactNode }) {
  const words = useWords()
  if (may.ok) return children
  return (
    <div className="not-allowed">
      <button type="button" className="button quiet" disabled>
        {button}
      </button>
      <p className="small soft">{words.sayCode(may.code, may.values)}</p>
    </div>
  )
}
