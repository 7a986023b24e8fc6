/** Names a new block or line; unique enough among the sixty of a proposal, and checked when it is tabled. */
export const freshId = (kind: 'block' | 'line'): string => `${kind}-${Math.random().toString(36).slice(2, 10)}`
