import { createContext } from 'react'

/** What only the server knows of the answer that it renders; both are undefined in the browser. */
export interface AnswerFacts {
  /** The nonce of the content policy; also undefined on kept pages, whose scripts are known by their hash. */
  readonly nonce: string | undefined
  /** What a fault is logged under. */
  readonly reference: string | undefined
}

export const AnswerContext = createContext<AnswerFacts>({ nonce: undefined, reference: undefined })
