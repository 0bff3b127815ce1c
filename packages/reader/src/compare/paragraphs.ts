import type { ItemKind, Outline } from '../outline.ts'
import type { ComparedItem } from './comparison.ts'
import type { Vocabulary, Words } from './words.ts'

/** What is compared with one another: paragraphs of whatever part with paragraphs, every other kind with its own. */
export type Family = 'paragraph' | Exclude<ItemKind, 'preambular' | 'operative' | 'subparagraph' | 'annex'>

export const familyOf = (kind: ItemKind): Family => {
  switch (kind) {
    case 'preambular':
    case 'operative':
    case 'subparagraph':
    case 'annex':
      return 'paragraph'
    default:
      return kind
  }
}

/** One item on its way through the comparison. */
export interface Text {
  readonly of: ComparedItem
  /** Cut when they are first asked for. */
  readonly words: () => Words
}

/** The items of a text in their order, as they are compared. */
export const textsOf = (outline: Outline, vocabulary: Vocabulary): readonly Text[] =>
  outline.units.flatMap(({ items }, unit) => items.map((item, at) => textOf({ unit, at, item }, vocabulary)))

function textOf(of: ComparedItem, vocabulary: Vocabulary): Text {
  let words: Words | null = null
  return {
    of,
    words: () => {
      words ??= vocabulary.cut(of.item.text)
      return words
    },
  }
}

/** Whether two texts are the same but for spaces and the form of quotation marks, apostrophes and hyphens. */
export function sameWords({ numbers: one }: Words, { numbers: other }: Words): boolean {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false
  return true
}
