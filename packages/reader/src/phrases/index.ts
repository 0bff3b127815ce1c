import type { Language } from '../languages.ts'
import { en } from './en/index.ts'
import type { Phrases } from './phrase.ts'

const tables: Partial<Record<Language, Phrases>> = { en }

/** The phrase tables of a language. */
export function phrasesOf(language: Language): Phrases {
  return tables[language] ?? en
}
