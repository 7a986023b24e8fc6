import { inWords, line, type Readings } from '#demo/story/readings.ts'
import { matter, type Step } from '#demo/story/step.ts'
import type { Change, ProposalBody } from '#rules/shapes/proposal.ts'

const unitId = 'bread-branch'
const northCapacity = 'north-mill/capacity/flour/'
const northOutput = 'north-mill/output/flour/'

/**
 * In discussion: forty tonnes more bread a month for the villages, which North Mill cannot grind alone.
 * One amendment asks for less, one for more, and one for the same bread by another mill: they collide on the same amounts.
 */
export function moreBread(books: Readings, today: Date): Step[] {
  const tell = matter(unitId, 'more-bread', today)
  const bread = Math.round(books.usual('riverside-bakery', 'output', 'bread'))
  const eaten = Math.round(books.usual('wendle-countryside', 'consumption', 'bread'))
  const flour = Math.round(books.usual('north-mill', 'output', 'flour'))
  const weir = Math.round(books.usual('weir-mill', 'output', 'flour'))
  const capacity = Math.floor(books.usual('north-mill', 'capacity', 'flour'))
  const month = books.month(2)
  const more = { bread: bread + 40, flour: flour + 30 }
  const days = Math.round(
    (30 * books.in(-1, 'harbour-bakery', 'stock', 'flour')) / books.usual('harbour-bakery', 'input', 'flour'),
  )
  const hours = (mill: string) => books.usual(mill, 'labour-hours', null) / books.usual(mill, 'output', 'flour')
  const body: ProposalBody = {
    title: 'Forty tonnes more bread a month for the villages',
    blocks: [
      { id: 'why', text: why },
      {
        id: 'what',
        text: 'Riverside Bakery bakes **40 tonnes** more bread in the month named below, and the villages draw it from their own stores. North Mill grinds the flour for it.',
      },
      {
        id: 'how',
        text: 'The bakery starts its second oven at three in the morning instead of five. If the month goes well, the branch decides again whether it becomes the rule.',
      },
    ],
    lines: [
      line('bread', ['riverside-bakery', 'produce', 'bread'], [more.bread, 't'], month, null),
      line('eaten', ['wendle-countryside', 'consume', 'bread'], [eaten + 40, 't'], month, null),
      line('flour', ['north-mill', 'produce', 'flour'], [more.flour, 't'], month, null),
    ],
  }
  const amount = (lineId: string, from: number, to: number): Change => ({
    kind: 'amount',
    lineId,
    from: String(from),
    to: String(to),
  })
  return [
    tell.open(9.4, 'marta-kowal', body),
    tell.arrive(9.39, 'marta-kowal'),
    tell.say(
      9.2,
      'uma-krishnan',
      'Cold Hill has no bakery within two hours. On Thursdays the store is empty by noon, and people bake from flour that they would rather keep. I am for it.',
      { keep: 'uma-first' },
    ),
    tell.say(
      9.1,
      'sven-halvorsen',
      'Is it more bread that is missing, or bread on the right day? Harbour Bakery sends a lorry past Cold Hill twice a week that is half empty.',
      { replyTo: 'uma-first', keep: 'sven-lorry' },
    ),
    tell.say(8.95, 'uma-krishnan', 'Both. But the lorry brings Tuesday’s bread on Wednesday.', {
      replyTo: 'sven-lorry',
    }),
    tell.arrive(8.9, 'greta-lindqvist'),
    tell.say(
      8.8,
      'greta-lindqvist',
      `Before anybody is glad: our rollers make ${inWords(capacity)} tonnes of flour in a month when nothing breaks. This line asks for ${inWords(more.flour)}.`,
      { anchor: { kind: 'line', id: 'flour' }, keep: 'greta-rollers' },
    ),
    tell.say(
      8.7,
      'idris-bello',
      'How much of those tonnes do you really grind? Last winter I saw the mill stand still on two Sundays.',
      { replyTo: 'greta-rollers' },
    ),
    tell.say(
      8.6,
      'kemal-aydin',
      'Can the office say how close North Mill came to its capacity in each of the last twelve months?',
      { kind: 'question', anchor: { kind: 'figure', series: northCapacity, period: null }, keep: 'kemal-asks' },
    ),
    tell.brief(8.1, 'leila-farahani', brief),
    tell.say(
      8.05,
      'leila-farahani',
      `On average it ground ${inWords(flour)} tonnes a month and could have ground ${inWords(capacity)}: ${Math.round((100 * flour) / capacity)} of 100. The closest months were those before the winter holidays. The brief has the line month by month; the capacity is what the mill itself reports.`,
      { kind: 'answer', anchor: { kind: 'figure', series: northOutput, period: null }, replyTo: 'kemal-asks' },
    ),
    tell.arrive(7.9, 'orla-fenwick'),
    tell.say(
      7.8,
      'orla-fenwick',
      `Weir Mill grinds ${inWords(weir)} tonnes and could grind a good deal more. It takes us ${hours('weir-mill').toFixed(1)} hours to the tonne where North Mill takes ${hours('north-mill').toFixed(1)}, that is true. But our rollers are there.`,
      { anchor: { kind: 'line', id: 'flour' }, keep: 'orla-room' },
    ),
    tell.say(
      7.7,
      'samuel-okoro',
      'Thirty tonnes of flour are thirty-eight of wheat. After the last harvest we have them: no farm will be the reason for a no.',
      { anchor: { kind: 'line', id: 'flour' } },
    ),
    tell.amend(
      7.2,
      'rosa-ibarra',
      'rosa-words',
      1,
      [
        {
          kind: 'words',
          blockId: 'how',
          text: 'The bakery starts its second oven at three in the morning instead of five, and nobody works that shift more than one week in three. If the month goes well, the branch decides again whether it becomes the rule.',
        },
      ],
      'Whoever has worked nights at Market Bakery knows why this has to be written down.',
    ),
    tell.say(7.1, 'aino-virtala', 'One week in three is what our own assembly asked for as well.', {
      anchor: { kind: 'amendment', id: '@rosa-words' },
    }),
    tell.amend(
      6.9,
      'viktor-haas',
      'viktor-words',
      1,
      [
        {
          kind: 'words',
          blockId: 'how',
          text: 'The bakery starts its second oven at four in the morning. The branch decides again after three months.',
        },
      ],
      'Four is early enough for the carriers, and one month is too short to learn anything.',
    ),
    tell.amend(
      6.5,
      'greta-lindqvist',
      'greta-less',
      1,
      [
        amount('bread', more.bread, bread + 20),
        amount('eaten', eaten + 40, eaten + 20),
        amount('flour', more.flour, flour + 15),
      ],
      'Twenty tonnes of bread are fifteen of flour: that much we can grind without borrowing from the upkeep of the rollers.',
    ),
    tell.accept(6.1, 'marta-kowal', 'rosa-words'),
    tell.say(
      5.9,
      'marta-kowal',
      'I have taken in Rosa’s words. Viktor, yours now meet them in the same sentence: would you write them anew?',
      { anchor: { kind: 'amendment', id: '@viktor-words' }, keep: 'marta-viktor' },
    ),
    tell.say(5.8, 'viktor-haas', 'I will, when I am out of the wet field.', { replyTo: 'marta-viktor' }),
    tell.amend(
      5.3,
      'orla-fenwick',
      'orla-weir',
      2,
      [
        amount('flour', more.flour, flour),
        {
          kind: 'insert-line',
          line: line('weir-flour', ['weir-mill', 'produce', 'flour'], [weir + 30, 't'], month, null),
        },
      ],
      'The same bread, from a mill that has room. It costs some hours more, and nobody has to run rollers into the ground for it.',
    ),
    tell.say(
      5.2,
      'greta-lindqvist',
      'I could live with that. Then the villages have their forty tonnes and we have our Sundays for upkeep.',
      { anchor: { kind: 'amendment', id: '@orla-weir' }, keep: 'greta-weir' },
    ),
    tell.say(
      5.1,
      'kemal-aydin',
      'It is still more work for the same bread. Eighteen hours a month are not the world, but who does them?',
      { anchor: { kind: 'amendment', id: '@orla-weir' }, replyTo: 'greta-weir', keep: 'kemal-hours' },
    ),
    tell.say(4.9, 'orla-fenwick', 'Two of ours asked for more hours in spring. They would do them.', {
      replyTo: 'kemal-hours',
    }),
    tell.amend(
      4.4,
      'idris-bello',
      'idris-more',
      2,
      [
        amount('bread', more.bread, bread + 55),
        amount('eaten', eaten + 40, eaten + 55),
        amount('flour', more.flour, flour + 41),
      ],
      'The school kitchens of the villages asked for fifteen tonnes on top. If we light the second oven at three, it may as well be full.',
    ),
    tell.say(
      4.2,
      'greta-lindqvist',
      `${inWords(flour + 41)} tonnes of flour is more than the mill can do, and no show of hands changes that. I object to any version that writes down what cannot be ground.`,
      { kind: 'objection', anchor: { kind: 'amendment', id: '@idris-more' }, keep: 'greta-objects' },
    ),
    tell.say(4.1, 'idris-bello', 'Then Weir Mill again? Orla’s amendment and mine together?', {
      replyTo: 'greta-objects',
      keep: 'idris-both',
    }),
    tell.say(
      3.9,
      'nomvula-dube',
      'Then say so in one amendment. As they stand, both set the same amount, and we can only have one of them.',
      { replyTo: 'idris-both' },
    ),
    tell.say(
      3.1,
      'rosa-ibarra',
      'What would fifty-five tonnes mean for the flour in store at Harbour and Market Bakery?',
      { kind: 'question', anchor: { kind: 'line', id: 'bread' }, keep: 'rosa-asks' },
    ),
    tell.say(
      2.6,
      'leila-farahani',
      `For Market nothing: its flour comes from Weir Mill. Harbour takes ${inWords(books.usual('harbour-bakery', 'input', 'flour'))} tonnes a month, three fifths of it from North Mill, and holds about ${inWords(books.in(-1, 'harbour-bakery', 'stock', 'flour'))} in store: ${days} days. Whatever North Mill grinds for Riverside beyond its capacity would be missing there first.`,
      {
        kind: 'answer',
        anchor: { kind: 'figure', series: 'harbour-bakery/stock/flour/', period: books.month(-1) },
        replyTo: 'rosa-asks',
      },
    ),
    tell.say(1.4, 'sven-halvorsen', `${days} days is too little to play with. I am for Orla’s way.`, {
      anchor: { kind: 'amendment', id: '@orla-weir' },
    }),
    tell.say(
      0.6,
      'marta-kowal',
      'I would like to accept one of the two by the end of the week. If three of you want a vote on it instead, say so now.',
      { keep: 'marta-last' },
    ),
    tell.say(0.4, 'uma-krishnan', 'Forty, by whichever mill. The villages do not taste the difference.', {
      replyTo: 'marta-last',
    }),
  ]
}

const why =
  'In the villages the stores run out of bread before the week is over. What people there eat is no more than in the towns; what reaches them is less. The poor harvest of two years ago is behind us, and wheat lies in store again.'

const brief = {
  title: 'Can forty tonnes more bread be made?',
  blocks: [
    {
      kind: 'words' as const,
      id: 'start',
      text: 'Bread is short in one place and flour in another. Four pictures show where there is room and where there is none.',
    },
    {
      kind: 'pictograms' as const,
      id: 'bakeries',
      title: 'Riverside bakes two loaves of every five',
      series: ['riverside-bakery/output/bread/', 'market-bakery/output/bread/', 'harbour-bakery/output/bread/'],
      from: null,
      to: null,
      per: 50,
    },
    {
      kind: 'line' as const,
      id: 'north',
      title: 'North Mill grinds close to what it can',
      series: [northOutput, northCapacity],
      from: null,
      to: null,
    },
    {
      kind: 'line' as const,
      id: 'weir',
      title: 'Weir Mill has room in every month',
      series: ['weir-mill/output/flour/', 'weir-mill/capacity/flour/'],
      from: null,
      to: null,
    },
    {
      kind: 'bar' as const,
      id: 'stores',
      title: 'Flour in the bakeries’ stores lasts for a few days',
      series: ['riverside-bakery/stock/flour/', 'market-bakery/stock/flour/', 'harbour-bakery/stock/flour/'],
      from: null,
      to: null,
    },
    {
      kind: 'table' as const,
      id: 'hours',
      title: 'Hours of labour in the two mills',
      series: ['north-mill/labour-hours//', 'weir-mill/labour-hours//', northOutput, 'weir-mill/output/flour/'],
      from: null,
      to: null,
    },
  ],
}
