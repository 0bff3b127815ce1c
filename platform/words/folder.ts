import { readFileSync } from 'node:fs'
import { flatten, type Messages, type NestedMessages, sixLanguages } from '#platform/i18n'
import { type Speak, speakFrom } from './speak.ts'

/**
 * The words of folders of message files (`en.json`, `ar.json` ...), by language: `const words = wordsIn(folder)`, then
 * `words('fr')('documents.refusal.binary')`. A language is read when it is first asked for.
 */
export function wordsIn(...folders: readonly URL[]): (language?: string) => Speak {
  const messages = messagesIn(...folders)
  return perLanguage((language) => speakFrom([messages(language)], language))
}

/** The messages themselves, by language; what a language lacks is there in English. */
export function messagesIn(...folders: readonly URL[]): (language?: string) => Messages {
  const joined = (language: string): Messages =>
    Object.assign({}, ...folders.map((folder) => readMessages(new URL(`${language}.json`, folder))))
  const english = joined('en')
  return perLanguage((language) => (language === 'en' ? english : { ...english, ...joined(language) }))
}

/** Makes a thing once for each of the six languages it is asked for; any other language is answered in English. */
export function perLanguage<T>(make: (language: string) => T): (language?: string) => T {
  const made = new Map<string, T>()
  return (asked = 'en') => {
    const language = sixLanguages.includes(asked) ? asked : 'en'
    const known = made.get(language)
    if (known !== undefined) return known
    const fresh = make(language)
    made.set(language, fresh)
    return fresh
  }
}

function readMessages(file: URL): Messages {
  try {
    return flatten(JSON.parse(readFileSync(file, 'utf8')) as NestedMessages)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}
