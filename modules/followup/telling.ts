import type { IsoDate } from '#modules/calendar'
import type { NotAllowed, Visitor } from '#platform/access'
import type { Doer } from '#platform/manifest'
import type { Feed, FeedOf } from './feed.ts'
import type { Frequency, Reminder } from './reminders.ts'

/** How many letters were posted, and how many reminders stand in them. */
export interface Sent {
  readonly letters: number
  readonly reminders: number
}

/** Reminding, and what somebody may say about it. */
export interface Reminders {
  /** Who would be reminded of what on a day, were the letters sent now: the most pressing first. */
  remindersOn(on: IsoDate): Promise<readonly Reminder[]>
  /**
   * Act `followup.send-reminders`. Asks: a day and the address of the site. Does: posts one letter to each person who is
   * to be reminded, in their language, one a day, each with an entry of its own; each reminder once, whoever asks how
   * often. Who may: the program itself. Refusals: none.
   */
  sendReminders(
    by: Doer,
    options: { readonly on: IsoDate; readonly site: string; readonly signal?: AbortSignal },
  ): Promise<Sent>
  /** How often letters come to a person. */
  lettersOf(person: string): Promise<Frequency>
  /** Who the reader of a letter is, by the link that stood in it: they may say how often such letters come. */
  readerOf(token: string): Promise<Visitor | null>
  /** Act `followup.set-letters`: how often letters come. Who may: the person. */
  setLetters(by: Visitor, frequency: Frequency): Promise<{ readonly person: string } | NotAllowed>
}

/** Telling of sessions that were moved. */
export interface MovesTold {
  /**
   * Act `followup.tell-move`. Does: posts one letter to everybody concerned by what is due on other days since a session
   * was moved, with the old days, the new ones and the reason; each move once. Who may: the program itself.
   */
  tellMoves(by: Doer, options: { readonly site: string; readonly signal?: AbortSignal }): Promise<number>
}

/** Subscriptions: what is due and when, to be read by a calendar or a feed reader. */
export interface Feeds {
  /** Null where there is no such body, session, actor or secret address. */
  feed(of: FeedOf, language: string): Promise<Feed | null>
  /**
   * Act `followup.make-feed-address`. Does: makes a secret address for one's own feed, told this once; the one before no
   * longer leads anywhere. Who may: the person.
   */
  makeFeedAddress(by: Visitor): Promise<{ readonly key: string } | NotAllowed>
  /** Act `followup.end-feed-address`: nothing is found under it any more. Who may: the person. */
  endFeedAddress(by: Visitor): Promise<{ readonly ended: boolean } | NotAllowed>
  /** ISO instant at which a person's address was made; null where there is none. */
  feedAddress(person: string): Promise<string | null>
}
