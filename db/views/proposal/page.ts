import { z } from 'zod'
import { peopleNamed } from '#db/views/names.ts'
import { maysOf } from '#db/views/proposal/mays.ts'
import { type SharedTable, sharedTable } from '#db/views/proposal/shared.ts'
import { ownPartsIn } from '#db/views/proposal/votes.ts'
import { defineView } from '#db/views/view.ts'
import { Id } from '#rules/shapes/names.ts'

export const proposalPage = defineView({
  name: 'proposal.page',
  answers:
    'Shows a proposal at the table: its newest version, discussion, amendments, brief, votes, and what the books say follows.',
  input: z.object({ proposalId: Id, version: z.coerce.number().int().min(1).nullable().default(null) }),
  answer: async ({ read, tables, input, actor, standing, now }) => {
    const { number, shared } = await sharedTable(read, tables, { ...input, now })
    const { members, ...table } = shared
    const voteIds = shared.votes.flatMap((vote) => (vote.state === 'open' ? [vote.id] : []))
    const own = await ownPartsIn(read, tables, voteIds, actor)
    return {
      ...table,
      unit: { ...shared.unit, members: members.length },
      votes: shared.votes.map((vote) => ({ ...vote, mine: own[vote.id] ?? 'not-entitled' }) as const),
      stream: { id: shared.unit.id, number },
      people: await peopleNamed(read, tables, peopleAt(shared)),
      reader: {
        id: actor.kind === 'person' ? actor.id : null,
        roles: standing.filter((seat) => seat.unitId === shared.unit.id).map((seat) => seat.role),
      },
      now,
      may: maysOf({ ...shared, actor, standing, now }),
    }
  },
})

const peopleAt = ({ proposal, statements, amendments, attendance, brief, minute }: SharedTable) => [
  proposal.proposerId,
  ...statements.map((each) => each.personId),
  ...amendments.map((each) => each.personId),
  ...attendance.map((each) => each.personId),
  ...(brief ? [brief.writtenBy] : []),
  ...(minute ? [minute.delegateId] : []),
]
