import { type May, mayFrom } from '#rules/may.ts'
import type { AssemblyNumbers } from '#rules/shapes/decision-rule.ts'
import type { AmendmentState, Stage } from '#rules/shapes/proposal.ts'
import * as stages from '#rules/stages.ts'
import type { Actor, Seat } from '#rules/standing.ts'
import * as standings from '#rules/standing.ts'

interface Facts {
  readonly proposal: {
    readonly id: string
    readonly unitId: string
    readonly proposerId: string
    readonly stage: Stage
    readonly version: number
  }
  readonly unit: { readonly numbers: AssemblyNumbers }
  readonly members: readonly string[]
  readonly amendments: readonly {
    readonly id: string
    readonly personId: string
    readonly state: AmendmentState
    readonly base: number
  }[]
  readonly votes: readonly {
    readonly amendmentId: string | null
    readonly state: 'open' | 'closed'
    readonly closesAt: string
  }[]
  readonly backings: readonly { readonly cause: string; readonly personId: string }[]
  readonly attendance: readonly { readonly personId: string; readonly leftAt: string | null }[]
  readonly minute: object | null
  readonly actor: Actor
  readonly standing: readonly Seat[]
  readonly now: string
}

/** Says which acts are open to the reader on a proposal and each of its amendments, and why not, by the acts' own rules. */
export function maysOf(facts: Facts) {
  const { proposal, actor, standing, members, unit, now } = facts
  const { unitId } = proposal
  const openVotes = facts.votes.filter((vote) => vote.state === 'open')
  const backersOf = (cause: string) =>
    facts.backings.filter((each) => each.cause === cause).map((each) => each.personId)
  const opening = { proposal, openVotes, members, unit, now, actorId: actor.id, closesAt: farOff }
  const here = facts.attendance.some((each) => each.personId === actor.id && each.leftAt === null)
  const speaking = (kind: 'statement' | 'question' | 'objection' | 'answer') =>
    mayFrom(
      standings.whoMayMakeStatement(actor, standing, { unitId, kind }),
      stages.whenWordsMayBeSpoken({ proposal, kind, repliedTo: kind === 'answer' ? { kind: 'question' } : null }),
    )
  const forProposal = {
    speak: speaking('statement'),
    object: speaking('objection'),
    answer: speaking('answer'),
    amend: mayFrom(
      standings.whoMayAmend(actor, standing, unitId),
      stages.whenProposalMayBeAmended({ proposal, openVotes }),
    ),
    openVote: mayFrom(
      standings.whoMayOpenVote(actor, standing, unitId),
      stages.whenVoteMayBeOpened({ ...opening, amendment: null, backers: backersOf(`open-vote:${proposal.id}`) }),
    ),
    withdraw: mayFrom(
      standings.whoMayWithdrawProposal(actor, proposal),
      stages.whenProposalMayBeWithdrawn({ proposal, openVotes }),
    ),
    brief: mayFrom(
      standings.whoMayBrief(actor, standing, unitId),
      stages.whenBriefMayBeChanged({ proposal, openVotes }),
    ),
    confirmMinute: mayFrom(
      standings.whoMayConfirmMinute(actor, standing, unitId),
      stages.whenMinuteMayBeConfirmed({ proposal, minute: facts.minute }),
    ),
    arrive: mayFrom(standings.whoMayAttend(actor, standing, unitId), stages.whenTableMayBeJoined({ proposal, here })),
    leave: mayFrom(standings.whoMayAttend(actor, standing, unitId), stages.whenTableMayBeLeft({ here })),
    removeWords: mayFrom(standings.whoMayBackSeats(actor, standing, unitId), []),
  } satisfies Record<string, May>
  const forAmendments = Object.fromEntries(
    facts.amendments.map((amendment) => {
      const backers = backersOf(`amendment-vote:${amendment.id}`)
      const asked = { proposal, amendment, unit, members, backers }
      return [
        amendment.id,
        {
          accept: mayFrom(
            standings.whoMayAcceptAmendment(actor, standing, proposal),
            stages.whenAmendmentMayBeAccepted({ ...asked, openVotes }),
          ),
          askVote: mayFrom(
            standings.whoMayAskVote(actor, standing, unitId),
            stages.whenVoteOnAmendmentMayBeAsked({ ...asked, actorId: actor.id }),
          ),
          openVote: mayFrom(
            standings.whoMayOpenVote(actor, standing, unitId),
            stages.whenVoteMayBeOpened({ ...opening, amendment, backers }),
          ),
          rewrite: mayFrom(
            standings.whoMayRewriteAmendment(actor, amendment),
            stages.whenAmendmentMayBeRewritten({ proposal, amendment, openVotes }),
          ),
          withdraw: mayFrom(
            standings.whoMayWithdrawAmendment(actor, amendment),
            stages.whenAmendmentMayBeWithdrawn({ amendment }),
          ),
          asking: stages.askingFor({ unit, members, backers }, 'amendmentVote'),
        },
      ] as const
    }),
  )
  return { ...forProposal, amendments: forAmendments }
}

// Whether a vote may be opened is asked before its close is chosen: any close ahead will do.
const farOff = '9999-12-31T00:00:00.000Z'
