import type { OutlineItem } from '../outline.ts'

/**
 * A piece of text as a change has it: standing in both, only in the old (`deleted`) or only in the new (`inserted`).
 * The texts of all but the inserted, put together, are the old text to the letter; all but the deleted, the new one.
 * Where both stand in one place the deleted comes first.
 */
export interface WordChange {
  readonly kind: 'kept' | 'deleted' | 'inserted'
  readonly text: string
  /** The change touches no letter and no figure: punctuation, spaces, quotation marks. False for what is kept. */
  readonly punctuation: boolean
}

/** One paragraph, or other item, of a text that is compared. */
export interface ComparedItem {
  /** Index in `units` of its outline. */
  readonly unit: number
  /** Index in `items` of its unit. */
  readonly at: number
  readonly item: OutlineItem
}

/**
 * `same`: the same text, whatever its number; spaces and the form of quotation marks and hyphens do not count. `moved`:
 * the same text in another place among the rest. `edited`: another text, in its place or moved (`moved` of the pair
 * tells), or one that was split or merged.
 */
export type PairStatus = 'same' | 'edited' | 'new' | 'dropped' | 'moved'

/** Items that are one paragraph in both texts. Several old ones were merged, several new ones split from one. */
export interface ComparedPair {
  /** In the order of the text; empty where the status is `new`. */
  readonly old: readonly ComparedItem[]
  /** In the order of the text; empty where the status is `dropped`. */
  readonly new: readonly ComparedItem[]
  readonly status: PairStatus
  /** Stands elsewhere among the paragraphs both texts have. */
  readonly moved: boolean
  /** The number printed, or the kind, is another one; never so where one side is empty. */
  readonly renumbered: boolean
  /** Not a letter or figure differs, only punctuation or spaces. */
  readonly punctuation: boolean
  /** From 0 to 1: the share of the words of both that stand in both, in one order. 1 says the words are the same. */
  readonly similarity: number
  /** Of the texts of `old` against those of `new`, each put together with a line feed between the items. */
  readonly words: readonly WordChange[]
}

/** Words of the old text that the new one does not have. */
export interface DroppedLanguage {
  /** Index in `pairs`. */
  readonly pair: number
  /** A whole paragraph, or a run of words in one that was edited. */
  readonly whole: boolean
  readonly text: string
  /** How many words, or characters of Chinese. */
  readonly words: number
}

/** Two texts side by side. */
export interface Comparison {
  /**
   * Every item of both texts stands in exactly one pair. In the order of the new text; what was dropped stands behind
   * what stood before it in the old.
   */
  readonly pairs: readonly ComparedPair[]
  /**
   * In the order of `pairs`: paragraphs that were dropped whole, and runs of six words and more that were not inserted
   * elsewhere.
   */
  readonly dropped: readonly DroppedLanguage[]
}
