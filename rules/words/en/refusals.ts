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
} as const
