import { type Language, languages } from '@resolute/reader'
import type { Actor, Directory } from '#modules/parties'
import type { Database } from '#platform/database'
import type { Lists, Part, Segment, Word } from './opened.ts'
import { type Atom, atomOfName, type Query, type QueryToken } from './query.ts'
import type { Stems } from './store-stems.ts'

/** A word of the question in one language. */
export interface AskedWord extends Word {
  readonly token: QueryToken
  readonly common: boolean
}

export interface AskedAtom {
  readonly words: readonly AskedWord[]
  readonly together: boolean
  /** Another name of whom the word stands for: found and marked, and not what is ranked by. */
  readonly implied?: boolean
  /** Stands as well for everything adopted in that year. */
  readonly year?: number
}

export interface AskedOf {
  readonly either: readonly AskedAtom[]
  readonly excluded: boolean
}

/** The question as it stands in one language. */
export interface Asked {
  readonly language: Language
  readonly wanted: readonly AskedOf[]
  /** Words too common in this language to be looked for beside others, and left out. */
  readonly leftOut: number
  readonly onlyCommon: boolean
}

/** Languages whose letters the words are written with; Latin letters and figures stand in texts of every language. */
function mayBeIn(tokens: readonly QueryToken[]): readonly Language[] {
  const text = tokens.map(({ lower }) => lower).join(' ')
  if (/\p{Script=Han}/u.test(text)) return ['zh']
  if (/\p{Script=Arabic}/u.test(text)) return ['ar']
  if (/\p{Script=Cyrillic}/u.test(text)) return ['ru']
  return languages
}

const tokensIn = (query: Query): readonly QueryToken[] =>
  query.wanted.flatMap((wanted) => wanted.either.flatMap((atom) => atom.tokens))

/** The question in every language its words may be of: the one named, or those its letters allow. */
export async function askedIn(
  database: Database,
  stems: Stems,
  directory: Directory,
  query: Query,
  named: Language | null,
): Promise<readonly Asked[]> {
  const asked = named ? [named] : mayBeIn(tokensIn(query))
  const called = calledIn(directory, query)
  return Promise.all(
    asked.map(async (language) => {
      const named = query.wanted.map((one) => ({ ...one, either: one.either.flatMap(withNames(called, language)) }))
      const words = tokensIn({ ...query, wanted: named }).map(({ lower }) => lower)
      await stems.learn(database, language, words)
      const wordOf = (token: QueryToken): AskedWord => ({ language, token, ...stems.of(language, token.lower) })
      const wanted = named.map(({ either, excluded }) => ({
        either: either.map(({ tokens, ...atom }): AskedAtom => ({ ...atom, words: tokens.map(wordOf) })),
        excluded,
      }))
      const rare = wanted.filter(({ either, excluded }) => !excluded && !either.every(isCommon))
      const kept = rare.length === 0 ? wanted : wanted.filter((one) => one.excluded || rare.includes(one))
      return { language, wanted: kept, leftOut: wanted.length - kept.length, onlyCommon: rare.length === 0 }
    }),
  )
}

const isCommon = ({ words, together }: AskedAtom): boolean => !together && words.every(({ common }) => common)

/** Those whose short names were typed. */
function calledIn(directory: Directory, query: Query): ReadonlyMap<string, Actor> {
  const called = new Map<string, Actor>()
  for (const { form } of tokensIn(query)) {
    const actor = /^[a-z]{3,12}$/.test(form) ? directory.find(form) : null
    if (actor?.short?.toLowerCase() === form) called.set(form, actor)
  }
  return called
}

/** `UNODC` stands for its name in full, and a year typed by itself for what was adopted in it. */
function withNames(called: ReadonlyMap<string, Actor>, language: Language) {
  return (atom: Atom): (Atom & Pick<AskedAtom, 'implied' | 'year'>)[] => {
    const [token] = atom.tokens
    if (!token || atom.tokens.length > 1) return [atom]
    if (/^(?:19|20)\d\d$/.test(token.form)) return [{ ...atom, year: Number(token.form) }]
    const actor = called.get(token.form)
    if (!actor) return [atom]
    const name = atomOfName(actor.name[language] ?? actor.name.en, token)
    return name.tokens.length > 1 ? [atom, { ...name, implied: true }] : [atom]
  }
}

export const wordsOf = ({ wanted }: Asked): readonly AskedWord[] =>
  wanted.flatMap(({ either }) => either.flatMap(({ words }) => words))

/** Words looked for as they were typed, without those left out and those that must not be there. */
export const positiveWordsOf = ({ wanted }: Asked): readonly AskedWord[] =>
  wanted
    .filter(({ excluded }) => !excluded)
    .flatMap(({ either }) => either.filter(({ implied }) => !implied).flatMap(({ words }) => words))

/**
 * Words filed under the stem that has them as they were typed: of a word typed without its accents the stem can only be
 * told from the texts.
 */
export function refiled(
  asked: Asked,
  filed: readonly (Word & { readonly form: string })[],
  parts: readonly Part[],
  lists: Lists,
): Asked {
  const uses = (word: AskedWord) => parts.reduce((sum, { segment }) => sum + usesIn(segment, word, lists), 0)
  const best = (word: AskedWord): AskedWord => {
    const others = filed
      .filter(({ language, form, stem }) => {
        return language === word.language && form === word.token.form && stem !== word.stem
      })
      .map(({ stem }) => ({ ...word, stem }))
    return others.reduce((most, other) => (uses(other) > uses(most) ? other : most), word)
  }
  const wanted = asked.wanted.map((one) => ({
    ...one,
    either: one.either.map((atom) => ({ ...atom, words: atom.words.map(best) })),
  }))
  return { ...asked, wanted }
}

/** A word so many times rarer in one language than in another is a stranger there. */
const stranger = 10

/**
 * The languages the words are at home in, just as they were typed: `climate change` is English, though French texts
 * have words of the same stems, and now and then these. Several where the words are (`Haiti`); all where none has any.
 */
export function likeliest(asked: readonly Asked[], parts: readonly Part[], lists: Lists): readonly Asked[] {
  if (asked.length < 2) return asked
  const scores = asked.map((one) => {
    const words = positiveWordsOf(one)
    const at = languages.indexOf(one.language)
    const paragraphs = parts.reduce((sum, { segment }) => sum + segment.perLanguage[at]!, 0)
    const uses = words.map((word) => parts.reduce((sum, { segment }) => sum + usesIn(segment, word, lists), 0))
    const known = uses.filter((times) => times > 0)
    // The mean of how often each word that is there stands in a paragraph, counted by its orders of magnitude.
    const often = known.reduce((sum, times) => sum + Math.log(times / paragraphs), 0) / Math.max(1, known.length)
    return { known: known.length + one.leftOut, often }
  })
  const most = Math.max(...scores.map(({ known }) => known))
  const best = Math.max(...scores.filter(({ known }) => known === most).map(({ often }) => often))
  return asked.filter((_, i) => scores[i]!.known === most && scores[i]!.often >= best - Math.log(stranger))
}

function usesIn(segment: Segment, word: AskedWord, lists: Lists): number {
  const list = lists(segment, word)
  const form = list?.forms.indexOf(word.token.form) ?? -1
  return form < 0 ? 0 : list!.uses[form]!
}
