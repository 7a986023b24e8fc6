import { inWords, line, type Readings } from '#demo/story/readings.ts'
import { matter, type Step } from '#demo/story/step.ts'

/** Rejected: Harrowmere heats its baths with electricity, and reads in the figures what that does to the coal. */
export function warmBaths(books: Readings, today: Date): Step[] {
  const tell = matter('harrowmere', 'warm-baths', today)
  const electricity = Math.round(books.usual('harrowmere', 'consumption', 'electricity') / 10) * 10
  const perMegawattHour =
    books.usual('lowmoor-power-station', 'input', 'coal') /
    books.usual('lowmoor-power-station', 'output', 'electricity')
  return [
    tell.open(64.4, 'ivo-lazar', {
      title: 'Heat the two public baths with electricity',
      blocks: [
        { id: 'why', text: 'The old boilers smoke, and the chimney stands beside the school.' },
        {
          id: 'what',
          text: 'Both baths change to electric heating. In the month named below the town draws 900 megawatt-hours more.',
        },
      ],
      lines: [
        line(
          'electricity',
          ['harrowmere', 'consume', 'electricity'],
          [electricity + 900, 'MWh'],
          books.month(1),
          'lowmoor-power-station',
        ),
      ],
    }),
    tell.say(
      64.0,
      'nadia-petrenko',
      'My classroom looks at that chimney. I want it gone too. But where does the electricity come from?',
      { keep: 'nadia-chimney' },
    ),
    tell.say(63.7, 'ivo-lazar', 'From Lowmoor, and Lowmoor has a tall chimney by the sea.', {
      replyTo: 'nadia-chimney',
    }),
    tell.say(63.1, 'tomasz-wierzba', 'How much coal does Lowmoor burn for 900 megawatt-hours?', {
      kind: 'question',
      anchor: { kind: 'line', id: 'electricity' },
      keep: 'tomasz-asks',
    }),
    tell.brief(61.8, 'leila-farahani', {
      title: 'From the bath to the pit',
      blocks: [
        {
          kind: 'line',
          id: 'power',
          title: 'Lowmoor runs close to its capacity every winter',
          series: ['lowmoor-power-station/output/electricity/', 'lowmoor-power-station/capacity/electricity/'],
          from: null,
          to: null,
        },
        {
          kind: 'bar',
          id: 'coal',
          title: 'The coal that becomes our light',
          series: ['lowmoor-power-station/input/coal/'],
          from: null,
          to: null,
        },
      ],
    }),
    tell.say(
      61.7,
      'leila-farahani',
      `About ${inWords(900 * perMegawattHour)} tonnes. The boilers of the baths burn some 250 for the same warmth.`,
      { kind: 'answer', anchor: { kind: 'line', id: 'electricity' }, replyTo: 'tomasz-asks' },
    ),
    tell.say(
      60.2,
      'xin-yi-guo',
      'So the smoke is not gone, it is more of it somewhere else. I object: people live at Lowmoor too.',
      { kind: 'objection' },
    ),
    tell.openVote(54.3, 'ivo-lazar', 47),
    tell.cast(54.0, 'ivo-lazar', 'yes'),
    tell.cast(53.1, 'nadia-petrenko', 'abstain'),
    tell.cast(52.2, 'xin-yi-guo', 'no'),
    tell.cast(50.9, 'tomasz-wierzba', 'no'),
    tell.cast(49.8, 'marta-kowal', 'no'),
    tell.closeVote(47),
    tell.say(46.5, 'ivo-lazar', 'Fair enough. I will come back with insulation for the boilers.'),
  ]
}

/** Withdrawn: all yarn from the newer mill, until the figures show that it cannot spin it. */
export function oneMill(books: Readings, today: Date): Step[] {
  const tell = matter('cotton-branch', 'one-mill', today)
  const canal = books.usual('canal-spinning-mill', 'output', 'yarn')
  const brook = books.usual('brook-spinning-mill', 'output', 'yarn')
  const tenths = (amount: number) => Math.round(amount * 10) / 10
  return [
    tell.open(38.2, 'hedda-storm', {
      title: 'Spin as much yarn as we can at Canal Mill',
      blocks: [
        {
          id: 'why',
          text: 'Canal Mill takes a third fewer hours to the tonne than Brook Mill. Every tonne that moves saves some ninety hours.',
        },
        {
          id: 'what',
          text: 'Eight tonnes a month move from Brook Mill to Canal Mill. Whoever works at Brook Mill is offered work at the weaving mills.',
        },
      ],
      lines: [
        line('canal', ['canal-spinning-mill', 'produce', 'yarn'], [tenths(canal + 8), 't'], books.month(1), null),
        line('brook', ['brook-spinning-mill', 'produce', 'yarn'], [tenths(brook - 8), 't'], books.month(1), null),
      ],
    }),
    tell.say(
      37.8,
      'beatriz-fonseca',
      'Forty people work at Brook. None of them was asked. I object to reading about it here first.',
      { kind: 'objection', keep: 'beatriz-objects' },
    ),
    tell.say(
      37.4,
      'hedda-storm',
      'You are right, and I am sorry for the order of things. The hours are still what they are.',
      { replyTo: 'beatriz-objects' },
    ),
    tell.brief(35.6, 'dagny-roald', {
      title: 'Two spinning mills',
      blocks: [
        {
          kind: 'line',
          id: 'canal',
          title: 'Canal Mill is full in autumn',
          series: ['canal-spinning-mill/output/yarn/', 'canal-spinning-mill/capacity/yarn/'],
          from: null,
          to: null,
        },
        {
          kind: 'table',
          id: 'hours',
          title: 'Hours and yarn of both mills',
          series: [
            'canal-spinning-mill/labour-hours//',
            'brook-spinning-mill/labour-hours//',
            'canal-spinning-mill/output/yarn/',
            'brook-spinning-mill/output/yarn/',
          ],
          from: null,
          to: null,
        },
      ],
    }),
    tell.say(
      35.2,
      'zofia-brzoza',
      `Canal can spin ${tenths(books.usual('canal-spinning-mill', 'capacity', 'yarn'))} tonnes in a month. You propose ${tenths(canal + 8)}. Our looms would stand.`,
      { anchor: { kind: 'line', id: 'canal' }, keep: 'zofia-looms' },
    ),
    tell.say(
      34.9,
      'hedda-storm',
      'I had looked at the average and not at the limit. I take it back, and will talk to Brook before I write again.',
      { replyTo: 'zofia-looms' },
    ),
    tell.withdraw(34.8, 'hedda-storm'),
  ]
}
