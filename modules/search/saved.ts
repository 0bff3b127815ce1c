import type { NotAllowed, Visitor } from '#platform/access'
import type { AtomFeed } from '#platform/feeds'
import type { FindRequest } from './request.ts'

/** What is asked, apart from the page of it. */
export type SearchAsked = Pick<FindRequest, 'text' | 'order' | 'filter'>

/** A search somebody keeps under a name. Nobody else sees it. */
export interface SavedSearch {
  readonly id: string
  readonly name: string
  readonly asked: SearchAsked
  /** ISO instant. */
  readonly savedAt: string
  /** ISO instant at which its secret address was made; null where it has none. */
  readonly feedSince: string | null
}

/** The most one person keeps, and the longest text kept. */
export const limits = { searches: 100, text: 1000, name: 200 } as const

/** Why a search was not kept; put into words by `search.refused.<code>`. */
export interface SavedRefusal {
  readonly refused: 'nothing-asked' | 'too-long' | 'bad-name' | 'name-taken' | 'too-many' | 'no-such-search'
}

/** What a feed is of. `saved` is known by its secret address only. */
export type SearchFeedOf =
  | { readonly of: 'search'; readonly asked: SearchAsked }
  | { readonly of: 'saved'; readonly key: string }

export interface SavedSearches {
  /** One's own, by name; none for the public. */
  saved(by: Visitor): Promise<readonly SavedSearch[]>
  /**
   * Act `search.save`. Asks: a name, which is the text asked where it is empty, and what was asked. Does: keeps it for
   * the person. The ledger tells that a search was kept, not which. Who may: everybody signed in. Refusals:
   * `nothing-asked`, `too-long`, `bad-name`, `name-taken`, `too-many`.
   */
  save(
    by: Visitor,
    search: { readonly name: string; readonly asked: SearchAsked },
  ): Promise<{ readonly saved: string } | SavedRefusal | NotAllowed>
  /** Act `search.remove`: it is kept no longer, and its address leads nowhere. Who may: the person. */
  remove(by: Visitor, saved: string): Promise<{ readonly saved: string } | SavedRefusal | NotAllowed>
  /**
   * Act `search.make-feed-address`. Does: makes a secret address for the feed of one saved search, told this once; the
   * one before no longer leads anywhere. Who may: the person. Refusals: `no-such-search`.
   */
  makeFeedAddress(by: Visitor, saved: string): Promise<{ readonly key: string } | SavedRefusal | NotAllowed>
  /** Act `search.end-feed-address`: nothing is found under it any more. Who may: the person. */
  endFeedAddress(by: Visitor, saved: string): Promise<{ readonly ended: boolean } | SavedRefusal | NotAllowed>
  /** The newest paragraphs found, for a feed reader; null where nothing stands under a secret address. */
  feed(of: SearchFeedOf, language: string): Promise<AtomFeed | null>
}
