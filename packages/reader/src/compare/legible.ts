import type { EditScript } from './edit-script.ts'
import type { Vocabulary, Words } from './words.ts'

/** No more words than these, kept by chance between two replacements, are taken into one replacement. */
const mostWords = 3
/** How far an insertion or deletion is moved to where a clause begins. */
const furthest = 16

/** A part of both lists that changed: from, and up to, a place in either. */
interface Change {
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

/**
 * Makes of a shortest script one that people read: words that chance kept between two replacements ("of", "the") are
 * replaced with them, and what is only inserted or only deleted begins where a clause begins, if it can. The script
 * itself is changed, and stays valid.
 */
export function makeLegible(kept: EditScript, old: Words, neu: Words, vocabulary: Vocabulary): void {
  const changes = changesIn(kept.old, kept.new)
  dissolveIslands(changes, kept.old, old, kept.new, neu, vocabulary)
  for (const { oldFrom, oldTo, newFrom, newTo } of changes) {
    if (oldFrom === oldTo) slide(kept.new, newFrom, newTo, neu, vocabulary)
    if (newFrom === newTo) slide(kept.old, oldFrom, oldTo, old, vocabulary)
  }
}

function changesIn(keptOld: Uint8Array, keptNew: Uint8Array): readonly Change[] {
  const changes: Change[] = []
  for (let i = 0, j = 0; i < keptOld.length || j < keptNew.length; i++, j++) {
    const oldFrom = i
    const newFrom = j
    while (i < keptOld.length && !keptOld[i]) i++
    while (j < keptNew.length && !keptNew[j]) j++
    if (i > oldFrom || j > newFrom) changes.push({ oldFrom, oldTo: i, newFrom, newTo: j })
  }
  return changes
}

/** How many letters and marks stand in a part of a text. */
function sizeOf({ bounds }: Words, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at++) sum += bounds[2 * at + 1]! - bounds[2 * at]!
  return sum
}

function dissolveIslands(
  changes: readonly Change[],
  keptOld: Uint8Array,
  old: Words,
  keptNew: Uint8Array,
  neu: Words,
  vocabulary: Vocabulary,
): void {
  /** How much a replacement replaces; an insertion or deletion replaces nothing. */
  const replaced = ({ oldFrom, oldTo, newFrom, newTo }: Change) =>
    oldFrom === oldTo || newFrom === newTo ? 0 : Math.max(sizeOf(old, oldFrom, oldTo), sizeOf(neu, newFrom, newTo))
  let before = changes[0] ? replaced(changes[0]) : 0
  for (let at = 1; at < changes.length; at++) {
    const after = replaced(changes[at]!)
    const from = changes[at - 1]!.newTo
    const to = changes[at]!.newFrom
    if (before > 0 && after > 0 && isIsland(neu, from, to, Math.min(before, after), vocabulary)) {
      keptNew.fill(0, from, to)
      keptOld.fill(0, changes[at - 1]!.oldTo, changes[at]!.oldFrom)
      before += after
    } else before = after
  }
}

function isIsland(text: Words, from: number, to: number, around: number, vocabulary: Vocabulary): boolean {
  if (to - from > 2 * mostWords) return false
  let words = 0
  for (let at = from; at < to; at++) if (!vocabulary.isMark(text.numbers[at]!)) words++
  return words === 0 || (words <= mostWords && 2 * sizeOf(text, from, to) <= around)
}

/** Moves a run that only one side has, as far as the words around it allow, to where it reads best. */
function slide(kept: Uint8Array, from: number, to: number, { numbers }: Words, vocabulary: Vocabulary): void {
  const isMark = (at: number) => at < 0 || at >= numbers.length || vocabulary.isMark(numbers[at]!)
  // a run behind a mark begins a clause; one that ends with a mark ends one
  const score = (shift: number) => (isMark(from + shift - 1) ? 2 : 0) + (isMark(to + shift - 1) ? 1 : 0)
  let best = 0
  let bestScore = score(0)
  for (let shift = -1; shift >= -furthest; shift--) {
    const first = from + shift
    if (first < 0 || !kept[first] || numbers[first] !== numbers[to + shift]) break
    if (score(shift) > bestScore) {
      best = shift
      bestScore = score(shift)
    }
  }
  for (let shift = 1; shift <= furthest; shift++) {
    const last = to + shift - 1
    if (last >= numbers.length || !kept[last] || numbers[last] !== numbers[from + shift - 1]) break
    if (score(shift) > bestScore) {
      best = shift
      bestScore = score(shift)
    }
  }
  if (best === 0) return
  kept.fill(1, from, to)
  kept.fill(0, from + best, to + best)
}
