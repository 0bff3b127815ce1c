import type { Language } from '@resolute/reader'
import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { folded } from './fold.ts'

/** The dictionaries of PostgreSQL. Chinese has no forms of words, and its pairs of characters stand for themselves. */
const dictionaries: Readonly<Record<Language, string>> = {
  ...{ ar: 'arabic_stem', zh: 'english_stem', en: 'english_stem' },
  ...{ fr: 'french_stem', ru: 'russian_stem', es: 'spanish_stem' },
}

/** A Latin word in a text of another script is as a rule an English one. */
const ownScript: Readonly<Partial<Record<Language, RegExp>>> = {
  ar: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
}

/** What a word is filed under: its stem as it is compared, and whether it is too common to be looked for by itself. */
export interface Stem {
  readonly stem: string
  readonly common: boolean
}

/** Words whose stems are asked for. `lower` keeps its accents. */
export interface Stems {
  /** Asks the database for those not known yet, so that `of` answers for each of them. */
  learn(database: Database, language: Language, words: Iterable<string>): Promise<void>
  of(language: Language, lower: string): Stem
}

const mostKnown = 200_000
const mostAnswered = 20_000
/** The longest word a dictionary is asked about. */
const longest = 100

/** Stems by the dictionaries of PostgreSQL, each asked for once in the life of the process. */
export function openStems(): Stems {
  /** When there are too many, the newer become the older: nothing is forgotten between `learn` and `of`. */
  let newer = new Map<string, Stem>()
  let older = new Map<string, Stem>()
  const known = (dictionary: string, word: string): Stem | undefined => {
    const key = `${dictionary} ${word}`
    return newer.get(key) ?? older.get(key)
  }
  /** Words asked for by their language, to be answered without looking which dictionary is theirs. */
  const answered = new Map<Language, Map<string, Stem>>()
  const answersOf = (language: Language): Map<string, Stem> => {
    const own = answered.get(language) ?? new Map<string, Stem>()
    if (own.size > mostAnswered) own.clear()
    answered.set(language, own)
    return own
  }
  const dictionaryOf = (language: Language, word: string): string | null => {
    if (word.length > longest || !/^\p{L}[\p{L}\p{M}]*$/u.test(word) || /\p{Script=Han}/u.test(word)) return null
    const own = ownScript[language]
    if (own && !own.test(word)) return /^[a-z]+$/.test(word) ? 'english_stem' : null
    return dictionaries[language]
  }
  return {
    async learn(database, language, words) {
      const asked = new Map<string, Set<string>>()
      const own = answersOf(language)
      for (const word of words) {
        if (own.has(word)) continue
        const dictionary = dictionaryOf(language, word)
        if (dictionary === null || known(dictionary, word)) continue
        const list = asked.get(dictionary)
        if (list) list.add(word)
        else asked.set(dictionary, new Set([word]))
      }
      if (newer.size > mostKnown) {
        older = newer
        newer = new Map()
        answered.clear()
      }
      for (const [dictionary, list] of asked) {
        const { rows } = await sql<{ word: string; stems: string[] | null }>`
          select word, ts_lexize(${dictionary}::regdictionary, word) as stems
          from unnest(${[...list]}::text[]) as word`.execute(database)
        for (const { word, stems } of rows) {
          const stem = folded(stems?.[0] || word)
          newer.set(`${dictionary} ${word}`, { stem, common: stems?.length === 0 })
        }
      }
    },
    of(language, lower) {
      const own = answersOf(language)
      const before = own.get(lower)
      if (before) return before
      const dictionary = dictionaryOf(language, lower)
      const found = dictionary === null ? undefined : known(dictionary, lower)
      const stem = found ?? { stem: folded(lower).slice(0, longest), common: false }
      if (found || dictionary === null) own.set(lower, stem)
      return stem
    },
  }
}
