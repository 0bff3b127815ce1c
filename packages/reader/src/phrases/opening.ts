import { needsOf } from '../pattern-needs.ts'
import type { OpeningGrammar, VerbRow } from './phrase.ts'

/** How a paragraph opens, as written, and by which row it was known. */
export interface Opening {
  /** With its adverbs: "Also requests". */
  readonly opening: string
  /** Without them, with a capital: "Requests". */
  readonly verb: string
  readonly part: VerbRow['part']
  readonly by: string
}

/** No opening is longer than this; longer heads are never looked at. */
const reach = 200

/** A verb with its words one by one where an adverb may stand between them; else null. */
interface Verb {
  readonly row: VerbRow
  readonly parts: readonly string[] | null
}

/** The tables of a grammar by what they start with, longest first, so that few rows are tried at any place. */
interface Lexicon {
  /** By the first word, or the first sign where words are not divided. */
  readonly verbs: ReadonlyMap<string, readonly Verb[]>
  /** By the first sign. */
  readonly before: ReadonlyMap<string, readonly string[]>
  readonly after: ReadonlyMap<string, readonly string[]>
  /** The first words of verbs and of what stands in front of them. */
  readonly starts: ReadonlySet<string>
  /** Verbs that take nothing behind them and share their first word with no longer verb, as written at a start. */
  readonly alone: ReadonlyMap<string, readonly VerbRow[]>
  /** First letters of what can stand behind such a verb, small and capital; null where nothing tells. */
  readonly behind: ReadonlySet<string> | null
}

const lexicons = new WeakMap<OpeningGrammar, Lexicon>()
const longestFirst = (a: string, b: string) => b.length - a.length
const bySign = (words: readonly string[]) => Map.groupBy([...words].sort(longestFirst), (one) => one.charAt(0))

const word = /[^\s,;:.،؛]*/y

/** What verbs are looked up by: the word at an offset, or the sign. */
function keyAt(text: string, at: number, spaced: boolean): string {
  if (!spaced) return text.slice(at, at + 1)
  word.lastIndex = at
  word.test(text)
  return text.slice(at, word.lastIndex)
}

/** Words, and patterns that follow a verb, by their first two letters. */
function behindVerbs({ spaced, after, manner, and, ignored, mannerBefore }: OpeningGrammar): Lexicon['behind'] {
  const patterns = [manner, and].flatMap((pattern) => (pattern ? [needsOf(pattern).starts] : []))
  if (!spaced || ignored || mannerBefore || patterns.includes(null)) return null
  const starts = [...after, ...patterns.flatMap((all) => all ?? [])].map((one) => one.trimStart())
  if (starts.some((one) => one.length < 2)) return null
  const letters = starts.map((one) => one.slice(0, 2))
  return new Set(letters.flatMap((two) => [two, capital(two), two.toUpperCase()]))
}

function lexiconOf(grammar: OpeningGrammar): Lexicon {
  const known = lexicons.get(grammar)
  if (known) return known
  const { spaced } = grammar
  const rows = [...grammar.verbs].sort((a, b) => longestFirst(a.words, b.words))
  const verbs = rows.map((row) => ({ row, parts: spaced && row.words.includes(' ') ? row.words.split(' ') : null }))
  const byKey = Map.groupBy(verbs, ({ row }) => keyAt(row.words, 0, spaced))
  const starts = new Set([...byKey.keys(), ...grammar.before.map((words) => keyAt(words, 0, spaced))])
  const alone = [...byKey].flatMap(([key, same]) => {
    const plain = same.every(({ row, parts }) => parts === null && row.takes === undefined && row.words === key)
    const own = same.map(({ row }) => row)
    return plain ? [[key, own] as const, [capital(key), own] as const] : []
  })
  const lexicon: Lexicon = {
    verbs: byKey,
    before: bySign(grammar.before),
    after: bySign(grammar.after),
    starts,
    alone: new Map(alone),
    behind: behindVerbs(grammar),
  }
  lexicons.set(grammar, lexicon)
  return lexicon
}

const wordSign = /[\p{L}\p{M}\p{N}'’-]/u

/** Whether `words` stand at `at`, with the end of a word behind them where words are divided. */
function standsAt(lower: string, at: number, words: string, spaced: boolean): boolean {
  if (!lower.startsWith(words, at)) return false
  const behind = lower[at + words.length]
  return !spaced || behind === undefined || behind === ' ' || !wordSign.test(behind)
}

const blanks = (text: string, at: number) => {
  while (text[at] === ' ') at++
  return at
}

type WordsBySign = Lexicon['after']

/**
 * Offset behind a verb at `at`, or -1. Where words are divided, an adverb may stand between two of them: "prend
 * également note", "se déclare gravement préoccupée".
 */
function endOf(lower: string, at: number, { row, parts }: Verb, between: WordsBySign, spaced: boolean): number {
  if (standsAt(lower, at, row.words, spaced)) return at + row.words.length
  if (!parts) return -1
  let end = at
  for (const [index, part] of parts.entries()) {
    const from = index === 0 ? at : past(lower, blanks(lower, end), between, spaced)
    if (!standsAt(lower, from, part, spaced)) return -1
    end = from + part.length
  }
  return end
}

/** The longest of a list that stands at `at`, or undefined. */
const wordsAt = (lower: string, at: number, list: WordsBySign, spaced: boolean): string | undefined =>
  list.get(lower.charAt(at))?.find((one) => standsAt(lower, at, one, spaced))

/** Offset behind the one of `list` that stands at `at`, or `at`. */
function pastOne(lower: string, at: number, list: WordsBySign, spaced: boolean): number {
  const words = wordsAt(lower, at, list, spaced)
  return words === undefined ? at : blanks(lower, at + words.length)
}

/** Offset behind all of `list` that stand at `at`, one after the other. */
function past(lower: string, at: number, list: WordsBySign, spaced: boolean): number {
  for (let next = pastOne(lower, at, list, spaced); next > at; next = pastOne(lower, at, list, spaced)) at = next
  return at
}

function stickyEnd(pattern: RegExp | null, lower: string, at: number): number {
  if (!pattern) return at
  pattern.lastIndex = at
  return pattern.test(lower) ? pattern.lastIndex : at
}

function capital(text: string): string {
  const first = text.charAt(0)
  const upper = first.toUpperCase()
  return first === upper ? text : upper + text.slice(1)
}

const lowered = (text: string) => text.toLowerCase().replaceAll("'", '’')

/** What the caller knows of the paragraph. */
export interface OpeningHint {
  /** Which reading to take where a word opens both, as the bare verbs of Chinese do. */
  readonly prefer?: VerbRow['part']
  /** Only verbs that have a row. */
  readonly known?: boolean
  /** What the organ says again is part of the opening. */
  readonly setsAgain?: boolean
}

/** The opening words of a paragraph, or null where it opens with none. */
export function openingOf(text: string, grammar: OpeningGrammar, hint: OpeningHint = {}): Opening | null {
  const head = text.slice(0, reach)
  if (!grammar.ignored?.test(head)) return openingIn(head, grammar, hint)
  const kept = head.split('').flatMap((sign, at) => (grammar.ignored?.test(sign) ? [] : [at]))
  const found = openingIn(kept.map((at) => head[at]).join(''), grammar, hint)
  // as written, with the signs that were looked through
  const end = found ? (kept[found.opening.length] ?? head.length) : 0
  return found && { ...found, opening: head.slice(0, end).trimEnd() }
}

/** What a verb takes behind it that is part of the opening and not of the verb. */
function tailOf({ takes }: VerbRow, { again, act }: OpeningGrammar, { setsAgain }: OpeningHint): RegExp | null {
  switch (takes) {
    case 'again':
      return (setsAgain && again) || null
    case 'act':
    case 'noun':
      return act ?? null
    case undefined:
      return null
    default:
      return takes satisfies never
  }
}

/** Offset behind adverbs, what the verb takes, and a second verb joined to it. */
function tailEnd(
  lower: string,
  verbEnd: number,
  tail: RegExp | null,
  grammar: OpeningGrammar,
  verbAt: (at: number) => Verb | undefined,
): number {
  const { spaced, and, manner } = grammar
  const { after, before } = lexiconOf(grammar)
  const pastAdverbs = (at: number) => {
    for (;;) {
      const from = blanks(lower, at)
      const adverb = wordsAt(lower, from, after, spaced)
      const to = adverb ? from + adverb.length : stickyEnd(manner, lower, from)
      if (to <= from) return at
      at = to
    }
  }
  let end = pastAdverbs(verbEnd)
  const from = blanks(lower, end)
  const to = stickyEnd(tail, lower, from)
  if (to > from) end = pastAdverbs(to)
  const second = stickyEnd(and, lower, end)
  if (second === end) return end
  const secondAt = past(lower, second, before, spaced)
  const joined = verbAt(secondAt)
  return joined ? pastAdverbs(endOf(lower, secondAt, joined, after, spaced)) : end
}

/** A verb no row knows, by its form. */
function unknownIn(head: string, at: number, { unknown }: OpeningGrammar): Opening | null {
  const text = head.slice(at)
  for (const { pattern, part, id } of unknown) {
    const found = pattern.exec(text)
    if (found) return { opening: head.slice(0, at + found[0].length), verb: capital(found[0]), part, by: id }
  }
  return null
}

/** A verb alone with nothing of its own behind it, as most paragraphs open: "Requests the Secretary-General". */
function aloneIn(head: string, first: string, { alone, behind }: Lexicon, hint: OpeningHint): Opening | null {
  const rows = behind && head[first.length] === ' ' ? alone.get(first) : undefined
  if (!rows || head[first.length + 1] === ' ' || behind?.has(head.slice(first.length + 1, first.length + 3)))
    return null
  const { part, id } = rows.find((row) => row.part === hint.prefer) ?? rows[0]!
  return { opening: first, verb: capital(first), part, by: id }
}

function openingIn(head: string, grammar: OpeningGrammar, hint: OpeningHint): Opening | null {
  const lexicon = lexiconOf(grammar)
  const { spaced, mannerBefore = null } = grammar
  const first = keyAt(head, 0, spaced)
  const alone = aloneIn(head, first, lexicon, hint)
  if (alone) return alone
  if (!mannerBefore && !lexicon.starts.has(lowered(first))) return hint.known ? null : unknownIn(head, 0, grammar)
  const lower = lowered(head)
  const verbAt = (at: number) => {
    const verbs = lexicon.verbs.get(keyAt(lower, at, spaced))
    const longest = verbs?.find((one) => endOf(lower, at, one, lexicon.after, spaced) >= 0)
    if (!verbs || !longest || longest.row.part === hint.prefer) return longest
    const { words } = longest.row
    return verbs.find(({ row }) => row.words === words && row.part === hint.prefer) ?? longest
  }
  // a row that stands there whole comes before the same words taken for an adverb and a verb
  let at = 0
  let verb = verbAt(0)
  for (let moved = true; moved && !verb; verb ??= verbAt(at)) {
    const manner = blanks(lower, stickyEnd(mannerBefore, lower, at))
    const next = manner > at ? manner : pastOne(lower, at, lexicon.before, spaced)
    moved = next > at
    at = next
  }
  const manner = verb ? stickyEnd(mannerBefore, lower, at) : at
  if (manner > at) {
    at = blanks(lower, manner)
    verb = verbAt(at) ?? verb
  }
  if (!verb) return hint.known ? null : unknownIn(head, at, grammar)
  const { row } = verb
  let verbEnd = endOf(lower, at, verb, lexicon.after, spaced)
  let joined = false
  let written = verbEnd - at === row.words.length ? head.slice(at, verbEnd) : row.words
  if (row.takes === 'noun') {
    // "Expresses its concern", and with the adverb between: "Expressing also its deep appreciation"
    for (const from of [blanks(lower, verbEnd), past(lower, blanks(lower, verbEnd), lexicon.after, spaced)]) {
      const to = stickyEnd(grammar.noun, lower, from)
      if (to <= from) continue
      written = `${written} ${head.slice(from, to)}`
      verbEnd = to
      joined = true
      break
    }
  }
  const tail = row.takes === 'noun' && joined ? null : tailOf(row, grammar, hint)
  const end = tailEnd(lower, verbEnd, tail, grammar, verbAt)
  return { opening: head.slice(0, end), verb: capital(written), part: row.part, by: row.id }
}
