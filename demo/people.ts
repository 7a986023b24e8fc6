import { referenceUnits } from '#demo/reference-words.ts'
import { units } from '#demo/units.ts'
import type { Seat } from '#rules/standing.ts'

/** An invented person with every seat they hold. */
export interface SamplePerson {
  readonly id: string
  readonly name: string
  /** Says who this is on the sign-in page, where one click enters as them; null for people who only fill the halls. */
  readonly sentence: string | null
  readonly seats: readonly Seat[]
}

type Roles = Readonly<Record<string, readonly Seat['role'][] | Seat['role']>>

const person = (id: string, name: string, sentence: string | null, roles: Roles): SamplePerson => ({
  id,
  name,
  sentence,
  seats: Object.entries(roles).flatMap(([unitId, held]) =>
    (typeof held === 'string' ? [held] : held).map((role) => ({ unitId, role })),
  ),
})

const both = ['member', 'delegate'] as const

const riverside = 'riverside-bakery'
const north = 'north-mill'
const town = 'harrowmere'
const bread = 'bread-branch'

/** Sample people of every role. The first ones are offered on the sign-in page. */
const told: readonly SamplePerson[] = [
  person('marta-kowal', 'Marta Kowal', 'Marta Kowal, baker, member of the Riverside Bakery assembly', {
    [riverside]: 'member',
    [bread]: 'member',
    [town]: 'member',
  }),
  person('idris-bello', 'Idris Bello', 'Idris Bello, oven keeper, member of the Riverside Bakery assembly', {
    [riverside]: 'member',
    [bread]: 'member',
  }),
  person('aino-virtala', 'Aino Virtala', 'Aino Virtala, delegate of Riverside Bakery to the Bread Branch', {
    [riverside]: both,
    [bread]: 'member',
  }),
  person('yusuf-demirel', 'Yusuf Demirel', 'Yusuf Demirel, keeps the books in the office of Riverside Bakery', {
    [riverside]: 'office',
  }),
  person('greta-lindqvist', 'Greta Lindqvist', 'Greta Lindqvist, miller and delegate of North Mill', {
    [north]: both,
    [bread]: 'member',
  }),
  person('oluchi-nnadi', 'Oluchi Nnadi', 'Oluchi Nnadi, keeps the books in the office of North Mill', {
    [north]: 'office',
  }),
  person('tomasz-wierzba', 'Tomasz Wierzba', 'Tomasz Wierzba, member and delegate of the town of Harrowmere', {
    [town]: both,
  }),
  person(
    'leila-farahani',
    'Leila Farahani',
    'Leila Farahani, statistician in three offices: Harrowmere, the Bread Branch and the Federation',
    { [town]: 'office', [bread]: 'office', 'wendle-federation': 'office' },
  ),
  person('samuel-okoro', 'Samuel Okoro', 'Samuel Okoro, farmer at Broadfield and delegate in the Bread Branch', {
    'broadfield-farm': both,
    [bread]: both,
  }),
  person('hedda-storm', 'Hedda Storm', 'Hedda Storm, spinner at Canal Spinning Mill, delegate in the Cotton Branch', {
    'canal-spinning-mill': both,
    'cotton-branch': both,
    tarnsey: 'member',
  }),
  person('rui-castanho', 'Rui Castanho', 'Rui Castanho, pitman at Deepdale, delegate in the Energy Branch', {
    'deepdale-pit': both,
    'energy-branch': both,
  }),
  person('nadia-petrenko', 'Nadia Petrenko', 'Nadia Petrenko, teacher, member of the Harrowmere assembly', {
    [town]: 'member',
  }),
]

const others: readonly SamplePerson[] = [
  person('bao-tran', 'Bao Tran', null, { [riverside]: 'member' }),
  person('ciaran-maguire', 'Ciarán Maguire', null, { [riverside]: 'member' }),
  person('divya-raman', 'Divya Raman', null, { [riverside]: 'member', [bread]: 'member', [town]: 'member' }),
  person('elof-brandt', 'Elof Brandt', null, { [riverside]: 'member' }),
  person('fatima-zahiri', 'Fatima Zahiri', null, { [riverside]: 'member' }),
  person('gwen-pryce', 'Gwen Pryce', null, { [riverside]: 'member', 'wendle-countryside': 'member' }),
  person('hugo-arevalo', 'Hugo Arévalo', null, { [riverside]: 'member' }),
  person('ines-moreau', 'Inès Moreau', null, { [riverside]: 'member' }),
  person('jonas-keller', 'Jonas Keller', null, { [riverside]: 'member' }),
  person('kemal-aydin', 'Kemal Aydın', null, { [north]: 'member', [bread]: 'member' }),
  person('lotte-vermeer', 'Lotte Vermeer', null, { [north]: 'member' }),
  person('mihai-dobre', 'Mihai Dobre', null, { [north]: 'member' }),
  person('nomvula-dube', 'Nomvula Dube', null, { [north]: 'member', [bread]: 'member', 'upper-wendle': both }),
  person('orla-fenwick', 'Orla Fenwick', null, { 'weir-mill': both, [bread]: 'member' }),
  person('pavel-novotny', 'Pavel Novotný', null, { 'weir-mill': 'member', 'middle-wendle': 'office' }),
  person('quentin-abara', 'Quentin Abara', null, { 'weir-mill': 'office', 'market-bakery': 'office' }),
  person('rosa-ibarra', 'Rosa Ibarra', null, { 'market-bakery': both, [bread]: 'member' }),
  person('sven-halvorsen', 'Sven Halvorsen', null, { 'harbour-bakery': both, [bread]: 'member', tarnsey: 'member' }),
  person('tala-whitewater', 'Tala Whitewater', null, {
    'harbour-bakery': 'office',
    'fenside-farm': 'office',
    tarnsey: 'office',
  }),
  person('uma-krishnan', 'Uma Krishnan', null, { 'cold-hill-farm': both, [bread]: 'member' }),
  person('viktor-haas', 'Viktor Haas', null, { 'fenside-farm': both, [bread]: 'member' }),
  person('wanjiru-kamau', 'Wanjiru Kamau', null, {
    'cold-hill-farm': 'office',
    'broadfield-farm': 'office',
    'upper-wendle': 'office',
  }),
  person('xin-yi-guo', 'Xin-Yi Guo', null, {
    'linden-clothing-works': both,
    'cotton-branch': 'member',
    [town]: 'member',
  }),
  person('zofia-brzoza', 'Zofia Brzoza', null, {
    'tarnsey-weaving-mill': both,
    'cotton-branch': 'member',
    tarnsey: both,
  }),
  person('abel-thornbury', 'Abel Thornbury', null, {
    'harrowmere-weaving-mill': both,
    'cotton-branch': 'member',
    'middle-wendle': both,
  }),
  person('beatriz-fonseca', 'Beatriz Fonseca', null, { 'brook-spinning-mill': both, 'cotton-branch': 'member' }),
  person('chen-wei', 'Chen Wei', null, {
    'southbank-cotton-farm': both,
    'cotton-branch': 'member',
    'tarnsey-coast': both,
  }),
  person('dagny-roald', 'Dagny Roald', null, {
    'canal-spinning-mill': 'office',
    'brook-spinning-mill': 'office',
    'cotton-branch': 'office',
    'tarnsey-weaving-mill': 'office',
    'harrowmere-weaving-mill': 'office',
  }),
  person('emeka-obi', 'Emeka Obi', null, {
    'linden-clothing-works': 'office',
    'southbank-cotton-farm': 'office',
    'tarnsey-coast': 'office',
  }),
  person('farid-nazari', 'Farid Nazari', null, { 'highfell-pit': both, 'energy-branch': 'member' }),
  person('gisela-thoma', 'Gisela Thoma', null, { 'lowmoor-power-station': both, 'energy-branch': 'member' }),
  person('haruka-mori', 'Haruka Mori', null, {
    'deepdale-pit': 'office',
    'highfell-pit': 'office',
    'lowmoor-power-station': 'office',
    'energy-branch': 'office',
  }),
  person('ivo-lazar', 'Ivo Lazar', null, { 'anvil-machine-works': both, 'works-branch': both, [town]: 'member' }),
  person('jamila-rashid', 'Jamila Rashid', null, {
    'wendle-carriers': both,
    'works-branch': 'member',
    brackwater: both,
  }),
  person('kofi-asante', 'Kofi Asante', null, {
    'anvil-machine-works': 'office',
    'wendle-carriers': 'office',
    'works-branch': 'office',
    brackwater: 'office',
  }),
  person('lucia-marchetti', 'Lucia Marchetti', null, { 'wendle-countryside': both, 'wendle-federation': both }),
  person('magnus-eide', 'Magnus Eide', null, {
    'wendle-countryside': 'office',
    ...Object.fromEntries(referenceUnits.map((unit) => [unit.id, 'office' as const])),
    brackwater: 'member',
    'wendle-federation': 'member',
  }),
]

export const people: readonly SamplePerson[] = [...told, ...others]

/** Those whom the sign-in page of a demonstration offers. */
export const samplePeople: readonly (SamplePerson & { readonly sentence: string })[] = told.flatMap((each) =>
  each.sentence === null ? [] : [{ ...each, sentence: each.sentence }],
)

/** The seats of one unit, as its founding takes them. */
export const foundingSeats = (unitId: string): { personId: string; role: Seat['role'] }[] =>
  people.flatMap((each) =>
    each.seats.filter((seat) => seat.unitId === unitId).map(({ role }) => ({ personId: each.id, role })),
  )

/** The members of a unit's assembly. */
export const membersOf = (unitId: string): string[] =>
  foundingSeats(unitId)
    .filter((seat) => seat.role === 'member')
    .map((seat) => seat.personId)

/** Units in which nobody sits; none, as long as the society is whole. */
export const emptyUnits = (): string[] =>
  units.filter((unit) => foundingSeats(unit.id).length === 0).map((unit) => unit.id)
