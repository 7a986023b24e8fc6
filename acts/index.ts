import type { z } from 'zod'
import { acceptAmendment } from '#acts/amendment/accept.ts'
import { askVoteOnAmendment } from '#acts/amendment/ask-vote.ts'
import { rewriteAmendment } from '#acts/amendment/rewrite.ts'
import { tableAmendment } from '#acts/amendment/table.ts'
import { withdrawAmendment } from '#acts/amendment/withdraw.ts'
import { attachBrief } from '#acts/brief/attach.ts'
import { openProposal } from '#acts/proposal/open.ts'
import { withdrawProposal } from '#acts/proposal/withdraw.ts'
import { backSeat } from '#acts/seat/back.ts'
import { leaveSeat } from '#acts/seat/leave.ts'
import { takeSeat } from '#acts/seat/take.ts'
import { makeStatement } from '#acts/statement/make.ts'
import { removeStatement } from '#acts/statement/remove.ts'
import { arriveAtTable } from '#acts/table/arrive.ts'
import { leaveTable } from '#acts/table/leave.ts'
import { foundUnit } from '#acts/unit/found.ts'
import { placeUnit } from '#acts/unit/place.ts'
import { castVote } from '#acts/vote/cast.ts'
import { closeVote } from '#acts/vote/close.ts'
import { openVote } from '#acts/vote/open.ts'

/** Everything that anyone can do, in the order of a matter's life. */
export const acts = [
  foundUnit,
  placeUnit,
  backSeat,
  takeSeat,
  leaveSeat,
  openProposal,
  withdrawProposal,
  attachBrief,
  arriveAtTable,
  leaveTable,
  makeStatement,
  removeStatement,
  tableAmendment,
  rewriteAmendment,
  withdrawAmendment,
  askVoteOnAmendment,
  acceptAmendment,
  openVote,
  castVote,
  closeVote,
] as const

type Listed = (typeof acts)[number]
type Named = { [A in Listed as A['name']]: A }

export type ActName = keyof Named
export type InputOf<N extends ActName> = z.input<Named[N]['input']>
export type ResultOf<N extends ActName> = Awaited<ReturnType<Named[N]['apply']>>['result']
