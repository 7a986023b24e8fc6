const share = (name: string) =>
  `{${name}, select, none {none} quarter {a quarter} third {a third} half {half} twothirds {two thirds} threequarters {three quarters} all {all} other {{${name}Num, number} in {${name}Den, number}}}`

const than = '{than, select, more {more than} other {at least}}'

const measured = `{of, select,
  yesno {{base, plural, one {# yes-or-no vote} other {# yes-and-no votes}}}
  cast {{base, plural, one {# vote cast} other {# votes cast}}}
  other {{base, plural, one {# member entitled to vote} other {# members entitled to vote}}}}`

const votesInFavour = `{yes, number} of ${measured} {yes, plural, one {is} other {are}} in favour`

const needed = `{share, select, none {and one was enough} other {and ${than} ${share('share')} were needed}}`

const quorum = `{quorumCount, plural, =0 {}
  one {, provided that {entitled, plural, one {the one member} other {at least one of the # members}} entitled takes part}
  other {, provided that at least # of the {entitled, number} members entitled take part}}`

const bases =
  '{of, select, yesno {the yes-and-no votes} cast {all votes cast, abstentions among them,} other {the members entitled to vote}}'

/** What a vote needs, whether it passed, and what would have tipped it. */
export const voting = {
  'vote-passed': `Passed: ${votesInFavour}, ${needed}.`,
  'threshold-not-met': `Not passed: ${votesInFavour}, ${needed}.`,
  'threshold-tied': `Not passed: ${votesInFavour}, which is exactly ${share('share')}; more were needed, so things stay as they are.`,
  'quorum-not-met': `Not passed: {voted, number} of {entitled, plural, one {# member} other {# members}} entitled took part, and at least {quorumCount, number} {quorum, select, all {were needed} other {(${share('quorum')}) were needed}}.`,
  'no-yes-votes': 'Not passed: nobody voted yes.',
  'vote-tip-more-yes': '{votes, plural, one {# more yes vote} other {# more yes votes}} would have passed it.',
  'vote-tip-changed':
    'It would have passed if {votes, plural, one {# member more} other {# members more}} had voted yes instead of no or abstaining.',
  'vote-tip-fewer-yes': 'With {votes, plural, one {# yes vote} other {# yes votes}} fewer it would not have passed.',
  'vote-passes-if': `It passes if ${than} ${share('share')} of ${bases} are in favour${quorum}.`,
  'vote-passes-with': `It passes if at least {yesNeeded, number} of the {entitled, plural, one {# member} other {# members}} entitled {yesNeeded, plural, one {votes} other {vote}} yes${quorum}.`,
  'vote-passes-by-one': `It passes if at least one member votes yes${quorum}.`,
  'vote-cannot-pass':
    'It cannot pass: this rule asks for more than all votes. The assembly needs another decision rule.',
} as const
