import type { Language } from '@resolute/reader'
import type { VersionListener } from '#modules/documents'
import type { FindRequest, HitKind } from './request.ts'
import type { SavedSearches } from './saved.ts'

export type * from './request.ts'

/** A range of a text: UTF-16 code units, end exclusive. */
export interface Mark {
  readonly start: number
  readonly end: number
}

/** Part of a text with what was found in it. */
export interface Snippet {
  readonly text: string
  /** What was found, in order, not overlapping. */
  readonly marks: readonly Mark[]
  /** Whether the text goes on before and after. */
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

/** A paragraph found, with its place. */
export interface Hit {
  readonly document: string
  readonly documentTitle: string
  /** Id of the unit: the document itself for a sheet. */
  readonly unit: string
  readonly unitTitle: string | null
  /** Place among the pieces of the document, from 0: with `document` the key of the hit. */
  readonly n: number
  readonly kind: HitKind
  readonly number: string | null
  /** Null for what nobody cites by number: link to the unit then. */
  readonly path: string | null
  /** Id of the mandate of that paragraph, where it has one. */
  readonly mandate: string | null
  readonly language: Language
  /** ISO date. */
  readonly adopted: string | null
  /** Id among the actors of the organ that speaks. */
  readonly body: string | null
  /** Ids of those it asks. */
  readonly actors: readonly string[]
  /** The whole paragraph, and where in it what was found stands. */
  readonly text: string
  readonly marks: readonly Mark[]
  /** The part of it around what was found; the whole where it is short. */
  readonly snippet: Snippet
}

export interface SearchFacet<Value extends string = string> {
  readonly value: Value
  /** Hits with that value, all other filters applied: exact. */
  readonly count: number
}

export interface SearchFacets {
  readonly bodies: readonly SearchFacet[]
  readonly kinds: readonly SearchFacet<HitKind>[]
  readonly languages: readonly SearchFacet<Language>[]
  /** Years of adoption, newest first; every other facet has the most frequent first. */
  readonly years: readonly SearchFacet[]
  /** At most 50 of each of these two. */
  readonly actors: readonly SearchFacet[]
  readonly documents: readonly SearchFacet[]
}

/** A place typed as people type it: `65/232 op 4`, `A/RES/65/232`, `20/1`, `E/RES/2012/19#4`. */
export interface DirectHit {
  readonly document: string
  readonly documentTitle: string
  readonly unit: string
  readonly unitTitle: string | null
  readonly language: Language
  readonly adopted: string | null
  /** The paragraph named, where it is there; null for the unit or document. */
  readonly path: string | null
  readonly text: string | null
  /** A number of a paragraph was typed that the text has not. */
  readonly missingPath: string | null
}

/** Somebody whose name was typed. */
export interface ActorHit {
  readonly actor: string
}

/** What became of the words typed where not all of them were searched; put into words by `search.note.<code>`. */
export interface FindNote {
  readonly code: 'nothing-to-find' | 'cut-short' | 'too-many-words' | 'only-common-words' | 'not-all-words'
}

export interface FoundPage {
  readonly hits: readonly Hit[]
  /** Exact. */
  readonly total: number
  readonly facets: SearchFacets
  /** For `FindRequest.after`; null on the last page. */
  readonly next: string | null
  /** Places typed; empty where none was. Given with the first page only. */
  readonly direct: readonly DirectHit[]
  readonly actors: readonly ActorHit[]
  /** The same text with a word as the texts write it, where one of them is in none: "did you mean". */
  readonly suggestion: string | null
  readonly notes: readonly FindNote[]
}

/** What fits what was begun to type, best first. */
export interface Suggestion {
  readonly kind: 'symbol' | 'title' | 'actor'
  /** What to show and to fill in. */
  readonly text: string
  readonly document: string | null
  readonly unit: string | null
  readonly actor: string | null
}

/** Search over paragraphs, titles, symbols and actors of the versions that stand, in six languages. */
export interface Search extends SavedSearches {
  /** Asks nobody's leave, changes nothing. Any text whatever gives a page; nothing is ever thrown for what was typed. */
  find(request: FindRequest): Promise<FoundPage>
  /** At most `limit` (8 unless told). */
  suggest(begun: string, limit?: number): Promise<readonly Suggestion[]>
  /**
   * Listener of `documents` and `mandates`: takes the standing version of a document into the index, in the transaction
   * that made it stand or read it anew. What stood of it before is found no more.
   */
  readonly take: VersionListener
  /** Documents that stand in the register and not in the index yet, while it is being filled: they are not found so far. */
  waiting(): Promise<number>
  /**
   * Takes in what was there before there was an index, a document at a time; stops where told to. How many were taken.
   */
  fill(options?: FillOptions): Promise<number>
  /** Makes fewer and larger segments of many small ones, as long as there is anything to do. */
  tidy(signal?: AbortSignal): Promise<void>
}

export interface FillOptions {
  readonly atMost?: number
  readonly signal?: AbortSignal
  /** Told after each document. */
  readonly progress?: (taken: number) => void
}
