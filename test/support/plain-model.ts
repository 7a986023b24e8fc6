/** The life of proposals in one assembly of three, as plainly as it can be written: what should happen, without a database. */

export type Place = 'title' | 'bread' | 'flour'
type Choice = 'yes' | 'no' | 'abstain'

interface Amendment {
  readonly id: string
  readonly author: string
  place: Place
  to: string
  base: number
  state: 'tabled' | 'collides' | 'voting' | 'accepted' | 'lost' | 'withdrawn'
  askers: Set<string>
}

interface Proposal {
  readonly id: string
  readonly proposer: string
  stage: 'discussion' | 'voting' | 'adopted' | 'rejected' | 'recorded' | 'withdrawn'
  /** What each version says in the three places; the newest last. */
  readonly versions: Readonly<Record<Place, string>>[]
  readonly amendments: Amendment[]
  readonly statements: { readonly id: string; readonly by: string; text: string | null }[]
  readonly askers: Set<string>
}

interface Vote {
  readonly id: string
  readonly proposal: Proposal
  readonly amendment: Amendment | null
  readonly closes: number
  readonly ballots: Map<string, Choice>
  passed: boolean | null
}

export const needed = 2
export const firstBody: Readonly<Record<Place, string>> = { title: 'First', bread: '340', flour: '200' }

/** An empty assembly. Every step gives what it did, or null where it must be refused and change nothing. */
export function plainModel() {
  const proposals: Proposal[] = []
  const votes: Vote[] = []
  /** Amounts in force by product. */
  const plan = new Map<string, string>()
  let minutes = 0

  const newest = (proposal: Proposal) => proposal.versions.at(-1) ?? firstBody
  const openVote = (proposal: Proposal) => votes.find((vote) => vote.proposal === proposal && vote.passed === null)
  /** Where an amendment written against `base` stands on the newest version. */
  const placed = (proposal: Proposal, base: number, place: Place, to: string) => {
    const [was, is] = [proposal.versions[base - 1]?.[place], newest(proposal)[place]]
    if (was === is) return { state: 'tabled' as const, base: proposal.versions.length }
    return is === to ? 'contained' : { state: 'collides' as const, base }
  }
  const adopt = (proposal: Proposal, amendment: Amendment) => {
    const before = proposal.versions.length
    proposal.versions.push({ ...newest(proposal), [amendment.place]: amendment.to })
    amendment.state = 'accepted'
    for (const other of proposal.amendments.filter((each) => each.state === 'tabled')) {
      const stands = placed(proposal, before, other.place, other.to)
      if (stands === 'contained') other.state = 'accepted'
      else Object.assign(other, stands)
    }
  }

  return {
    proposals,
    votes,
    plan,
    newest,
    minutes: () => minutes,
    wait: (by: number) => {
      minutes += by
    },
    open: (id: string, proposer: string) => {
      const fresh = { versions: [firstBody], amendments: [], statements: [], askers: new Set<string>() }
      proposals.push({ id, proposer, stage: 'discussion', ...fresh })
    },
    maySpeak: (proposal: Proposal) => proposal.stage !== 'withdrawn',
    mayRemove: (statement: Proposal['statements'][number], by: string) =>
      statement.by === by && statement.text !== null,
    /** What tabling (or rewriting) comes to. */
    tabling: (proposal: Proposal, base: number, place: Place, to: string) => {
      if (proposal.stage !== 'discussion') return null
      const stands = placed(proposal, base, place, to)
      return stands === 'contained' ? null : stands
    },
    mayRewrite: (amendment: Amendment, by: string) =>
      amendment.author === by && (amendment.state === 'tabled' || amendment.state === 'collides'),
    accept: (proposal: Proposal, amendment: Amendment, by: string) => {
      const may =
        proposal.proposer === by &&
        proposal.stage === 'discussion' &&
        amendment.state === 'tabled' &&
        !openVote(proposal) &&
        amendment.askers.size < needed
      if (may) {
        amendment.askers.clear()
        adopt(proposal, amendment)
      }
      return may || null
    },
    ask: (proposal: Proposal, amendment: Amendment, by: string) => {
      const { askers } = amendment
      const again = askers.has(by) && askers.size < needed
      if (proposal.stage !== 'discussion' || amendment.state !== 'tabled' || again) return null
      askers.add(by)
      return true
    },
    /** `opens` is false where the member's wish is noted, and others are waited for. */
    openVote: (proposal: Proposal, amendment: Amendment | null, by: string) => {
      if (proposal.stage !== 'discussion' || openVote(proposal)) return null
      if (amendment && amendment.state !== 'tabled') return null
      const { askers } = amendment ?? proposal
      const own = proposal.proposer === by
      if (!own && askers.has(by) && askers.size < needed) return null
      const opens = own || new Set([...askers, by]).size >= needed
      if (!opens) askers.add(by)
      return { opens }
    },
    opened: (id: string, proposal: Proposal, amendment: Amendment | null, closes: number) => {
      const about = amendment ?? proposal
      about.askers.clear()
      if (amendment) amendment.state = 'voting'
      else proposal.stage = 'voting'
      votes.push({ id, proposal, amendment, closes, ballots: new Map(), passed: null })
    },
    cast: (vote: Vote, by: string, choice: Choice) => {
      if (vote.passed !== null || minutes >= vote.closes) return null
      vote.ballots.set(by, choice)
      return true
    },
    close: (vote: Vote) => {
      if (vote.passed !== null || minutes < vote.closes) return null
      const count = (choice: Choice) => [...vote.ballots.values()].filter((one) => one === choice).length
      vote.passed = count('yes') > count('no')
      const { proposal, amendment } = vote
      if (!amendment) {
        proposal.stage = vote.passed ? 'adopted' : 'rejected'
        for (const each of proposal.amendments)
          if (each.state === 'tabled' || each.state === 'collides') each.state = 'lost'
      } else if (vote.passed) {
        amendment.askers.clear()
        adopt(proposal, amendment)
      } else amendment.state = 'lost'
      return true
    },
    confirm: (proposal: Proposal) => {
      if (proposal.stage !== 'adopted') return null
      proposal.stage = 'recorded'
      for (const product of ['bread', 'flour'] as const) plan.set(product, newest(proposal)[product])
      return true
    },
    withdraw: (proposal: Proposal, by: string) => {
      if (proposal.proposer !== by || proposal.stage !== 'discussion' || openVote(proposal)) return null
      proposal.stage = 'withdrawn'
      return true
    },
  }
}
