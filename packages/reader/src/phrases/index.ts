import type { Language } from '../languages.ts'
import { ar } from './ar/index.ts'
import { en } from './en/index.ts'
import { es } from './es/index.ts'
import { fr } from './fr/index.ts'
import type { Phrases } from './phrase.ts'
import { ru } from './ru/index.ts'
import { zh } from './zh/index.ts'

const tables: Readonly<Record<Language, Phrases>> = { ar, en, es, fr, ru, zh }

/** The phrase tables of a language. */
export function phrasesOf(language: Language): Phrases {
  return tables[language]
}
