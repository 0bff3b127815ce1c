import type { ComparedItem, ComparedPair, Comparison, Language, Outline, OutlineItem } from '@resolute/reader'
import type { FileRefusal } from '@resolute/reader/files'

/** A text of the register: by the address of its document, in the version that stands unless another is named. */
export interface TextAsked {
  readonly document: string
  readonly version?: number
}

/** A text brought along: read, compared and forgotten. */
export interface DraftGiven {
  readonly fileName: string
  readonly bytes: Uint8Array
}

export type TextToCompare = TextAsked | DraftGiven

/** One of two texts that are compared. */
export interface ComparedText {
  /** Null for a draft. */
  readonly document: string | null
  readonly version: number | null
  readonly title: string
  readonly language: Language
  readonly outline: Outline
  /** A draft as plain text, to be sent again with another question; null for a text of the register. */
  readonly plainText: string | null
}

/** Two texts and what became of the one in the other. */
export interface ComparedTexts {
  readonly old: ComparedText
  readonly new: ComparedText
  readonly comparison: Comparison
}

export type TextSide = 'old' | 'new'

export interface NearDocument {
  readonly id: string
  readonly title: string
}

/** Why two texts were not compared; put into words by `documents.compare.refused.<code>`. */
export type CompareRefusal =
  | {
      readonly refused: 'unknown-document'
      readonly side: TextSide
      readonly asked: string
      /** Documents whose symbol is most like the one asked for, the most like it first. */
      readonly nearest: readonly NearDocument[]
    }
  | {
      readonly refused: 'unknown-version'
      readonly side: TextSide
      readonly document: string
      readonly asked: number
      readonly versions: readonly number[]
    }
  | { readonly refused: 'unreadable'; readonly side: TextSide; readonly refusal: FileRefusal }

/** Largest draft taken, in bytes: some five times the longest report as a Word file. */
export const largestDraft = 2_000_000

/** Most pieces a draft may fall into: some six times those of the longest text known. */
export const mostPieces = 10_000

/** Where a document comes from and what is printed around it: shown, and not counted among its paragraphs. */
const around: readonly OutlineItem['kind'][] = ['frontmatter', 'backmatter']

export const isCounted = ({ old, new: now }: ComparedPair): boolean =>
  [...old, ...now].some(({ item }) => !around.includes(item.kind))

/** How much became of what. A pair that was edited and moved counts as both. */
export interface CompareFigures {
  /** Pairs in all: what "all" shows. */
  readonly pairs: number
  /** Pairs with other words, another place or another kind. A number that moved on with others is no change. */
  readonly changed: number
  readonly same: number
  readonly edited: number
  readonly new: number
  readonly dropped: number
  readonly moved: number
  readonly renumbered: number
  readonly split: number
  readonly merged: number
}

export const isMoved = (pair: ComparedPair): boolean => pair.moved || pair.status === 'moved'

export const isSplit = ({ old, new: now }: ComparedPair): boolean => old.length > 0 && now.length > old.length

export const isMerged = ({ old, new: now }: ComparedPair): boolean => now.length > 0 && old.length > now.length

/** The same words in the same place, as a paragraph of the same kind. Its number may have moved on with others. */
export const isUnchanged = ({ status, moved, old, new: now }: ComparedPair): boolean =>
  status === 'same' && !moved && old.length === now.length && old[0]?.item.kind === now[0]?.item.kind

export function figuresOfComparison({ pairs }: Comparison): CompareFigures {
  const counted = pairs.filter(isCounted)
  const count = (holds: (pair: ComparedPair) => boolean) => counted.filter(holds).length
  return {
    pairs: counted.length,
    changed: count((pair) => !isUnchanged(pair)),
    same: count(isUnchanged),
    edited: count(({ status }) => status === 'edited'),
    new: count(({ status }) => status === 'new'),
    dropped: count(({ status }) => status === 'dropped'),
    moved: count(isMoved),
    renumbered: count(({ renumbered }) => renumbered),
    split: count(isSplit),
    merged: count(isMerged),
  }
}

/** Whether not one sign, number or place differs. */
export const nothingDiffers = ({ pairs }: Comparison): boolean =>
  pairs.every((pair) => isUnchanged(pair) && !pair.renumbered && pair.words.every(({ kind }) => kind === 'kept'))

/**
 * The place of every item of a text, unit by unit: its path (`9(a)`), else its kind and how many of that kind without a
 * path stand before it (`preambular-3`); with the unit in front where the text has several. One version, one place.
 */
export function placesOf({ units }: Outline): readonly (readonly string[])[] {
  return units.map((unit) => {
    const counted = new Map<string, number>()
    const prefix = units.length === 1 ? '' : `${unit.id.replaceAll(' ', '_')}/`
    return unit.items.map(({ path, kind }) => {
      if (path !== null) return prefix + path
      const n = (counted.get(kind) ?? 0) + 1
      counted.set(kind, n)
      return `${prefix}${kind}-${n}`
    })
  })
}

/** Where an item stands on the page: `new/9(a)`, `old/preambular-3`. */
export type AnchorOf = (side: TextSide, item: ComparedItem) => string

export function anchorsOf({ old, new: now }: Pick<ComparedTexts, 'old' | 'new'>): AnchorOf {
  const places = { old: placesOf(old.outline), new: placesOf(now.outline) }
  return (side, { unit, at }) => `${side}/${places[side][unit]?.[at] ?? ''}`
}

/** Every address a pair answers to, its own first. */
export function anchorsOfPair(pair: ComparedPair, anchorOf: AnchorOf): readonly string[] {
  return [...pair.new.map((item) => anchorOf('new', item)), ...pair.old.map((item) => anchorOf('old', item))]
}

export interface ComparisonFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly fileName: string
}

export interface Comparing {
  /**
   * Act `documents.compare`. Asks: two texts, each of the register or brought along. Does: compares them; keeps nothing
   * and leaves no entry. Who may: everybody. Refusals: `CompareRefusal`, of the old text before the new.
   */
  compare(asked: { readonly old: TextToCompare; readonly new: TextToCompare }): Promise<ComparedTexts | CompareRefusal>
  /** Two compared texts as a Word file whose tracked changes lead from the old to the new. */
  comparisonInWord(texts: ComparedTexts, language?: string): Promise<ComparisonFile>
  /** Other documents one might compare a document with: of like title, the most like it first. */
  toCompareWith(id: string): Promise<readonly NearDocument[]>
}
