const on = '{on, select, amendment {an amendment to “{title}”} other {“{title}”}}'

/** The journal: its pages, and a sentence for each act. Whoever did it stands before the sentence as `who`. */
export const journal = {
  'told-demonstration-begin': '{who} began this installation as a demonstration: what follows is invented.',
  'told-demonstration-people': '{who} brought in {count, plural, one {one invented person} other {# invented people}}.',
  'told-demonstration-finish': '{who} told the demonstration’s past to the end.',
  'told-erased':
    'A person was erased at their own wish; {dropped, plural, =0 {nothing they had said was left to drop} one {one text that they had spoken was dropped} other {# texts that they had spoken were dropped}}.',
  'told-unit-found': '{who} founded {unit}.',
  'told-unit-place': '{who} placed {unit} under {parent}.',
  'told-measure': '{who} defined the measure “{name}”.',
  'told-product': '{who} defined the product “{name}”.',
  'told-source': '{who} named a source of figures: {producer}, “{name}”.',
  'told-seat-take':
    '{who} asked for a member’s seat in {unit} {done, select, yes {and took it} other {; more members have to back it}}.',
  'told-seat-back':
    '{who} backed {cause, select, admit {the admission of {person} as a member} appoint {the appointment of {person} to the office} dismiss {the dismissal of {person} from the office} elect {the election of {person} as a delegate} other {the recall of {person} as a delegate}} of {unit}{done, select, yes {, and with that it came about} other { ({backers, number} of {needed, number})}}.',
  'told-seat-leave':
    '{who} gave up the seat as {role, select, member {member} delegate {delegate} other {office worker}} of {unit}.',
  'told-seats-forgotten': '{who} emptied the seats in {unit} of a person who was erased.',
  'told-figures':
    '{who} published {added, plural, =0 {no new figures} one {one new figure} other {# new figures}}{revised, plural, =0 {} one { and revised one} other { and revised #}}.',
  'told-correction': '{who} corrected {revised, plural, =0 {a figure} one {a figure} other {# figures}}.',
  'told-proposal-open': '{who} opened the proposal “{title}”.',
  'told-proposal-withdraw': '{who} withdrew the proposal “{title}”.',
  'told-amendment-table': '{who} tabled an amendment to “{title}”.',
  'told-amendment-rewrite': '{who} rewrote their amendment to “{title}”.',
  'told-amendment-withdraw': '{who} withdrew their amendment to “{title}”.',
  'told-amendment-accept': '{who} accepted an amendment to “{title}”; a further version stands.',
  'told-amendment-ask-vote': '{who} asked for a vote on an amendment to “{title}”.',
  'told-brief': '{who} attached a brief of figures to “{title}”.',
  'told-statement':
    '{who} {kind, select, question {asked a question} answer {answered a question} objection {objected} other {spoke}} on “{title}”.',
  'told-taken-back': '{who} took back words of their own on “{title}”.',
  'told-removed': '{who} was the last of the members needed to take away words on “{title}”.',
  'told-removal-backed': '{who} asked that words on “{title}” be taken away.',
  'told-arrive': '{who} came to the table of “{title}”.',
  'told-leave': '{who} left the table of “{title}”.',
  'told-vote-backed': '{who} asked for a vote on “{title}”.',
  'told-vote-open': `{who} opened the vote on ${on} for {members, plural, one {one member} other {# members}}, until {closes}.`,
  'told-vote-cast': '{who} voted on “{title}”.',
  'told-vote-close': `{who} closed the vote on ${on}: {passed, select, yes {passed} other {not passed}}.`,
  'told-minute':
    '{who} confirmed the minute of “{title}”{lines, plural, =0 {} one { and entered one plan line} other { and entered # plan lines}}.',
  'told-act': '{who} did this: {act}.',

  'actor-clock': 'The clock',
  'actor-operator': 'The operator’s command',
  'actor-visitor': 'A visitor',
  'actor-member': 'Member {id}',

  'journal-title': 'Journal',
  'journal-title-of': 'Record of {unit}',
  'journal-network': 'The network',
  'journal-state':
    '{count, plural, one {One entry} other {# entries}} in {streams, plural, one {one stream} other {# streams}}. Each carries a number and a hash that rests on the one before, so that nothing can be lost or rewritten unseen.',
  'journal-state-of':
    '{count, plural, =0 {No entry yet.} one {One entry.} other {# entries.}} Each rests by its hash on the one before.',
  'journal-verify': 'Recount it yourself',
  'journal-verify-lead':
    'The whole record can be downloaded. This command reads it, recomputes every hash, every vote and the context of every plan line, and says what it checked.',
  'journal-download': 'Download the record',
  'journal-entries': 'Entries, newest first',
  'journal-none': 'What is done here will stand here.',
  'journal-none-who': 'Every act makes an entry.',
  'journal-heads': 'Heads of the streams',
  'journal-heads-lead':
    'A stream’s head is the hash of its last entry. Whoever notes a head today can prove tomorrow that nothing before it has changed.',
  'journal-stream': 'Stream',
  'journal-last': 'Last entry',
  'journal-head': 'Head',
  'journal-moment': 'When',
  'journal-earlier': 'Earlier entries',
  'journal-newest': 'Newest entries',
  'journal-all': 'All streams',

  'entry-title': '{stream}, entry {number, number}',
  'entry-kicker': 'Journal',
  'entry-what': 'What it is about',
  'entry-hash': 'Hash',
  'entry-prev': 'Hash of the entry before',
  'entry-act': 'Act',
  'entry-first': 'It is the first of its stream.',
  'entry-canonical': 'The entry as it was hashed',
  'entry-canonical-lead':
    'Byte for byte. Its hash is SHA-256 of the line “{form}”, the hash before, and this text, each on a line of its own. People stand in it by id, never by name.',
  'entry-withheld': 'Words beside the entry',
  'entry-withheld-lead':
    'The entry only commits to them: SHA-256 of the salt and the words is what stands in it. They can be erased, and the chain still holds.',
  'entry-withheld-name': 'As',
  'entry-withheld-salt': 'Salt',
  'entry-withheld-gone':
    '{count, plural, one {One value that this entry commits to is} other {# values that this entry commits to are}} not open: sealed until a vote closes, or erased.',
  'entry-before': 'Entry before',
  'entry-after': 'Entry after',
} as const
