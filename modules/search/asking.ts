import { type Language, languages } from '@resolute/reader'
import type { Database } from '#platform/database'
import { all, either, type Found, phrase, without } from './matching.ts'
import type { Lists, Part, Segment, Word } from './opened.ts'
import type { Atom, Query, QueryToken } from './query.ts'
import type { Ranked } from './ranking.ts'
import type { Stems } from './store-stems.ts'

/** A word of the question in one language. */
export interface AskedWord extends Word {
  readonly token: QueryToken
  readonly common: boolean
}

interface AskedAtom {
  readonly words: readonly AskedWord[]
  readonly together: boolean
}

/** The question as it stands in one language. */
export interface Asked {
  readonly language: Language
  readonly wanted: readonly { readonly either: readonly AskedAtom[]; readonly excluded: boolean }[]
  /** Too common to be looked for beside others, and left out. */
  readonly leftOut: boolean
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
  query: Query,
  named: Language | null,
): Promise<readonly Asked[]> {
  const tokens = tokensIn(query)
  const asked = named ? [named] : mayBeIn(tokens)
  for (const language of asked) {
    await stems.learn(
      database,
      language,
      tokens.map(({ lower }) => lower),
    )
  }
  return asked.map((language) => {
    const wordOf = (token: QueryToken): AskedWord => ({ language, token, ...stems.of(language, token.lower) })
    const atomOf = ({ tokens, together }: Atom): AskedAtom => ({ words: tokens.map(wordOf), together })
    const wanted = query.wanted.map(({ either, excluded }) => ({ either: either.map(atomOf), excluded }))
    const rare = wanted.filter(({ either, excluded }) => !excluded && !either.every(isCommon))
    const kept = rare.length === 0 ? wanted : wanted.filter((one) => one.excluded || rare.includes(one))
    return { language, wanted: kept, leftOut: kept.length < wanted.length, onlyCommon: rare.length === 0 }
  })
}

const isCommon = ({ words, together }: AskedAtom): boolean => !together && words.every(({ common }) => common)

export const wordsOf = ({ wanted }: Asked): readonly AskedWord[] =>
  wanted.flatMap(({ either }) => either.flatMap(({ words }) => words))

/** Words looked for, without those left out and those that must not be there. */
export const positiveWordsOf = ({ wanted }: Asked): readonly AskedWord[] =>
  wanted.filter(({ excluded }) => !excluded).flatMap(({ either }) => either.flatMap(({ words }) => words))

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
    const shares = words.map((word) => parts.reduce((sum, { segment }) => sum + usesIn(segment, word, lists), 0))
    const known = shares.filter((uses) => uses > 0)
    // The mean of how often each word that is there stands in a paragraph, counted by its orders of magnitude.
    const often = known.reduce((sum, uses) => sum + Math.log(uses / paragraphs), 0) / Math.max(1, known.length)
    return { known: known.length, often }
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

/** The paragraphs of a segment that answer the question in one language. */
export function answersIn(segment: Segment, { wanted }: Asked, lists: Lists): Found {
  const positive: Found[] = []
  const negative: Found[] = []
  for (const { either: atoms, excluded } of wanted) {
    const found = atoms.map((atom) => atomIn(segment, atom, lists)).reduce(either)
    if (excluded) negative.push(found)
    else if (found.length === 0) return found
    else positive.push(found)
  }
  if (positive.length === 0) return new Int32Array(0)
  return negative.reduce(without, all(positive))
}

function atomIn(segment: Segment, { words }: AskedAtom, lists: Lists): Found {
  const found = words.map((word) => ({ list: lists(segment, word), offset: word.token.offset }))
  const there = found.flatMap(({ list, offset }) => (list ? [{ list, offset }] : []))
  return there.length < found.length ? new Int32Array(0) : phrase(there)
}

/** The words of the question for ranking, in the order they were typed. */
export function rankedIn(segment: Segment, asked: Asked, lists: Lists): readonly Ranked[] {
  const ranked: Ranked[] = []
  for (const word of positiveWordsOf(asked)) {
    const list = lists(segment, word)
    if (list) ranked.push({ list, exact: list.forms.indexOf(word.token.form), offset: word.token.at })
  }
  return ranked
}
