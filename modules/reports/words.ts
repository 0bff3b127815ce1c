import { type Speak, wordsIn } from '#platform/words'

/** Puts ids of this module's messages into words: `words('reports.summary.heading')`. */
export type Words = Speak

/** The words of a report, in one of the six languages. */
export const inLanguage: (language?: string) => Words = wordsIn(new URL('./messages/', import.meta.url))

export const inEnglish: Words = inLanguage('en')

const statuses: Readonly<Record<string, string>> = { no_information: 'reports.status.no_information' }

/** What was recorded on a duty, in words. A code newer than the message file is shown as it stands. */
export function statusInWords(code: string, words: Words): string {
  const id = statuses[code]
  return id === undefined ? words('reports.status.recorded', { code }) : words(id)
}
