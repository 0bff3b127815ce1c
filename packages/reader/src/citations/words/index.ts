import type { Language } from '../../languages.ts'
import { ar } from './ar.ts'
import type { CitationWords } from './citation-words.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ru } from './ru.ts'
import { zh } from './zh.ts'

/** Words of the languages other than English, whose citations follow the gazetteer. */
export const citationWords: readonly CitationWords[] = [ar, zh, fr, ru, es]

export const wordsFor = (language: Language): CitationWords | null =>
  citationWords.find((words) => words.language === language) ?? null
