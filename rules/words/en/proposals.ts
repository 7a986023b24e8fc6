/** The list of proposals, and opening one. */
export const proposals = {
  'proposals-state':
    '{open, plural, =0 {Nothing is open just now.} one {One proposal is open.} other {# proposals are open.}} {waiting, plural, =0 {} one {One vote waits for you.} other {# votes wait for you.}}',
  'proposals-stages': 'By stage',
  'proposals-all': 'All',
  'proposals-none': 'There is no proposal here yet.',
  'proposals-who': 'Members of an assembly open one on the page of their unit.',
  'proposals-more': 'Older proposals',
  'proposals-waits': 'Your vote is awaited until {closes}.',
  'proposals-vote': 'A vote is open until {closes}.',
  'proposals-counts':
    'Version {version, number}; {statements, plural, =0 {nothing said yet} one {one statement} other {# statements}}{amendments, plural, =0 {.} one {, one amendment open.} other {, # amendments open.}}',
  'proposals-moved': 'Last moved on',

  'propose-title': 'Open a proposal',
  'propose-state': 'Say what {unit} should decide, in words and in quantities; what follows stands beside it at once.',
  'propose-name': 'your proposal',
  'propose-heading': 'In one line',
  'propose-heading-hint': 'What is to be decided, so that everybody knows it again.',
  'propose-words-hint': 'Why, and what exactly. Paragraphs can be spoken about and amended one by one.',
  'propose-block': 'Add a paragraph',
  'propose-no-product':
    'No product is defined yet, so the proposal can be of words only. People who work in an office define products here:',
  'propose-line': 'Quantity {number, number}',
  'propose-lines-hint': 'Who does what, how much, when. A quantity without an amount is left out.',
  'propose-follows': 'As soon as a quantity has an amount, what follows from it stands here.',
  'propose-do': 'Open the proposal',
} as const
