/** From where to where each silhouette reaches on its grid of 24: a symbol is clipped by its own width, not by that of the grid. */
const extents: Readonly<Record<string, readonly [number, number]>> = {
  person: [5, 19],
  hand: [3.4, 21.2],
  ballot: [2, 22],
  hour: [1.5, 22.5],
  house: [1, 23],
  loaf: [1.5, 22.5],
  wheat: [5.3, 18.7],
  flour: [3, 21],
  beans: [1.5, 22.5],
  potato: [1.5, 21.8],
  milk: [5, 19],
  cow: [1.5, 23.5],
  cotton: [2.3, 21.7],
  yarn: [4.5, 19.5],
  cloth: [1, 23],
  shirt: [1.5, 22.5],
  coal: [1.5, 22.5],
  ore: [1, 23],
  steel: [3.5, 20.5],
  power: [3.5, 20.5],
  machine: [1.1, 23],
  gear: [1.1, 22.9],
  tool: [4, 22],
  lorry: [0.8, 23.2],
  farm: [2, 22],
  mill: [3.4, 20.6],
  bakery: [2, 22],
  mine: [4, 20],
  factory: [1.5, 22.5],
  town: [1, 23],
  box: [2, 22],
  oil: [4.5, 19.5],
}

/** The names of all pictograms; each is a symbol in public/pictograms.svg and has its word in rules/words. */
export const pictograms: readonly string[] = Object.keys(extents)

/** The name to draw by: a name that has no symbol is drawn as a box, since goods come in something. */
export const knownPictogram = (name: string): string => (Object.hasOwn(extents, name) ? name : 'box')

export const extentOf = (name: string): readonly [number, number] => extents[knownPictogram(name)] ?? [0, 24]
