import { inWords, line, type Readings } from '#demo/story/readings.ts'
import { matter, type Step } from '#demo/story/step.ts'

/** Being voted on: Riverside Bakery leaves its ovens cold on Sundays, for twelve tonnes of bread less. */
export function coldSundays(books: Readings, today: Date): Step[] {
  const tell = matter('riverside-bakery', 'cold-sundays', today)
  const bread = Math.round(books.usual('riverside-bakery', 'output', 'bread'))
  const perTonne =
    books.usual('riverside-bakery', 'labour-hours', null) / books.usual('riverside-bakery', 'output', 'bread')
  const amount = (less: number) => String(bread - less)
  return [
    tell.open(12.3, 'fatima-zahiri', {
      title: 'Leave the ovens cold on Sundays',
      blocks: [
        {
          id: 'what',
          text: 'On Sundays the bakery bakes nothing. What Harrowmere and the villages eat on Sunday is baked on Saturday, as far as it keeps.',
        },
        { id: 'why', text: 'Those of us with children see them on no other day.' },
      ],
      lines: [line('bread', ['riverside-bakery', 'produce', 'bread'], [bread - 20, 't'], books.month(1), null)],
    }),
    tell.say(
      12.0,
      'jonas-keller',
      `Twenty tonnes less are ${inWords(20 * perTonne)} hours less. Good. And who explains it to the people who queue?`,
      { keep: 'jonas-queue' },
    ),
    tell.say(
      11.8,
      'divya-raman',
      'I sit in the town’s assembly as well. Harrowmere can live with Saturday’s bread if it is told in time, but not with twenty tonnes less.',
      { replyTo: 'jonas-queue' },
    ),
    tell.say(11.2, 'gwen-pryce', 'How much do we bake on a Sunday now?', {
      kind: 'question',
      anchor: { kind: 'line', id: 'bread' },
      keep: 'gwen-asks',
    }),
    tell.brief(10.6, 'yusuf-demirel', {
      title: 'What a cold Sunday changes',
      blocks: [
        {
          kind: 'words',
          id: 'start',
          text: 'Sundays make up a ninth of what we bake. Half of it can be baked on Saturday without a further shift.',
        },
        {
          kind: 'line',
          id: 'output',
          title: 'Our output moves little over the year',
          series: ['riverside-bakery/output/bread/', 'riverside-bakery/capacity/bread/'],
          from: null,
          to: null,
        },
        {
          kind: 'line',
          id: 'hours',
          title: 'Our hours fall slowly',
          series: ['riverside-bakery/labour-hours//'],
          from: null,
          to: null,
        },
      ],
    }),
    tell.say(
      10.5,
      'yusuf-demirel',
      'A little under fifty tonnes in a month of four Sundays. Twelve of them cannot be baked on another day with the ovens that we have; the rest can.',
      { kind: 'answer', anchor: { kind: 'line', id: 'bread' }, replyTo: 'gwen-asks' },
    ),
    tell.amend(
      9.7,
      'divya-raman',
      'divya-twelve',
      1,
      [{ kind: 'amount', lineId: 'bread', from: amount(20), to: amount(12) }],
      'Twelve tonnes are what cannot be moved to another day. More than that nobody has to go without.',
    ),
    tell.accept(8.9, 'fatima-zahiri', 'divya-twelve'),
    tell.say(
      8.7,
      'elof-brandt',
      'An oven that goes cold cracks sooner. I would rather bake on Sundays in turns, and I want this to stand in the minute.',
      { kind: 'objection', keep: 'elof-objects' },
    ),
    tell.say(8.5, 'idris-bello', 'We keep the fire low, not out. I have done it for thirty years.', {
      replyTo: 'elof-objects',
    }),
    tell.openVote(2.2, 'fatima-zahiri', -2),
    tell.cast(2.0, 'fatima-zahiri', 'yes'),
    tell.cast(1.9, 'divya-raman', 'yes'),
    tell.cast(1.8, 'elof-brandt', 'no'),
    tell.cast(1.2, 'jonas-keller', 'yes'),
    tell.cast(1.1, 'hugo-arevalo', 'abstain'),
    tell.cast(0.5, 'bao-tran', 'yes'),
  ]
}

/** Adopted, and waiting for the delegate to record it: North Mill stops for a week to renew a roller. */
export function newRoller(books: Readings, today: Date): Step[] {
  const tell = matter('north-mill', 'new-roller', today)
  const flour = Math.round(books.usual('north-mill', 'output', 'flour'))
  return [
    tell.open(21.5, 'lotte-vermeer', {
      title: 'Stop for four days and renew the third roller',
      blocks: [
        {
          id: 'why',
          text: 'When the main shaft broke we were still for eleven days, and bread was short. The third roller has the same age as that shaft.',
        },
        {
          id: 'what',
          text: 'We stop for four days in the month named below. The bakeries know it three weeks ahead and fill their stores; Weir Mill grinds what they cannot put by.',
        },
      ],
      lines: [
        line('flour', ['north-mill', 'produce', 'flour'], [flour - 60, 't'], books.month(1), null),
        line('roller', ['north-mill', 'receive', 'machines'], [1, 'piece'], books.month(1), 'anvil-machine-works'),
      ],
    }),
    tell.arrive(21.4, 'lotte-vermeer'),
    tell.say(21.0, 'mihai-dobre', 'Four days are short. The shaft took eleven.', { keep: 'mihai-days' }),
    tell.say(20.8, 'lotte-vermeer', 'The shaft took eight days to arrive. The roller stands ready at Anvil.', {
      replyTo: 'mihai-days',
    }),
    tell.brief(19.9, 'oluchi-nnadi', {
      title: 'What the broken shaft cost',
      blocks: [
        {
          kind: 'line',
          id: 'flour',
          title: 'One broken shaft took a third of a month’s flour',
          series: ['north-mill/output/flour/', 'weir-mill/output/flour/'],
          from: null,
          to: null,
        },
        {
          kind: 'bar',
          id: 'stock',
          title: 'Flour in our own store',
          series: ['north-mill/stock/flour/'],
          from: null,
          to: null,
        },
      ],
    }),
    tell.amend(
      18.8,
      'nomvula-dube',
      'nomvula-eighty',
      1,
      [{ kind: 'amount', lineId: 'flour', from: String(flour - 60), to: String(flour - 80) }],
      'Plan with one day more. If it goes well, we grind early.',
    ),
    tell.accept(18.1, 'lotte-vermeer', 'nomvula-eighty'),
    tell.openVote(12.2, 'lotte-vermeer', 6),
    tell.cast(11.9, 'lotte-vermeer', 'yes'),
    tell.cast(11.2, 'nomvula-dube', 'yes'),
    tell.cast(10.4, 'kemal-aydin', 'no'),
    tell.cast(8.3, 'kemal-aydin', 'yes'),
    tell.cast(7.9, 'greta-lindqvist', 'yes'),
    tell.cast(7.2, 'mihai-dobre', 'abstain'),
    tell.closeVote(6),
  ]
}

/** Recorded and in force: a steady half year of bread, one month of it a feast, with actuals running beside it. */
export function steadySeason(books: Readings, today: Date): Step[] {
  const tell = matter('riverside-bakery', 'steady-season', today)
  const steady = Math.round(books.usual('riverside-bakery', 'output', 'bread') / 5) * 5
  const months = [-4, -3, -2, -1, 0, 1]
  const feast = -2
  return [
    tell.open(188.4, 'aino-virtala', {
      title: 'Bread for half a year, month by month',
      blocks: [
        {
          id: 'what',
          text: 'We bake the same amount every month, and twenty tonnes more in the month of the river feast.',
        },
        {
          id: 'why',
          text: 'A plan that changes every week is no plan. North Mill and the carriers asked for amounts that they can count on.',
        },
      ],
      lines: months.map((steps) =>
        line(
          `bread-${steps + 5}`,
          ['riverside-bakery', 'produce', 'bread'],
          [steady + (steps === feast ? 35 : 0), 't'],
          books.month(steps),
          null,
        ),
      ),
    }),
    tell.arrive(188.3, 'aino-virtala'),
    tell.arrive(188.2, 'marta-kowal'),
    tell.say(
      187.9,
      'ines-moreau',
      'Thirty-five more in the feast month is what we dreamed of last year, and we baked five.',
      { anchor: { kind: 'line', id: 'bread-3' }, keep: 'ines-dream' },
    ),
    tell.say(187.5, 'marta-kowal', 'Then write twenty, and let us keep it.', { replyTo: 'ines-dream' }),
    tell.brief(186.8, 'yusuf-demirel', {
      title: 'How steady we were',
      blocks: [
        {
          kind: 'line',
          id: 'output',
          title: 'Our output moves by less than three in a hundred',
          series: ['riverside-bakery/output/bread/'],
          from: null,
          to: null,
        },
      ],
    }),
    tell.amend(
      185.9,
      'marta-kowal',
      'marta-twenty',
      1,
      [{ kind: 'amount', lineId: 'bread-3', from: String(steady + 35), to: String(steady + 20) }],
      'A number that we can keep is worth more than one that sounds good.',
    ),
    tell.amend(
      185.2,
      'ciaran-maguire',
      'ciaran-none',
      1,
      [{ kind: 'remove-line', lineId: 'bread-6' }],
      'Nobody can know the sixth month.',
    ),
    tell.accept(184.6, 'aino-virtala', 'marta-twenty'),
    tell.withdrawAmendment(183.9, 'ciaran-maguire', 'ciaran-none'),
    tell.openVote(178.2, 'aino-virtala', 171),
    ...[
      'aino-virtala',
      'marta-kowal',
      'idris-bello',
      'divya-raman',
      'elof-brandt',
      'gwen-pryce',
      'hugo-arevalo',
      'ines-moreau',
    ].map((as, at) =>
      tell.cast(177.9 - at / 2, as, as === 'hugo-arevalo' ? 'no' : as === 'elof-brandt' ? 'abstain' : 'yes'),
    ),
    tell.closeVote(171),
    tell.confirm(169.5, 'aino-virtala', 'Read out in the morning shift; nobody asked for a change.'),
  ]
}
