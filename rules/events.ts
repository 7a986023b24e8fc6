/** Placeholder replaced below. */
export interface JournalEvent { readonly kind: string; readonly [field: string]: unknown }
