import type { ItemKind, Language } from '@resolute/reader'

/** Best first by how well a paragraph answers, or by the day its text was adopted, newest first. */
export type HitOrder = 'best' | 'newest'

/** What can be searched: every piece of a text. */
export type HitKind = ItemKind

/** Narrows hits down. Everything may be missing; each value is one that a facet gave, or typed in an address. */
export interface FindFilter {
  /** Id among the actors of the organ that speaks: `general-assembly`. */
  readonly body?: string | undefined
  readonly kind?: HitKind | undefined
  /** Language of the text. */
  readonly language?: Language | undefined
  /** Years of adoption, both included. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** Id among the actors of somebody the paragraph asks: `unodc`. */
  readonly actor?: string | undefined
  readonly document?: string | undefined
}

export interface FindRequest {
  /**
   * As typed. Words are all wanted, in any of their forms; `"in this order"` as a phrase; `-word` or `-"a phrase"` left
   * out; `one OR other` either. Symbols and numbers are words too, and are looked up as places besides.
   */
  readonly text: string
  /** Language of the words typed; null or missing: as their letters and words tell, else in every language they may be of. */
  readonly language?: Language | null | undefined
  readonly order?: HitOrder | undefined
  readonly filter?: FindFilter | undefined
  /** `FoundPage.next` of the page before. One of another search gives the first page. */
  readonly after?: string | undefined
  /** Rows of a page: 20 unless told, 100 at most. */
  readonly limit?: number | undefined
}
