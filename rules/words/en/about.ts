/** How this works, in plain words. */
export const about = {
  'about-title': 'How this works',
  'about-state':
    'People who make and use things decide together what is to be made, on the ground of figures that everybody can see. This is where they do it.',

  'about-offices': 'Offices count',
  'about-offices-1':
    'Every unit (an enterprise, a branch, a town) has an office that keeps its books: what it made and used up, how many hours it took, what lies in store, what it could make at most. The office publishes these figures, explains them in briefs, and answers questions.',
  'about-offices-2':
    'An office decides nothing. Nobody who works in it can, in that role, open, close, count or change a vote. Nor can whoever runs this machine.',
  'about-assemblies': 'Assemblies decide',
  'about-assemblies-1':
    'The people of a unit are its assembly. Members open proposals, speak, amend and vote. How large a majority it takes, and how many must take part, is each assembly’s own rule and stands on its page.',
  'about-assemblies-2':
    'Delegates are members whom the assembly has elected. They confirm the minute of what was decided and enter it into the plan. They can be recalled at any time.',
  'about-proposals': 'Proposals are negotiated',
  'about-proposals-1':
    'A proposal is made of words and of quantity lines: who makes, uses, delivers or receives how much of what, and when. Whoever changes a quantity sees at once what follows from it: hours of labour, materials, capacity, shortages, each with the chain that explains it.',
  'about-proposals-2':
    'An amendment changes words, quantities or both. The proposer accepts it, or enough members ask for a vote on it. Every accepted amendment makes a new version; the old ones stay readable.',
  'about-votes': 'Votes are counted so that you can recount them',
  'about-votes-1':
    'When a vote opens, the version, the figures beside it and the roll of voters are frozen. You may change your vote until the close, and nobody sees a running count. The clock closes the vote; the result is one sentence with its arithmetic.',
  'about-plan': 'The plan stands beside what is done',
  'about-plan-1':
    'The lines of an adopted proposal become plan lines, each with the figures it was decided on. As the offices publish, what was done so far stands beside what was expected by now. A line that drifts comes back to the table.',
  'about-journal': 'Everything is recorded once',
  'about-journal-1':
    'Each act makes an entry in a numbered record. Every entry carries a hash that rests on the entry before, so that nothing can be lost or rewritten unseen. A correction is a new entry; the old one stays.',
  'about-journal-2':
    'Names are never part of what is hashed. A person can be erased: the name and the words they spoke go, and the record still holds.',

  'about-laws': 'The laws of the house',
  'about-law-1':
    'Figures are open. Whatever an office holds as a figure, anyone can read, with its source, method, status and history.',
  'about-law-2': 'Offices do not decide. Assemblies decide; delegates act inside a mandate and can be recalled.',
  'about-law-3': 'Nothing recorded is lost or rewritten. A correction is a new entry.',
  'about-law-4': 'Anyone can recount: from the public record alone, every result, every sum and every hash.',
  'about-law-5':
    'A number never stands alone. It carries its unit, period, place, status, source and date. A gap is a gap, never a zero.',
  'about-law-6': 'Plain and intelligible: a picture before a table, a table before a formula.',
  'about-law-7': 'A refusal explains itself, in one sentence that a person can act on.',

  'about-demo': 'What is invented here',
  'about-demo-1':
    'This is a demonstration. The Wendle Federation, its units, its people, what they say and decide, and all their figures are made up by a program, so that the books balance and enterprises differ as real ones do. Dates are counted back from the day on which the demonstration was started.',
  'about-demo-2':
    'What is invented is marked so. Beside it stand real series, so that you can see how the same pages carry real figures.',
  'about-sources': 'Where the figures come from',
  'about-sources-lead': 'Every figure names its source. These are all of them.',
  'about-sources-none': 'Sources will stand here. Offices name them when they publish.',
  'about-source-producer': 'Producer',
  'about-source-title': 'Title',
  'about-source-licence': 'Licence',
  'about-source-kind': 'Kind',
  'about-source-real': 'real',
  'about-next': 'Look at what is open now',
} as const
