import type { ItemKind, Language } from '@resolute/reader'
import type { FileRefusal } from '@resolute/reader/files'

/** What is looked up: the kinds of items whose words are negotiated. */
export type ParagraphKind = Extract<ItemKind, 'preambular' | 'operative' | 'subparagraph' | 'annex'>

/** Narrows what a text is set beside. Everything may be missing. */
export interface AgreedFilter {
  /** Language of the earlier texts. */
  readonly language?: Language | undefined
  /** Id among the actors of the organ that speaks: `general-assembly`. */
  readonly body?: string | undefined
  /** Years of adoption, both included. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** Only what stands in this document, and nothing that stands in that one. */
  readonly within?: string | undefined
  readonly exclude?: string | undefined
}

export interface AgreedOptions extends AgreedFilter {
  /** Matches for a paragraph: 10 unless told, 50 at most. */
  readonly limit?: number | undefined
}

/** One place where a paragraph stands. */
export interface AgreedPlace {
  readonly document: string
  readonly documentTitle: string
  readonly unit: string
  /** Place among the pieces of the document, from 0: with `document` the key of the paragraph. */
  readonly n: number
  readonly kind: ParagraphKind
  readonly number: string | null
  /** Null for what nobody cites by number: link to the unit then. */
  readonly path: string | null
  readonly language: Language
  /** ISO date. */
  readonly adopted: string | null
  /** Of adoption, else as the symbol tells. */
  readonly year: number | null
  /** The organ that speaks, as written, and its id among the actors where it has one. */
  readonly organ: string | null
  readonly body: string | null
}

/** A text that was agreed before, wherever it stands: the same words are one match. */
export interface AgreedMatch {
  /** Grams both have by grams either has, 0 to 1 (README): 1 for the same words. */
  readonly similarity: number
  /** Share of the grams asked about that this text has: 1 where all of it stands inside. */
  readonly contained: number
  /** Word for word the same; letters' case, punctuation and spaces do not count. */
  readonly verbatim: boolean
  /** As written in `last`. */
  readonly text: string
  readonly language: Language
  /** Paragraphs with these words among those asked for. */
  readonly times: number
  readonly documents: number
  /** By date of adoption, else by the year of the symbol; places without either count as the earliest. */
  readonly first: AgreedPlace
  readonly last: AgreedPlace
  /** Ids of the organs that said it, most often first. */
  readonly bodies: readonly string[]
}

/**
 * `verbatim`: agreed before, word for word. `close`: one of the matches is at least `closeFrom` similar, or holds nearly
 * all of it (`containedFrom`). `new`: neither.
 */
export type AgreedStanding = 'verbatim' | 'close' | 'new'

export interface AgreedParagraph {
  readonly text: string
  /** Where it stands in the draft given; null for a paragraph given by itself. */
  readonly at: {
    readonly unit: string
    readonly n: number
    readonly kind: ParagraphKind
    readonly number: string | null
    readonly path: string | null
  } | null
  readonly standing: AgreedStanding
  /** Nearest first; the same similarity: said last first. Also given where the standing is `new`, if anything is shared. */
  readonly matches: readonly AgreedMatch[]
}

/** What was looked through. */
export interface AgreedScope {
  readonly paragraphs: number
  readonly documents: number
}

export interface AgreedSummary {
  readonly paragraphs: number
  readonly verbatim: number
  readonly close: number
  readonly new: number
}

/** Why nothing was looked up; put into words by `lineage.agreed.refused.<code>`. */
export type AgreedRefusal =
  | FileRefusal
  | { readonly code: 'no-words' }
  | { readonly code: 'text-too-long'; readonly most: number; readonly length: number }
  | { readonly code: 'too-many-paragraphs'; readonly most: number; readonly paragraphs: number }

/** The longest paragraph that is looked up, in UTF-16 units; of one that is longer only so much. */
export const longestParagraph = 20_000

/** Largest draft taken, in bytes, and the most paragraphs looked up in one. */
export const largestDraft = 2_000_000
export const mostParagraphs = 2_000

/** From what similarity on a paragraph is called close to an earlier one. */
export const closeFrom = 0.2

/** A text of so many grams at least, so much of which stands in an earlier one, is close to it however long that is. */
export const containedFrom = { grams: 4, share: 0.9 } as const

/** How many matches are given, unless told and at most. */
export const usualMatches = 10
export const mostMatches = 50

/** The index is built when it is first asked for. Paragraphs taken in so far, and how many there are. */
export interface Building {
  readonly state: 'building'
  readonly done: number
  readonly of: number
}

export type AgreedAnswer =
  | { readonly state: 'found'; readonly paragraph: AgreedParagraph; readonly scope: AgreedScope }
  | Building
  | { readonly state: 'refused'; readonly refusal: AgreedRefusal }

export type AgreedDraft =
  | {
      readonly state: 'found'
      /** What the draft says of itself, or the name of its file; empty for words pasted without a title. */
      readonly title: string
      readonly language: Language
      readonly paragraphs: readonly AgreedParagraph[]
      readonly summary: AgreedSummary
      readonly scope: AgreedScope
    }
  | Building
  | { readonly state: 'refused'; readonly refusal: AgreedRefusal }

/** A paragraph of the register by its key. */
export interface ParagraphKey {
  readonly document: string
  readonly n: number
}

/** A paragraph like another one. Each place is a row of its own here: what stands twice is there twice. */
export interface SimilarParagraph extends ParagraphKey {
  readonly similarity: number
  readonly contained: number
}

export interface SimilarOptions extends AgreedFilter {
  /** Only what is at least so similar, 0 to 1: 0.3 unless told. */
  readonly least?: number | undefined
  /** Rows for a paragraph: 50 unless told. */
  readonly limit?: number | undefined
}

/** A paragraph with those like it, nearest first. */
export interface SimilarTo extends ParagraphKey {
  readonly similar: readonly SimilarParagraph[]
}

export type SimilarAnswer = { readonly state: 'found'; readonly paragraphs: readonly SimilarTo[] } | Building

export interface Agreed {
  /**
   * Act `lineage.find-agreed`. Asks: one paragraph. Does: finds the earlier ones nearest to it, exactly those, by the
   * measure of the README; keeps nothing and leaves no entry. Waits a while for an index that is being built, then answers
   * `building`. Who may: everybody. Refusals: `AgreedRefusal`.
   */
  agreed(text: string, options?: AgreedOptions): Promise<AgreedAnswer>
  /** The same for every paragraph of a draft: a file of any form that can be read, or a text pasted. */
  agreedDraft(
    draft: { readonly fileName: string; readonly bytes: Uint8Array },
    options?: AgreedOptions,
  ): Promise<AgreedDraft>
  /** The same for every paragraph of a document of the register, beside all other documents. */
  agreedDocument(document: string, options?: AgreedOptions): Promise<AgreedDraft | null>
  /**
   * For every paragraph of a document those like it, in all other documents unless `within` or `exclude` say otherwise.
   * Waits until the index is there, however long that takes, where `wait` is true.
   */
  similarTo(
    document: string,
    options?: SimilarOptions & { readonly wait?: boolean | undefined },
  ): Promise<SimilarAnswer>
}
