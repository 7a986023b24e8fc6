/** The state of things: the first page, and what waits for somebody. */
export const start = {
  'start-kicker': 'Assemblies plan together, on open figures',
  'start-title': 'The state of things',
  'start-state':
    '{open, plural, =0 {No proposal is open} one {One proposal is open} other {# proposals are open}}; {closing, plural, =0 {no vote closes this week} one {one vote closes this week} other {# votes close this week}}; {inForce, plural, =0 {no plan line is in force yet} one {one plan line is in force} other {# plan lines are in force}}{behind, plural, =0 {} one {, one is behind} other {, # are behind}}.',
  'start-next-vote': 'Vote on “{title}”',
  'start-next-minute': 'Confirm the minute of “{title}”',
  'start-next-amendment': 'Look at the amendments to “{title}”',
  'start-next-collision': 'Rewrite your amendment to “{title}”',
  'start-next-question': 'Answer on “{title}”',
  'start-next-open': 'Read “{title}”',
  'start-about': 'How this works',

  'waits-title': 'What waits for you',
  'waits-none': 'Nothing waits for you now.',
  'waits-vote': 'You have not voted yet.',
  'waits-until': 'The vote closes on',
  'waits-minute': 'The assembly has decided; its delegate confirms the minute and enters the plan lines.',
  'waits-amendment':
    '{count, plural, one {An amendment waits} other {# amendments wait}} for you, who opened the proposal, to accept {count, plural, one {it} other {them}} or say why not.',
  'waits-collision':
    '{count, plural, one {Your amendment collides} other {# of your amendments collide}} with the newest version and {count, plural, one {waits} other {wait}} for you to rewrite {count, plural, one {it} other {them}}.',
  'waits-question': '{count, plural, one {One question waits} other {# questions wait}} for an answer of your office.',

  'start-made-title': 'What was made in {month}',
  'start-made-lead':
    'Added up exactly over all units that make a product, each counted once, and set beside the same month of the year before where there are figures of it.',
  'start-made-place': 'all units that make it, {reported, number} of {of, number} reported',
  'start-made-all': 'Every product',
  'start-made-product': 'Product',
  'start-made-before': 'A year before',
  'start-made-coverage': 'Reported',
  'start-made-covered': '{reported, number} of {of, number}',
  'start-made-missing': '{reported, number} of {of, number}; missing: {units}',
  'start-made-none': 'What the units make will stand here as pictures.',
  'start-made-none-who': 'Their offices publish it, month by month.',
  'start-made-figures': 'All figures',

  'start-long-title': 'Over the years',
  'start-long-lead': 'First the product that proposals speak of most, then a real series to measure by.',
  'start-long-lead-one': 'The product that proposals speak of most.',
  'start-long-place': 'all units that make it together',
  'start-real': 'Real figures',
  'start-real-fell': '{name} was highest in {highest}; by {last} it had fallen by {percent}%',

  'start-open-title': 'Open proposals',
  'start-open-none': 'No proposal is open.',
  'start-open-none-who': 'Members of an assembly open proposals on their unit’s page.',
  'start-open-all': 'All proposals',
  'start-open-discussion': 'Under discussion',
  'start-open-voting': 'Being voted on',
  'start-open-closes': 'closes',
  'start-open-counts':
    '{statements, plural, =0 {nothing said yet} one {one statement} other {# statements}}, {amendments, plural, =0 {no open amendment} one {one open amendment} other {# open amendments}}',
  'start-open-waits': 'Waits for you',

  'start-decided-title': 'Decided last',
  'start-decided-none': 'What the assemblies decide will stand here.',
  'start-decided-none-who': 'A vote closes by itself at its hour.',
  'start-decided-passed': 'Passed',
  'start-decided-not': 'Not passed',
  'start-decided-recorded': 'recorded',
  'start-decided-unrecorded': 'waits for its minute',

  'start-plan-title': 'What the plan says',
  'start-plan-none': 'Lines of the plan will stand here beside what is done.',
  'start-plan-none-who': 'An adopted proposal’s lines enter the plan when a delegate confirms the minute.',
  'start-plan-all': 'The whole plan',
  'start-plan-line':
    '{direction, select, produce {{unit} makes {amount} of {product}} consume {{unit} uses {amount} of {product}} deliver {{unit} delivers {amount} of {product}} other {{unit} receives {amount} of {product}}}, {period}',
  'start-plan-done': '{done} done, {expected} expected by now.',
} as const
