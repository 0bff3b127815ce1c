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

interface Lexicon {
  readonly verbs: ReadonlyMap<string, readonly VerbRow[]>
  readonly before: readonly string[]
  readonly after: readonly string[]
}

const lexicons = new WeakMap<OpeningGrammar, Lexicon>()
const longestFirst = (a: string, b: string) => b.length - a.length

function keyOf(text: string, spaced: boolean): string {
  return spaced ? (/^[^\s,;:.،؛]*/.exec(text)?.[0] ?? '') : text.slice(0, 1)
}

function lexiconOf(grammar: OpeningGrammar): Lexicon {
  const known = lexicons.get(grammar)
  if (known) return known
  const verbs = new Map<string, VerbRow[]>()
  for (const row of [...grammar.verbs].sort((a, b) => longestFirst(a.words, b.words))) {
    const key = keyOf(row.words, grammar.spaced)
    verbs.set(key, [...(verbs.get(key) ?? []), row])
  }
  const lexicon = {
    verbs,
    before: [...grammar.before].sort(longestFirst),
    after: [...grammar.after].sort(longestFirst),
  }
  lexicons.set(grammar, lexicon)
  return lexicon
}

/** Whether `words` stand at `at`, with the end of a word behind them where words are divided. */
function standsAt(lower: string, at: number, words: string, spaced: boolean): boolean {
  if (!lower.startsWith(words, at)) return false
  return !spaced || !/[\p{L}\p{M}\p{N}'’-]/u.test(lower[at + words.length] ?? ' ')
}

const blanks = (text: string, at: number) => {
  while (text[at] === ' ') at++
  return at
}

/**
 * Offset behind `words` at `at`, or -1. Where words are divided, an adverb may stand between two of them: "prend
 * également note", "se déclare gravement préoccupée".
 */
function endOf(lower: string, at: number, words: string, between: readonly string[], spaced: boolean): number {
  if (standsAt(lower, at, words, spaced)) return at + words.length
  if (!spaced || !words.includes(' ')) return -1
  let end = at
  for (const [index, word] of words.split(' ').entries()) {
    const from = index === 0 ? at : past(lower, blanks(lower, end), between, spaced)
    if (!standsAt(lower, from, word, spaced)) return -1
    end = from + word.length
  }
  return end
}

/** Offset behind the one of `list` that stands at `at`, or `at`. */
function pastOne(lower: string, at: number, list: readonly string[], spaced: boolean): number {
  const words = list.find((one) => standsAt(lower, at, one, spaced))
  return words === undefined ? at : blanks(lower, at + words.length)
}

/** Offset behind all of `list` that stand at `at`, one after the other. */
function past(lower: string, at: number, list: readonly string[], spaced: boolean): number {
  for (let next = pastOne(lower, at, list, spaced); next > at; next = pastOne(lower, at, list, spaced)) at = next
  return at
}

function stickyEnd(pattern: RegExp | null, lower: string, at: number): number {
  if (!pattern) return at
  pattern.lastIndex = at
  const found = pattern.exec(lower)
  return found ? at + found[0].length : at
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)

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
  rowAt: (at: number) => VerbRow | undefined,
): number {
  const { spaced, and, manner } = grammar
  const { after, before } = lexiconOf(grammar)
  const pastAdverbs = (at: number) => {
    for (;;) {
      const from = blanks(lower, at)
      const adverb = after.find((words) => standsAt(lower, from, words, spaced))
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
  const joined = rowAt(secondAt)
  return joined ? pastAdverbs(endOf(lower, secondAt, joined.words, after, spaced)) : end
}

function openingIn(head: string, grammar: OpeningGrammar, hint: OpeningHint): Opening | null {
  const lexicon = lexiconOf(grammar)
  const { spaced } = grammar
  const lower = head.toLowerCase().replaceAll("'", '’')
  const rowAt = (at: number) => {
    const rows = lexicon.verbs.get(keyOf(lower.slice(at), spaced)) ?? []
    const longest = rows.find((one) => endOf(lower, at, one.words, lexicon.after, spaced) >= 0)
    return longest && (rows.find((one) => one.words === longest.words && one.part === hint.prefer) ?? longest)
  }
  // a row that stands there whole comes before the same words taken for an adverb and a verb
  let verbAt = 0
  let row = rowAt(0)
  for (let moved = true; moved && !row; row ??= rowAt(verbAt)) {
    const manner = blanks(lower, stickyEnd(grammar.mannerBefore ?? null, lower, verbAt))
    const next = manner > verbAt ? manner : pastOne(lower, verbAt, lexicon.before, spaced)
    moved = next > verbAt
    verbAt = next
  }
  const manner = row ? stickyEnd(grammar.mannerBefore ?? null, lower, verbAt) : verbAt
  if (manner > verbAt) {
    verbAt = blanks(lower, manner)
    row = rowAt(verbAt) ?? row
  }
  if (!row) {
    if (hint.known) return null
    for (const form of grammar.unknown) {
      const found = form.pattern.exec(head.slice(verbAt))
      if (found)
        return {
          opening: head.slice(0, verbAt + found[0].length),
          verb: capital(found[0]),
          part: form.part,
          by: form.id,
        }
    }
    return null
  }
  let verbEnd = endOf(lower, verbAt, row.words, lexicon.after, spaced)
  let joined = false
  let verb = verbEnd - verbAt === row.words.length ? head.slice(verbAt, verbEnd) : row.words
  if (row.takes === 'noun') {
    // "Expresses its concern", and with the adverb between: "Expressing also its deep appreciation"
    for (const from of [blanks(lower, verbEnd), past(lower, blanks(lower, verbEnd), lexicon.after, spaced)]) {
      const to = stickyEnd(grammar.noun, lower, from)
      if (to <= from) continue
      verb = `${verb} ${head.slice(from, to)}`
      verbEnd = to
      joined = true
      break
    }
  }
  const end = tailEnd(
    lower,
    verbEnd,
    row.takes === 'noun' && joined ? null : tailOf(row, grammar, hint),
    grammar,
    rowAt,
  )
  return { opening: head.slice(0, end), verb: capital(verb), part: row.part, by: row.id }
}
