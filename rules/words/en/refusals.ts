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
} as const
