/** Refusals: why not, and what to do now. The code is the rule's code. */
export const refusals = {
  'not-signed-in': 'Sign in to do this.',
  'not-a-member': 'Only members of this assembly can do this. You can read everything, and ask a member to admit you.',
  'not-a-delegate': 'Only a delegate of this assembly can do this.',
  'not-of-the-office': 'Only people who work in this unit’s computing office can do this.',
  'bad-input': 'Some entries need attention.',
  'unknown-act': 'There is no act called {name}.',
  'no-such-thing': 'There is no such page or thing here.',
  'not-plain-text': 'This text holds characters that cannot be kept. Type it again without them.',

  // Amendments
  'no-changes': 'Change some words or an amount first: this amendment holds no change yet.',
  'changed-twice': 'This amendment changes the same thing twice. Keep one of the two changes.',
  'changes-nothing': 'This is what stands there already. Change it, or leave this change out.',
  'no-such-block': 'There is no such paragraph in the version that this amendment is written against.',
  'no-such-line': 'There is no such line in the version that this amendment is written against.',
  'id-already-there': 'A paragraph or line with this id is there already. Give the new one an id of its own.',
  'not-the-amount-there':
    'The line does not have this amount in the version that this amendment is written against. Look at it again.',
  'line-already-there': 'There is a line for this unit, product and period already. Change its amount instead.',
  'last-block': 'A proposal needs at least one paragraph. To take it back whole, its proposer withdraws it.',
  'too-many-blocks': 'A proposal holds at most 60 paragraphs. Join some, or make a second proposal.',
  'too-many-lines': 'A proposal holds at most 60 lines. Make a second proposal for the others.',
  'changes-do-not-fit':
    'These changes do not fit version {version}, against which they are written. Look at them again.',
  'already-contained': 'Version {version} already says all of this.',
  'amendment-not-ready':
    '{state, select, collides {This amendment collides with the newest version; its author has to rewrite it first.} voting {The assembly is voting on this amendment.} other {This amendment is settled already.}}',
  'amendment-settled':
    '{state, select, voting {The assembly is voting on this amendment; it stands as it is until the close.} other {This amendment is settled and can no longer be changed. You can table another.}}',
  'amendment-out-of-date': 'This amendment is not written against the newest version. Look at the page again.',
  'assembly-decides-amendment':
    '{backers, plural, one {# member has} other {# members have}} asked for a vote on this amendment, so the assembly decides on it.',
  'not-the-author': 'Only the member who tabled this amendment can do this. You can table one of your own.',

  // Proposals
  'not-the-proposer':
    'Only the member who opened this proposal can do this. You can say what you think, or table an amendment.',
  'proposal-not-under-discussion':
    '{stage, select, until {This proposal is being voted on until {closes}; you can still comment.} voting {This proposal is being voted on; you can still comment.} adopted {This proposal is adopted; to change what was decided, open another.} recorded {This proposal is adopted and recorded; to change what was decided, open another.} rejected {This proposal was rejected; you can open another.} other {This proposal was withdrawn; you can open another.}}',
  'proposal-withdrawn': 'This proposal was withdrawn. What was said stays readable; you can open another.',
  'proposal-off-the-table':
    '{stage, select, withdrawn {This proposal was withdrawn; nobody sits at its table.} other {This proposal is decided; its table is cleared. You can still comment.}}',
  'at-the-table-already': 'You sit at this table already.',
  'not-at-the-table': 'You do not sit at this table.',
  'brief-is-frozen':
    '{stage, select, until {A vote runs until {closes}; the brief stays as the voters see it until then.} withdrawn {This proposal was withdrawn.} other {The vote on this proposal has been opened; its brief stays as the voters saw it.}}',
  'answers-no-question': 'An answer needs the question that it answers. Choose the question, and answer there.',
  'office-silent-in-vote': 'The office does not speak while a vote runs. Answer after its close.',
  'words-removed-already': 'These words have been taken away already.',
  'moved-meanwhile': 'The proposal or its brief has just changed. Look at it again, then open the vote.',

  // Votes and minutes
  'vote-is-closed': 'This vote ended on {closes} and is closed.',
  'vote-is-over': 'Voting ended on {closes}; this vote no longer counts.',
  'vote-still-runs': 'This vote runs until {closes} and is closed by the clock.',
  'vote-already-open': 'A vote runs until {closes}. Wait for its result; you can still comment.',
  'close-not-ahead': 'Choose a time for the close that is still to come.',
  'vote-asked-already':
    'You have asked for this vote. {backers, plural, one {# member asks} other {# members ask}} for it and {needed, number} are needed: ask others to join.',
  'not-on-the-roll': 'You are not on the roll of this vote: it lists who was a member when the vote was opened.',
  'nothing-to-record':
    '{stage, select, rejected {This proposal was rejected: there is no decision to record.} withdrawn {This proposal was withdrawn: there is no decision to record.} recorded {This decision is recorded already.} other {The assembly has not decided yet; the minute can be confirmed after the vote.}}',
  'minute-confirmed-already': 'The minute of this decision is confirmed already, and stays as it is.',

  // Standing
  'not-in-the-network':
    'Only members of a unit of this network can found another. Ask a member of any unit to admit you.',
  'not-of-any-office': 'Only people who work in a computing office can do this.',
  'no-seat-here': 'Only people who hold a seat in this unit can sit at its tables. You can read everything.',
  'minute-has-moved': 'Something was recorded on this matter after you opened the minute. Read it again, then confirm.',

  // Fields
  'field-missing': 'Fill this in.',
  'field-not-understood': 'This entry is not understood. Look at the hint beside it and change it.',
  'named-twice': 'This is named twice. Leave one of them out.',
  'field-too-long': 'Shorten this to at most {most, plural, one {one letter} other {# letters}}.',
  'field-too-short': '{least, plural, =1 {Fill this in.} other {Write at least # letters.}}',
  'field-too-many': 'At most {most, plural, one {one entry} other {# entries}} can stand here.',
  'field-too-few': 'At least {least, plural, one {one entry is} other {# entries are}} needed here.',
  'field-too-big': 'This is too much: the limit is {most, number}.',
  'field-too-small': 'This is too little: it needs at least {least, number}.',
  'share-above-one': 'A share is one at the most: the first number cannot be larger than the second.',
  'too-many-digits': 'A number can have at most 15 digits.',
  'below-zero': 'An amount cannot be below zero.',
  'act-id-used-before': 'This form was sent before with other entries. Open the page again, then send it.',

  // Seats
  'no-such-person':
    '{missing, plural, one {Nobody here is known by this id, or the person was erased.} other {# of these people are not known here.}} Choose people from the list.',
  'seat-already-held': 'This person holds this seat already.',
  'seat-not-held': 'This person does not hold this seat, so it cannot be given up or taken away.',
  'backed-already': 'You have backed this already. It comes about when enough other members back it too.',
  'delegate-must-be-member': 'Delegates are elected from among the members. Admit this person as a member first.',
  'no-invitation': 'You hold no invitation to this unit. Ask one of its members for a link.',

  // The network
  'unit-name-taken': 'Another unit has the short name {id} already. Choose another.',
  'no-such-unit': 'There is no unit with the short name {unit}.',
  'units-in-a-circle': 'A unit cannot belong to itself, and this placing would close a circle: {path}.',
} as const
