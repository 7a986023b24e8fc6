import type { AmendmentState, Stage } from '#rules/shapes/proposal.ts'

/** What can be done with a proposal, or happen to it. */
export type ProposalAct =
  | 'speak'
  | 'attend'
  | 'amend'
  | 'brief'
  | 'open-vote'
  | 'withdraw'
  | 'cast'
  | 'pass'
  | 'fail'
  | 'record'

/** The life of a proposal: in each stage, what may be done and the stage that follows. What is not named is refused. */
export const life: Readonly<Record<Stage, Readonly<Partial<Record<ProposalAct, Stage>>>>> = {
  discussion: {
    speak: 'discussion',
    attend: 'discussion',
    amend: 'discussion',
    brief: 'discussion',
    'open-vote': 'voting',
    withdraw: 'withdrawn',
  },
  voting: { speak: 'voting', attend: 'voting', cast: 'voting', pass: 'adopted', fail: 'rejected' },
  adopted: { speak: 'adopted', record: 'recorded' },
  rejected: { speak: 'rejected' },
  recorded: { speak: 'recorded' },
  withdrawn: {},
}

/** What can be done with an amendment. */
export type AmendmentAct = 'accept' | 'ask-vote' | 'open-vote' | 'rewrite' | 'withdraw'

/** The life of an amendment: in each state, what may be done with it. */
export const amendmentLife: Readonly<Record<AmendmentState, readonly AmendmentAct[]>> = {
  tabled: ['accept', 'ask-vote', 'open-vote', 'rewrite', 'withdraw'],
  collides: ['rewrite', 'withdraw'],
  voting: [],
  accepted: [],
  lost: [],
  withdrawn: [],
}
