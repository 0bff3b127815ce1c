import type { OfflineFormat, Unread } from '../offline.ts'
import type { Mark } from './mark.ts'
import type { Paper } from './paper.ts'
import type { Slot } from './slots.ts'

/** What stands in one place of a file. */
export interface FoundField {
  readonly code: string
  readonly slot: Slot
  readonly text: string
  /** Where in the file: `[q3]`, `Answers!D12`. */
  readonly place: string
  /** Of a row of one's own: which row of the file, told apart from all others. */
  readonly line: string | null
}

/** Everything in a file, with what nobody takes. */
export interface Found {
  readonly fields: readonly FoundField[]
  readonly unread: readonly Unread[]
}

/** A file that could be opened, before it is known which form it is. */
export interface Opened {
  readonly format: OfflineFormat
  readonly marks: readonly (Mark | 'changed')[]
  readonly unread: readonly Unread[]
  /** Reads it by the form it was made from. */
  find(paper: Paper): Found
}

/** How much of what stands there is told. */
const longestWritten = 300

export const unread = (
  code: Unread['code'],
  weight: Unread['weight'],
  more: Partial<Omit<Unread, 'code' | 'weight'>> = {},
): Unread => ({
  code,
  weight,
  question: more.question ?? null,
  place: more.place ?? null,
  asWritten: more.asWritten == null ? null : more.asWritten.toWellFormed().trim().slice(0, longestWritten),
  error: more.error ?? null,
  facts: more.facts ?? {},
})

export const refused = (code: Unread['code'], facts: Unread['facts'] = {}): Unread => unread(code, 'refused', { facts })

export const isUnread = (value: object): value is Unread => 'weight' in value
