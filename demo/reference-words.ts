import type { SampleUnit } from '#demo/units.ts'
import type { Measure, Product, Source } from '#rules/shapes/figures.ts'

/** The places and trades that the real series speak of. They have no assembly here and belong to no larger unit. */
export const referenceUnits: readonly SampleUnit[] = [
  {
    id: 'united-kingdom',
    name: 'United Kingdom',
    kind: 'region',
    side: 'both',
    parents: [],
    sentence: 'Real figures: three centuries of coal, and the cotton trade of the nineteenth century.',
  },
  {
    id: 'cotton-spinning',
    name: 'Cotton spinning through three centuries',
    kind: 'branch',
    side: 'production',
    parents: [],
    sentence: 'Real figures: the hours that it took to spin a hundred pounds of cotton, from hand wheel to machine.',
  },
  {
    id: 'united-states',
    name: 'United States',
    kind: 'region',
    side: 'both',
    parents: [],
    sentence: 'Real figures: hours of labour and output of 56 industries, 2000 to 2014.',
  },
  {
    id: 'brazil',
    name: 'Brazil',
    kind: 'region',
    side: 'both',
    parents: [],
    sentence: 'Real figures: where five crops came from and went to, the latest season in two vintages.',
  },
]

const flow = (id: string, name: string, definition: string): Measure => ({
  id,
  name,
  kind: 'flow',
  unit: null,
  decimals: 1,
  aggregation: 'sum',
  definition,
})

/** What the real series count beside the measures of the society. */
export const referenceMeasures: readonly Measure[] = [
  flow('imports', 'Imports', 'What came into the country during the period.'),
  flow('exports', 'Exports', 'What left the country during the period.'),
  flow('supply', 'Supply', 'Opening stock, output and imports together.'),
  flow('total-demand', 'Demand', 'Consumption and exports together.'),
  {
    id: 'opening-stock',
    name: 'Opening stock',
    kind: 'stock',
    unit: null,
    decimals: 1,
    aggregation: 'none',
    definition: 'What lay in store at the beginning of the season, as the source states it for that season.',
  },
  {
    id: 'workers',
    name: 'Workers',
    kind: 'stock',
    unit: 'person',
    decimals: 0,
    aggregation: 'mean',
    definition: 'People employed, contractors included where the source includes them.',
  },
  {
    id: 'output-per-worker',
    name: 'Output per worker',
    kind: 'ratio',
    unit: 't/person',
    decimals: 0,
    aggregation: 'none',
    definition: 'Output of the year over the people employed, as the source prints it.',
  },
  {
    id: 'hours-per-hundredweight',
    name: 'Hours to spin 100 lb of cotton',
    kind: 'ratio',
    unit: 'h/100lb',
    decimals: 0,
    aggregation: 'none',
    definition:
      'Operative hours to process a hundred pounds (45 kg) of cotton with the technique named beside the value.',
  },
  {
    id: 'gross-output',
    name: 'Gross output',
    kind: 'flow',
    unit: 'MUSD',
    decimals: 0,
    aggregation: 'sum',
    definition:
      'Value of everything that an industry made in the year, in million US dollars at the prices of that year.',
  },
  {
    id: 'price-index',
    name: 'Price of output',
    kind: 'index',
    unit: 'index@2010',
    decimals: 1,
    aggregation: 'none',
    definition:
      'Price of an industry’s gross output; 2010 is 100. Gross output over it shows what was made, not what it cost.',
  },
]

const crop = (id: string, name: string, pictogram: string): Product => ({ id, name, unit: 't', pictogram })

/** The crops that the society does not grow. */
export const referenceProducts: readonly Product[] = [
  crop('cotton-lint', 'Cotton lint', 'cotton'),
  crop('paddy-rice', 'Rice in the husk', 'wheat'),
  crop('beans', 'Beans', 'beans'),
  crop('maize', 'Maize', 'wheat'),
]

/** The output of an industry, which only money can add up. */
export const industryProduct = (id: string, name: string): Product => ({
  id,
  name,
  unit: 'MUSD',
  pictogram: 'machine',
})

/** Where the real series come from. NOTICE repeats the licences and how each producer asks to be named. */
export const referenceSources: readonly Source[] = [
  {
    id: 'uk-coal-beis',
    producer: 'UK Department for Business, Energy and Industrial Strategy',
    title: 'Historical coal data: coal production, availability and consumption; compiled by Our World in Data (2020)',
    licence: 'Open Government Licence v3.0; compilation CC BY 4.0',
    url: 'https://www.gov.uk/government/statistical-data-sets/historical-coal-data-coal-production-availability-and-consumption',
    invented: false,
  },
  {
    id: 'cotton-chapman',
    producer: 'Chapman, S. D. (1972), after Catling',
    title: 'The Cotton Industry in the Industrial Revolution, table 2; compiled by Our World in Data',
    licence: 'Historical figures; compilation CC BY 4.0',
    url: null,
    invented: false,
  },
  {
    id: 'cotton-ellison',
    producer: 'Ellison, T. (1886)',
    title: 'The Cotton Trade of Great Britain; compiled by Our World in Data',
    licence: 'Historical figures; compilation CC BY 4.0',
    url: null,
    invented: false,
  },
  {
    id: 'us-wiod',
    producer: 'World Input-Output Database, Groningen Growth and Development Centre',
    title: 'Socio-economic accounts of the United States, release 2016; hours are those of employees',
    licence: 'CC BY 4.0',
    url: 'https://doi.org/10.34894/PJ2M1C',
    invented: false,
  },
  {
    id: 'brazil-conab',
    producer: 'Companhia Nacional de Abastecimento (Conab)',
    title: 'Crop survey 2025/26, supply balances, surveys of November and December 2025',
    licence: 'Federal public data of Brazil (law 12.527/2011), free to use with the source named',
    url: null,
    invented: false,
  },
]
