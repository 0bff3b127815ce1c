import { type ComparedItem, compareTexts, type ItemKind, type Outline } from '@resolute/reader'
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
      const { similarity } = pair
      passages.push(...neu.map(({ at }): Passage => ({ at, beforeAt: old[0]!.at, how, similarity })))
    }
  }
  return { passages, counts }
}

const isParagraph = ({ item }: ComparedItem): boolean => kinds.has(item.kind)

/** How many paragraphs a text has that continues nothing. */
export function paragraphsIn(outline: Outline): number {
  return outline.units.flatMap(({ items }) => items).filter(({ kind }) => kinds.has(kind)).length
}
