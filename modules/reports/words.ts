import { type Speak, wordsIn } from '#platform/words'

/** Puts ids of this module's messages into words: `words('reports.summary.heading')`. */
export type Words = Speak

/** The words of a report, in one of the six languages. */
export const inLanguage: (language?: string) => Words = wordsIn(new URL('./messages/', import.meta.url))

export const inEnglish: Words = inLanguage('en')
