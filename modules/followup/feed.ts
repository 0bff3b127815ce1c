import type { IsoDate } from '#modules/calendar'

/** One thing in a feed: a session, a deadline of procedure, something due, or the news of a move. */
export interface FeedItem {
  readonly kind: 'session' | 'deadline' | 'due' | 'move'
  /** Never changes for the same thing, whatever becomes of its days. */
  readonly id: string
  readonly title: string
  readonly text: string
  /** Path on the site. */
  readonly address: string
  /** First and last day. */
  readonly from: IsoDate
  readonly to: IsoDate
  /** ISO instant at which it came to stand as it does. */
  readonly updated: string
  /** How often its days were changed. */
  readonly sequence: number
}

/** What somebody subscribes to, in the order of the days. */
export interface Feed {
  /** Never changes for the same subscription; without secrets. */
  readonly id: string
  readonly title: string
  readonly language: string
  /** The page that shows the same. */
  readonly address: string
  readonly items: readonly FeedItem[]
}

/** What a feed is of. `person` is known by its secret address only. */
export type FeedOf =
  | { readonly of: 'everything' }
  | { readonly of: 'body'; readonly body: string }
  | { readonly of: 'session'; readonly body: string; readonly session: number }
  | { readonly of: 'actor'; readonly actor: string }
  | { readonly of: 'person'; readonly key: string }
