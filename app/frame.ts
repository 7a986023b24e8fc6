import type { Language } from '#rules/words/say.ts'

/** What stands around every page: the answer of the view `frame`. */
export interface Frame {
  readonly demo: boolean
  readonly person: { readonly id: string; readonly name: string } | null
  readonly seats: readonly { readonly unitId: string; readonly unitName: string; readonly role: string }[]
  readonly language: Language
}

interface FrameContext {
  readonly ask: (view: 'frame', input: Record<string, never>) => Promise<Frame>
  readonly nonce?: string
}

/** Asks for the frame through the doorway that the load context is. */
export const askFrame = (context: unknown): Promise<Frame> => (context as FrameContext).ask('frame', {})

/** The nonce that the doorkeeper made for this answer, where it made one. */
export const nonceOf = (context: unknown): string | undefined => (context as FrameContext | undefined)?.nonce
