/** How periods are worded where no calendar of the platform words them. */
export const numbers = {
  'period-quarter': '{quarter, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} quarter {year}',
} as const
