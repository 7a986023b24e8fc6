import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Tells whether the browser runs the page: false on the server and in the first drawing. */
export const useMounted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
