import type { Unit } from '#rules/shapes/figures.ts'

/** A unit of the society: the larger units it belongs to, and one sentence that says what it is. */
export interface SampleUnit extends Unit {
  readonly parents: readonly string[]
  readonly sentence: string
}

const unit = (
  id: string,
  name: string,
  kind: SampleUnit['kind'],
  side: SampleUnit['side'],
  parents: readonly string[],
  sentence: string,
): SampleUnit => ({ id, name, kind, side, parents, sentence })

const enterprise = (id: string, name: string, branch: string, district: string, sentence: string) =>
  unit(id, name, 'enterprise', 'production', [branch, district], sentence)

const bread = 'bread-branch'
const cotton = 'cotton-branch'
const energy = 'energy-branch'
const works = 'works-branch'
const upper = 'upper-wendle'
const middle = 'middle-wendle'
const coast = 'tarnsey-coast'
const whole = 'wendle-federation'

/** All units, the larger before the smaller. Every name is invented. */
export const units: readonly SampleUnit[] = [
  unit(
    whole,
    'Wendle Federation',
    'federation',
    'both',
    [],
    'All enterprises, towns and villages along the river Wendle.',
  ),
  unit(
    bread,
    'Bread Branch',
    'branch',
    'production',
    [whole],
    'Everybody who grows wheat, mills flour or bakes bread.',
  ),
  unit(
    cotton,
    'Cotton Branch',
    'branch',
    'production',
    [whole],
    'From the cotton field through spinning and weaving to the finished shirt.',
  ),
  unit(
    energy,
    'Energy Branch',
    'branch',
    'production',
    [whole],
    'The two pits and the power station that burns their coal.',
  ),
  unit(
    works,
    'Machines and Transport Branch',
    'branch',
    'production',
    [whole],
    'Those who build the machines and those who move the goods.',
  ),
  unit(
    upper,
    'Upper Wendle District',
    'district',
    'both',
    [whole],
    'Hill country in the north: wheat, the pits and the first mill on the river.',
  ),
  unit(
    middle,
    'Middle Wendle District',
    'district',
    'both',
    [whole],
    'The plain around Harrowmere, where most of the people and workshops are.',
  ),
  unit(
    coast,
    'Tarnsey Coast District',
    'district',
    'both',
    [whole],
    'The warm lowland and the harbour: cotton, canals and the power station.',
  ),
  enterprise(
    'cold-hill-farm',
    'Cold Hill Farm',
    bread,
    upper,
    'Wheat on steep fields, with more work to the tonne than on the plain.',
  ),
  enterprise('broadfield-farm', 'Broadfield Farm', bread, middle, 'The largest wheat farm, on level ground.'),
  enterprise('fenside-farm', 'Fenside Farm', bread, coast, 'Wheat on drained fen, early to ripen and late to dry.'),
  enterprise('north-mill', 'North Mill', bread, upper, 'A roller mill with an hourly output that leaves little room.'),
  enterprise('weir-mill', 'Weir Mill', bread, middle, 'An older mill with room to spare and more hours to the tonne.'),
  enterprise(
    'riverside-bakery',
    'Riverside Bakery',
    bread,
    middle,
    'Bakes for half of Harrowmere and most of the villages.',
  ),
  enterprise(
    'market-bakery',
    'Market Bakery',
    bread,
    middle,
    'A bakery of many small ovens between Harrowmere and Brackwater.',
  ),
  enterprise(
    'harbour-bakery',
    'Harbour Bakery',
    bread,
    coast,
    'Three tunnel ovens by the quay, the least hours to the tonne of bread.',
  ),
  enterprise(
    'southbank-cotton-farm',
    'Southbank Cotton Farm',
    cotton,
    coast,
    'The only cotton fields of the federation, picked from September to November.',
  ),
  enterprise(
    'brook-spinning-mill',
    'Brook Spinning Mill',
    cotton,
    upper,
    'Ring frames from the founding years, kept running with patience.',
  ),
  enterprise('canal-spinning-mill', 'Canal Spinning Mill', cotton, coast, 'Open-end frames, put in six years ago.'),
  enterprise('tarnsey-weaving-mill', 'Tarnsey Weaving Mill', cotton, coast, 'Air-jet looms in two sheds by the canal.'),
  enterprise('harrowmere-weaving-mill', 'Harrowmere Weaving Mill', cotton, middle, 'Shuttle looms for heavier cloth.'),
  enterprise(
    'linden-clothing-works',
    'Linden Clothing Works',
    cotton,
    middle,
    'Cuts and sews the working and everyday clothing of the whole federation.',
  ),
  enterprise('deepdale-pit', 'Deepdale Pit', energy, upper, 'A deep pit with long ways underground.'),
  enterprise('highfell-pit', 'Highfell Pit', energy, upper, 'A drift mine in thick seams.'),
  enterprise(
    'lowmoor-power-station',
    'Lowmoor Power Station',
    energy,
    coast,
    'Two turbines that light every house from the hills to the coast.',
  ),
  enterprise(
    'anvil-machine-works',
    'Anvil Machine Works',
    works,
    middle,
    'Builds and rebuilds tractors, rollers, frames and looms, one by one.',
  ),
  enterprise(
    'wendle-carriers',
    'Wendle Carriers',
    works,
    middle,
    'Electric rail along the river and lorries from its stations.',
  ),
  unit(
    'harrowmere',
    'Harrowmere',
    'town',
    'consumption',
    [middle],
    'The largest town, on the plain where the roads cross.',
  ),
  unit('brackwater', 'Brackwater', 'town', 'consumption', [middle], 'The town below the locks, half way to the sea.'),
  unit('tarnsey', 'Tarnsey', 'town', 'consumption', [coast], 'The harbour town.'),
  unit(
    'wendle-countryside',
    'Wendle Countryside',
    'region',
    'consumption',
    [whole],
    'The villages outside the three towns, with stores that they run together.',
  ),
]
