import type { ComparedItem, ComparedPair, Comparison, PairStatus } from '@resolute/reader'
import { type Speak, speakFrom } from '#platform/words'
import english from './messages/en.json' with { type: 'json' }

export const say: Speak = speakFrom([english])

const paragraphs: ReadonlySet<string> = new Set(['preambular', 'operative', 'subparagraph', 'annex'])

/** Whether a pair is of paragraphs, and not of titles, headings, footnotes and what else stands around them. */
export const isParagraph = ({ old, new: neu }: ComparedPair): boolean =>
  [...old, ...neu].every(({ item }) => paragraphs.has(item.kind))

const placeOf = ({ item }: ComparedItem): string =>
  say('compare.place', {
    kind: item.kind,
    numbered: (item.path ?? item.number) !== null,
    number: item.path ?? item.number,
    line: item.line,
  })

const placesOf = (items: readonly ComparedItem[]): string => items.map(placeOf).join(' + ')

/** Where a pair stands in the new text, and in the old one where that is told. */
export function where({ old, new: neu, moved, renumbered }: ComparedPair): string {
  if (old.length === 0 || neu.length === 0) return placesOf(old.length === 0 ? neu : old)
  if (!moved && !renumbered && old.length === 1 && neu.length === 1) return placesOf(neu)
  return say('compare.was', { now: placesOf(neu), before: placesOf(old) })
}

/** What became of a pair, in words: "moved and edited", "merged". */
export const statusOf = ({ status, moved, old, new: neu, punctuation }: ComparedPair): string =>
  say('compare.status', {
    status:
      status !== 'edited'
        ? status
        : neu.length > 1
          ? 'split'
          : old.length > 1
            ? 'merged'
            : punctuation
              ? 'punctuation'
              : moved
                ? 'movedEdited'
                : 'edited',
  })

/** How many paragraphs are the same, edited and so on. */
export function countsOf({ pairs }: Comparison): Readonly<Record<PairStatus, number>> {
  const counts = { same: 0, edited: 0, new: 0, dropped: 0, moved: 0 }
  for (const pair of pairs) if (isParagraph(pair)) counts[pair.status]++
  return counts
}
