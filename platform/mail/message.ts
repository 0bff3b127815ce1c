import type { NotAllowed, Permission, Visitor } from '#platform/access'
import type { Transaction } from '#platform/database'

/** A letter to one person. Plain text always; HTML beside it where it helps. */
export interface Letter {
  /** Names the letter once and for all: `sign-in:<hash>`, `digest:<person>:2013-02-01`. The same key again posts nothing. */
  readonly key: string
  /** One address without a name: `maria@example.org`. */
  readonly to: string
  /** BCP 47, of subject and text. */
  readonly language: string
  /** Line breaks become blanks, and what goes beyond 200 characters an ellipsis. */
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** Page at which such letters can be stopped. */
  readonly unsubscribe?: string
  /** Not delivered after this instant; three days from now where it is not given. */
  readonly until?: Date
  /** Holds a link that lets somebody in. Delivered before all others, and erased when it was delivered or is over. */
  readonly secret?: boolean
}

export type Posted =
  | { readonly state: 'posted' | 'known'; readonly id: string }
  | { readonly state: 'refused'; readonly code: 'bad-address' | 'too-large' }

export type LetterState = 'waiting' | 'sent' | 'failed'

/** What stands in the outbox about a letter. */
export interface OutboxEntry {
  readonly id: string
  readonly key: string
  readonly to: string
  readonly language: string
  readonly subject: string
  readonly secret: boolean
  readonly state: LetterState
  /** ISO instants. */
  readonly postedAt: string
  readonly until: string
  readonly sentAt: string | null
  readonly attempts: number
  /** Code of what went wrong last: `refused-550`, `ETIMEDOUT`, `over`. */
  readonly trouble: string | null
}

/** With its words; null once they were erased. */
export interface OutboxLetter extends OutboxEntry {
  readonly text: string | null
  readonly html: string | null
}

/** Letters are posted in the transaction of the act that causes them and delivered by a job; see `deliver.ts`. */
export interface Mail {
  /** Puts a letter into the outbox. It is delivered once `transaction` has committed, and never if that rolls back. */
  post(transaction: Transaction, letter: Letter): Promise<Posted>
  /** What became of letters, by their keys, for the room that posted them; one nobody posted is left out. */
  states(keys: readonly string[]): Promise<ReadonlyMap<string, LetterState>>
  /** Newest first, `before` an id to page on; at most 200. Who may: administrators, since letters hold links. */
  outbox(
    by: Visitor,
    options?: { readonly state?: LetterState; readonly before?: string; readonly limit?: number },
  ): Promise<readonly OutboxEntry[] | NotAllowed>
  /** One letter with its words. Who may: administrators. */
  letter(by: Visitor, id: string): Promise<OutboxLetter | NotAllowed | null>
}

/** The row of mail in the table of permissions. */
export const readOutbox: Permission = { act: 'mail.read-outbox', roles: ['administrator'] }

/** The most bytes of UTF-8 text and HTML together. */
export const largestLetter = 512 * 1024

/** How long a letter is tried at most. */
export const patience = 3 * 24 * 60 * 60_000

const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?'
const address = new RegExp(
  `^(?=.{3,254}$)(?=[^@]{1,64}@)[\\w!#$%&'*+/=?^\`{|}~-]+(?:\\.[\\w!#$%&'*+/=?^\`{|}~-]+)*@${label}(?:\\.${label})*$`,
  'u',
)

/** One address as RFC 5321 writes the common kind: no name, no quotes, no comments, nothing a header could break at. */
export const isMailAddress = (text: string): boolean => address.test(text)

/** A subject on one line, without characters no header may hold. */
export function subjectLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  const characters = [...line]
  return characters.length <= 200 ? line : `${characters.slice(0, 199).join('')}…`
}
