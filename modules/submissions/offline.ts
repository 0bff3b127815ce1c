import type { Language } from '@resolute/reader'
import type { FieldError } from './refusal.ts'

export const offlineFormats = ['docx', 'xlsx', 'html'] as const
export type OfflineFormat = (typeof offlineFormats)[number]

/** What could not be read in a file, or only in part; in words: `submissions.brought.<code>`. Never a sentence. */
export interface Unread {
  readonly code: /** Not a Word, Excel or HTML file, cut off, or not one of ours. */
    | 'no-such-format'
    | 'damaged'
    | 'too-large'
    | 'not-our-form'
    /** Made for another call, another invitation, or a version of the form that was replaced. */
    | 'other-call'
    | 'other-invitee'
    | 'other-version'
    /** Macros and other active parts are never run; the file is read without them and says so, or refused. */
    | 'macros'
    /** A question of the form has no place in the file, a place of the file no question in the form, or has two. */
    | 'question-gone'
    | 'question-unknown'
    | 'question-twice'
    | 'column-gone'
    | 'column-unknown'
    | 'row-unknown'
    | 'paragraph-unknown'
    /** Some places of a question are missing from the file; `places` says which. What is there was read. */
    | 'part-gone'
    /** Words that were written outside of every answer. */
    | 'words-outside'
    /** The answer is not one this question takes: why stands in `error`. */
    | 'not-taken'
    /** Changes were tracked: what was inserted counts, what was deleted does not. */
    | 'tracked'
    /** A cell holds a formula: what it showed was taken. */
    | 'formula'
    /** Files cannot come inside this one: they are added online. */
    | 'files-online'
  /** `refused`: nothing was taken; `left`: this part was not; `look`: taken, but somebody should look. */
  readonly weight: 'refused' | 'left' | 'look'
  /** Id of the question; null: the file. */
  readonly question: string | null
  /** Where in the file: "B12", "page 3, second table". Null where it has no place. */
  readonly place: string | null
  /** As it stands there, at most 300 characters. */
  readonly asWritten: string | null
  readonly error: FieldError | null
  readonly facts: Readonly<Record<string, string | number>>
}

/** What became of a file that was read back in. Complete: every place of the file and every question is told. */
export interface BroughtReport {
  readonly format: OfflineFormat | null
  readonly version: number | null
  readonly language: Language | null
  /**
   * Ids of the questions whose answers were taken, and of those left empty in the file: there what stood before stays. A
   * question in neither has an entry of weight `left`; every question is in exactly one of the three.
   */
  readonly taken: readonly string[]
  readonly empty: readonly string[]
  /** Taken, where another answer stood before: it is kept in an earlier hand. */
  readonly replaced: readonly string[]
  readonly unread: readonly Unread[]
  readonly refused: boolean
}

/** A file as it is brought. */
export interface Bring {
  readonly name: string
  readonly bytes: Uint8Array
}
