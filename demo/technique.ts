/** What one unit of a product takes on average over the society, before an enterprise's own skill and machines count. */
export interface Recipe {
  readonly hours: number
  readonly inputs: Readonly<Record<string, number>>
}

/**
 * The average technique per product: hours, and inputs in the input's own unit, for one unit of output.
 *
 * Invented, with magnitudes from real tables: hours per 1,000 US dollars of output in the United States in 2014 were
 * 3.7 in farming, 2.8 in mining, 3.5 in food, 8.6 in textiles and clothing, 2.6 in electricity, 5.5 in machines and 7.7 in land
 * transport (World Input-Output Database, release 2016); small works like these take two to four times as many.
 * Flour gives about four thirds of its weight in bread, wheat about 79 % of its weight in flour.
 */
export const recipes: Readonly<Record<string, Recipe>> = {
  wheat: { hours: 3.6, inputs: { electricity: 0.022, machines: 0.0008 } },
  flour: { hours: 1.9, inputs: { wheat: 1.27, electricity: 0.075, transport: 55, machines: 0.0006 } },
  bread: { hours: 14, inputs: { flour: 0.75, electricity: 0.32, transport: 38, machines: 0.0003 } },
  'raw-cotton': { hours: 62, inputs: { electricity: 0.15, machines: 0.003 } },
  yarn: { hours: 240, inputs: { 'raw-cotton': 1.12, electricity: 3.2, transport: 80, machines: 0.008 } },
  cloth: { hours: 310, inputs: { yarn: 1.05, electricity: 2.4, transport: 80, machines: 0.009 } },
  clothing: { hours: 0.42, inputs: { cloth: 0.00032, electricity: 0.0004, transport: 0.05, machines: 0.000004 } },
  coal: { hours: 1.5, inputs: { electricity: 0.038, transport: 30, machines: 0.00012 } },
  electricity: { hours: 0.34, inputs: { coal: 0.41, machines: 0.00002 } },
  machines: { hours: 640, inputs: { coal: 6.5, electricity: 9, transport: 900 } },
  transport: { hours: 0.018, inputs: { electricity: 0.00016, machines: 0.0000012 } },
}

/** What one person uses in a month, averaged over the year, in the product's unit. */
export const needsPerPerson: Readonly<Record<string, number>> = {
  bread: 0.005,
  flour: 0.001,
  clothing: 0.55,
  electricity: 0.14,
  coal: 0.008,
}

/** How a month of the year differs from the average month (January first); twelve figures that average 1. */
export const seasons: Readonly<Record<string, readonly number[]>> = {
  bread: [1.0, 1.0, 1.005, 1.0, 0.995, 0.995, 0.99, 0.99, 1.0, 1.005, 1.005, 1.015],
  flour: [1.0, 0.98, 1.0, 1.02, 0.98, 0.95, 0.93, 0.94, 1.0, 1.04, 1.06, 1.1],
  clothing: [0.82, 0.84, 1.0, 1.1, 1.06, 0.96, 0.86, 0.94, 1.12, 1.14, 1.08, 1.08],
  electricity: [1.18, 1.14, 1.06, 0.98, 0.9, 0.84, 0.84, 0.86, 0.92, 1.02, 1.1, 1.16],
  coal: [2.3, 2.0, 1.5, 0.8, 0.3, 0.1, 0.1, 0.1, 0.3, 0.9, 1.5, 2.1],
}

/** The share of the year's harvest that comes in each month, January first. */
export const harvests: Readonly<Record<string, readonly number[]>> = {
  wheat: [0, 0, 0, 0, 0, 0, 0.55, 0.4, 0.05, 0, 0, 0],
  'raw-cotton': [0, 0, 0, 0, 0, 0, 0, 0, 0.3, 0.5, 0.2, 0],
}

/** The share of the year's hours that a farm works in each month, January first. */
export const fieldHours: Readonly<Record<string, readonly number[]>> = {
  wheat: [0.04, 0.05, 0.09, 0.08, 0.06, 0.06, 0.16, 0.15, 0.11, 0.1, 0.06, 0.04],
  'raw-cotton': [0.03, 0.04, 0.08, 0.11, 0.1, 0.07, 0.06, 0.06, 0.14, 0.17, 0.1, 0.04],
}
