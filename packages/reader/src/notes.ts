/**
 * What was unclear while a text was read. A note is never a sentence: it is put into words by whoever shows it,
 * in the reader's language. The text itself is never an error.
 */
export interface Note {
  /** What was noticed, `kebab-case`, for example `footnote-without-text`. */
  readonly code: string
  readonly severity: 'info' | 'warning'
  readonly place: Place | null
  /** Values the words need, for example `{ mark: '53' }`. */
  readonly facts: Readonly<Record<string, string | number | boolean>>
}

/** Where something stands in the source text. Lines count from 1; offsets are UTF-16 code units from 0, end exclusive. */
export interface Place {
  readonly line: number
  readonly start: number
  readonly end: number
}
