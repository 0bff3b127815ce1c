import { type Speak, speakFrom } from '#platform/words'
import english from './messages/en.json' with { type: 'json' }

/** Puts ids of this module's messages into words: `words('reports.summary.heading')`. */
export type Words = Speak

/** Reports are written in English now; further languages are further message files. */
export const inEnglish: Words = speakFrom([english])

const statuses: Readonly<Record<string, string>> = { no_information: 'reports.status.no_information' }

/** What was recorded on a duty, in words. A code newer than the message file is shown as it stands. */
export function statusInWords(code: string, words: Words): string {
  const id = statuses[code]
  return id === undefined ? words('reports.status.recorded', { code }) : words(id)
}
