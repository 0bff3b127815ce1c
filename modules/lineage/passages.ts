import { type ComparedItem, compareTexts, type ItemKind, type Outline, similarity } from '@resolute/reader'
import type { ParagraphKind } from './agreed.ts'
import type { PassageCounts } from './descent.ts'

const kinds: ReadonlySet<ItemKind> = new Set<ParagraphKind>(['preambular', 'operative', 'subparagraph', 'annex'])

/** A paragraph of the newer text and what it was in the older: places among the items of either unit. */
export interface Passage {
  readonly at: number
  readonly beforeAt: number
  readonly how: 'same' | 'edited'
  readonly similarity: number
}

export interface Passages {
  readonly passages: readonly Passage[]
  readonly counts: PassageCounts
}

/** What became of the paragraphs of one text in the next of its series. Each outline holds the one unit alone. */
export function passagesOf(older: Outline, newer: Outline): Passages {
  const { pairs } = compareTexts(older, newer)
  const counts = { same: 0, edited: 0, added: 0, dropped: 0 }
  const passages: Passage[] = []
  for (const pair of pairs) {
    const old = pair.old.filter(isParagraph)
    const neu = pair.new.filter(isParagraph)
    if (neu.length === 0) counts.dropped += old.length
    else if (old.length === 0) counts.added += neu.length
    else {
      const how = pair.status === 'edited' ? 'edited' : 'same'
      counts[how] += neu.length
      if (old.length === 1 && neu.length === 1) {
        passages.push({ at: neu[0]!.at, beforeAt: old[0]!.at, how, similarity: pair.similarity })
      } else passages.push(...neu.flatMap((item) => nearestOf(item, old)))
    }
  }
  return { passages, counts }
}

/** Of what was split or merged, a piece goes back to the piece most like it; one that is like none begins anew. */
function nearestOf(piece: ComparedItem, old: readonly ComparedItem[]): readonly Passage[] {
  const found = old.map(({ at, item }) => ({ beforeAt: at, similarity: similarity(item.text, piece.item.text) }))
  const best = found.reduce((one, other) => (other.similarity > one.similarity ? other : one))
  return best.similarity < pieceFrom ? [] : [{ at: piece.at, how: best.similarity === 1 ? 'same' : 'edited', ...best }]
}

/** From here on a piece of a paragraph is like a whole one. */
const pieceFrom = 0.25

const isParagraph = ({ item }: ComparedItem): boolean => kinds.has(item.kind)

/** How many paragraphs a text has that continues nothing. */
export function paragraphsIn(outline: Outline): number {
  return outline.units.flatMap(({ items }) => items).filter(({ kind }) => kinds.has(kind)).length
}
