/** How one enterprise differs from the average technique, and from whom it takes what it needs. */
export interface Enterprise {
  readonly id: string
  readonly makes: string
  /** Hours per unit of output against the average technique; 1.2 means a fifth more. */
  readonly hours: number
  /** Electricity and transport per unit of output against the average technique. */
  readonly power: number
  /** Materials per unit of output against the average technique: nature leaves less room here. */
  readonly materials: number
  /** Output of an ordinary month over capacity. */
  readonly use: number
  /** Supplier → share of what is needed, per product; shares of one product sum to 1. */
  readonly from: Readonly<Record<string, Readonly<Record<string, number>>>>
}

const all = (id: string) => ({ [id]: 1 })
const common = {
  electricity: all('lowmoor-power-station'),
  transport: all('wendle-carriers'),
  machines: all('anvil-machine-works'),
}

const makes = (
  product: string,
  id: string,
  [hours, power, materials, use]: readonly [number, number, number, number],
  from: Enterprise['from'],
): Enterprise => ({ id, makes: product, hours, power, materials, use, from: { ...common, ...from } })

/** All enterprises, those nearest to consumption first: orders run down this list, goods run up it. */
export const enterprises: readonly Enterprise[] = [
  makes('clothing', 'linden-clothing-works', [1, 1, 1, 0.8], {
    cloth: { 'tarnsey-weaving-mill': 0.58, 'harrowmere-weaving-mill': 0.42 },
  }),
  makes('cloth', 'tarnsey-weaving-mill', [0.9, 0.92, 0.99, 0.83], {
    yarn: { 'canal-spinning-mill': 0.75, 'brook-spinning-mill': 0.25 },
  }),
  makes('cloth', 'harrowmere-weaving-mill', [1.14, 1.1, 1.01, 0.74], {
    yarn: { 'canal-spinning-mill': 0.3, 'brook-spinning-mill': 0.7 },
  }),
  makes('yarn', 'canal-spinning-mill', [0.82, 0.9, 0.98, 0.82], { 'raw-cotton': all('southbank-cotton-farm') }),
  makes('yarn', 'brook-spinning-mill', [1.22, 1.15, 1.02, 0.7], { 'raw-cotton': all('southbank-cotton-farm') }),
  makes('raw-cotton', 'southbank-cotton-farm', [1, 1, 1, 0.86], {}),
  makes('bread', 'riverside-bakery', [0.97, 1.02, 1, 0.84], { flour: all('north-mill') }),
  makes('bread', 'market-bakery', [1.19, 1.16, 1.015, 0.72], { flour: all('weir-mill') }),
  makes('bread', 'harbour-bakery', [0.86, 0.88, 0.99, 0.89], { flour: { 'north-mill': 0.6, 'weir-mill': 0.4 } }),
  makes('flour', 'north-mill', [0.88, 0.9, 1, 0.96], { wheat: { 'cold-hill-farm': 0.35, 'broadfield-farm': 0.65 } }),
  makes('flour', 'weir-mill', [1.2, 1.18, 1.012, 0.73], { wheat: { 'fenside-farm': 0.7, 'broadfield-farm': 0.3 } }),
  makes('wheat', 'cold-hill-farm', [1.23, 1.12, 1, 0.82], {}),
  makes('wheat', 'broadfield-farm', [0.82, 0.92, 1, 0.88], {}),
  makes('wheat', 'fenside-farm', [1.04, 1.1, 1, 0.85], {}),
  makes('machines', 'anvil-machine-works', [1, 1, 1, 0.64], { coal: all('deepdale-pit') }),
  makes('transport', 'wendle-carriers', [1, 1, 1, 0.7], {}),
  makes('electricity', 'lowmoor-power-station', [1, 1, 1, 0.77], {
    coal: { 'deepdale-pit': 0.45, 'highfell-pit': 0.55 },
  }),
  makes('coal', 'deepdale-pit', [1.16, 1.14, 1, 0.66], {}),
  makes('coal', 'highfell-pit', [0.85, 0.9, 1, 0.7], {}),
]

/** A place that consumes: its people, and from whom its stores take what it needs. */
export interface Place {
  readonly id: string
  /** People who lived there at the beginning of the books. */
  readonly people: number
  /** Growth of population in a year, as a share. */
  readonly growth: number
  /** What a person uses against the average, per product; 1 where it is not named. */
  readonly habits: Readonly<Record<string, number>>
  readonly from: Enterprise['from']
}

const place = (
  id: string,
  people: number,
  growth: number,
  habits: Place['habits'],
  bread: Readonly<Record<string, number>>,
  flour: Readonly<Record<string, number>>,
  coal: string,
): Place => ({
  id,
  people,
  growth,
  habits,
  from: {
    bread,
    flour,
    coal: all(coal),
    clothing: all('linden-clothing-works'),
    electricity: all('lowmoor-power-station'),
  },
})

/** The three towns, and the villages outside them. */
export const places: readonly Place[] = [
  place(
    'harrowmere',
    85_400,
    0.006,
    { electricity: 1.06 },
    { 'riverside-bakery': 0.6, 'market-bakery': 0.4 },
    all('north-mill'),
    'highfell-pit',
  ),
  place(
    'brackwater',
    51_800,
    0.004,
    { clothing: 1.05 },
    { 'market-bakery': 0.4, 'harbour-bakery': 0.6 },
    all('weir-mill'),
    'highfell-pit',
  ),
  place('tarnsey', 24_100, 0.002, { bread: 0.96, coal: 0.8 }, all('harbour-bakery'), all('weir-mill'), 'highfell-pit'),
  place(
    'wendle-countryside',
    58_700,
    -0.001,
    { bread: 1.02, flour: 1.35, coal: 1.4, electricity: 0.9 },
    { 'riverside-bakery': 0.6, 'market-bakery': 0.15, 'harbour-bakery': 0.25 },
    { 'north-mill': 0.5, 'weir-mill': 0.5 },
    'deepdale-pit',
  ),
]
