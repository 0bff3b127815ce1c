import type { ComparedPair, DroppedLanguage } from './comparison.ts'
import { endOf, startOf, type Vocabulary, type Words } from './words.ts'

/** A run of fewer words that was deleted from a paragraph is an edit like any other. */
const fewestWords = 6
/** Words in a row by which language is known that was moved from one paragraph to another. */
const inARow = 3
/** Numbers of words are taken modulo this, so that three of them make one number. */
const most = 2 ** 17

/** The words of one side of a pair, and which of them the other side has; null for none of them. */
export interface Side {
  readonly words: Words
  readonly kept: Uint8Array | null
}

/** A pair with the words it is made of; null where nothing was deleted, or inserted. */
export interface Trace {
  readonly pair: ComparedPair
  readonly deleted: Side | null
  readonly inserted: Side | null
}

/**
 * What the new text no longer says: whole paragraphs, and long runs of words deleted from those that were edited. A run
 * that was inserted elsewhere, in the same paragraph or another, was moved and is not dropped.
 */
export function droppedLanguage(traces: readonly Trace[], vocabulary: Vocabulary): readonly DroppedLanguage[] {
  const dropped: DroppedLanguage[] = []
  let rows: ReadonlySet<number> | null = null
  for (const [
    pair,
    {
      pair: { status },
      deleted,
    },
  ] of traces.entries()) {
    if (!deleted) continue
    const { words } = deleted
    for (const [first, to] of changedIn(deleted)) {
      let from = first
      while (from < to - 1 && vocabulary.isMark(words.numbers[from]!)) from++
      const whole = status === 'dropped'
      if (!whole && to - from < fewestWords) continue
      const numbers = wordsIn(words, from, to, vocabulary)
      if (!whole) {
        if (numbers.length < fewestWords) continue
        rows ??= rowsInserted(traces, vocabulary)
        if (missing(numbers, rows) < fewestWords) continue
      }
      const text = words.text.slice(startOf(words, from), endOf(words, to - 1))
      dropped.push({ pair, whole, text, words: numbers.length })
    }
  }
  return dropped
}

/** Runs of words that only this side has, as from and up to. */
function changedIn({ words, kept }: Side): readonly (readonly [number, number])[] {
  const count = words.numbers.length
  if (!kept) return count > 0 ? [[0, count]] : []
  const runs: (readonly [number, number])[] = []
  for (let at = 0; at < count; at++) {
    if (kept[at]) continue
    const from = at
    while (at < count && !kept[at]) at++
    runs.push([from, at])
  }
  return runs
}

/** Words in whatever case, without punctuation. */
function wordsIn({ numbers }: Words, from: number, to: number, vocabulary: Vocabulary): readonly number[] {
  const found: number[] = []
  for (let at = from; at < to; at++) {
    const word = numbers[at]!
    if (!vocabulary.isMark(word)) found.push(vocabulary.folded(word))
  }
  return found
}

const rowAt = (words: readonly number[], at: number): number =>
  ((words[at]! % most) * most + (words[at + 1]! % most)) * most + (words[at + 2]! % most)

function rowsInserted(traces: readonly Trace[], vocabulary: Vocabulary): ReadonlySet<number> {
  const rows = new Set<number>()
  for (const { inserted } of traces) {
    if (!inserted) continue
    for (const [from, to] of changedIn(inserted)) {
      const words = wordsIn(inserted.words, from, to, vocabulary)
      for (let at = 0; at + inARow <= words.length; at++) rows.add(rowAt(words, at))
    }
  }
  return rows
}

/** How many of the words stand in none of the rows. */
function missing(words: readonly number[], rows: ReadonlySet<number>): number {
  let count = words.length
  let counted = 0
  for (let at = 0; at + inARow <= words.length; at++)
    if (rows.has(rowAt(words, at))) {
      count -= at + inARow - Math.max(counted, at)
      counted = at + inARow
    }
  return count
}
