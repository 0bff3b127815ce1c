import { createIntl, createIntlCache } from '@formatjs/intl'
import { flatten, localeOf, type NestedMessages } from '#platform/i18n'

/** Says a message: `speak('documents.refusal.binary', { file: 'a.bin' })`. Throws for an id nobody wrote. */
export interface Speak {
  (id: string, facts?: Readonly<Record<string, string | number | boolean | null>>): string
  /** The language spoken, one of the six. */
  readonly language: string
}

/** Speaks from message files (ICU syntax) for programs without pages: commands, logs. Days are days of UTC. */
export function speakFrom(files: readonly NestedMessages[], language = 'en'): Speak {
  const messages = Object.assign({}, ...files.map((file) => flatten(file)))
  const fail = (error: Error) => {
    throw error
  }
  const intl = createIntl({ locale: localeOf(language), messages, onError: fail, timeZone: 'UTC' }, createIntlCache())
  const speak = (id: string, facts: Readonly<Record<string, string | number | boolean | null>> = {}) =>
    String(intl.formatMessage({ id }, facts))
  return Object.assign(speak, { language })
}
