import { createContext } from 'react'

/** The nonce of this answer's content policy; undefined in the browser, and on kept pages, whose scripts are known by hash. */
export const NonceContext = createContext<string | undefined>(undefined)
