import { type Speak, wordsIn } from '#platform/words'

/** Speaks the words of this room in one of the six languages. */
export type Voice = (language?: string) => Speak

export const voice: Voice = wordsIn(new URL('./messages/', import.meta.url))
