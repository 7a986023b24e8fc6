import type { z } from 'zod'
import { changePassword } from '#acts/account/change-password.ts'
import { enterAs } from '#acts/account/enter-as.ts'
import { erasePerson } from '#acts/account/erase-person.ts'
import { foundInstallation } from '#acts/account/found.ts'
import { makeToken } from '#acts/account/make-token.ts'
import { offerFounding } from '#acts/account/offer-founding.ts'
import { recoverAccount } from '#acts/account/recover.ts'
import { register } from '#acts/account/register.ts'
import { rename } from '#acts/account/rename.ts'
import { revokeToken } from '#acts/account/revoke-token.ts'
import { signIn } from '#acts/account/sign-in.ts'
import { signOut } from '#acts/account/sign-out.ts'
import { signOutEverywhere } from '#acts/account/sign-out-everywhere.ts'
import { useRecovery } from '#acts/account/use-recovery.ts'
import { acceptAmendment } from '#acts/amendment/accept.ts'
import { askVoteOnAmendment } from '#acts/amendment/ask-vote.ts'
import { rewriteAmendment } from '#acts/amendment/rewrite.ts'
import { tableAmendment } from '#acts/amendment/table.ts'
import { withdrawAmendment } from '#acts/amendment/withdraw.ts'
import { attachBrief } from '#acts/brief/attach.ts'
import { beginDemonstration } from '#acts/demonstration/begin.ts'
import { inventPeople } from '#acts/demonstration/people.ts'
import { correctFigure } from '#acts/figure/correct.ts'
import { publishFigures } from '#acts/figure/publish.ts'
import { acceptInvitation } from '#acts/invitation/accept.ts'
import { makeInvitation } from '#acts/invitation/make.ts'
import { defineMeasure } from '#acts/measure/define.ts'
import { confirmMinute } from '#acts/minute/confirm.ts'
import { defineProduct } from '#acts/product/define.ts'
import { openProposal } from '#acts/proposal/open.ts'
import { withdrawProposal } from '#acts/proposal/withdraw.ts'
import { backSeat } from '#acts/seat/back.ts'
import { forgetSeats } from '#acts/seat/forget.ts'
import { leaveSeat } from '#acts/seat/leave.ts'
import { takeSeat } from '#acts/seat/take.ts'
import { defineSource } from '#acts/source/define.ts'
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
  offerFounding,
  foundInstallation,
  beginDemonstration,
  inventPeople,
  makeInvitation,
  acceptInvitation,
  register,
  signIn,
  enterAs,
  signOut,
  signOutEverywhere,
  changePassword,
  rename,
  makeToken,
  revokeToken,
  recoverAccount,
  useRecovery,
  erasePerson,
  foundUnit,
  placeUnit,
  backSeat,
  takeSeat,
  leaveSeat,
  forgetSeats,
  defineMeasure,
  defineProduct,
  defineSource,
  publishFigures,
  correctFigure,
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
  confirmMinute,
] as const

type Listed = (typeof acts)[number]
type Named = { [A in Listed as A['name']]: A }

export type ActName = keyof Named
export type InputOf<N extends ActName> = z.input<Named[N]['input']>
export type ResultOf<N extends ActName> = Awaited<ReturnType<Named[N]['apply']>>['result']
