import type { Language } from '@resolute/reader'

/** A file given as an answer, kept by its content. */
export interface AnswerFile {
  readonly sha256: string
  readonly name: string
  readonly type: string
  readonly size: number
}

/** Said instead of an answer. */
export const notes = ['no_information', 'not_applicable'] as const
export type AnswerNote = (typeof notes)[number]

/** A row of a table: of the form where it gives rows, else one's own. Cells by the id of their column. */
export interface AnswerRow {
  readonly row: string | null
  readonly cells: Readonly<Record<string, string>>
}

/** What was said on one paragraph of a text. */
export interface Comment {
  readonly path: string
  readonly text: string
  /** Words proposed in the place of the paragraph's. */
  readonly proposal: string | null
}

/** An answer to one question, told apart by `kind` as the questions are. Free text carries its language. */
export type Answer =
  | { readonly kind: 'text'; readonly text: string; readonly language: Language }
  | { readonly kind: 'choice'; readonly option: string | null; readonly other: string | null }
  | { readonly kind: 'several'; readonly options: readonly string[]; readonly other: string | null }
  /** In plain decimal notation, `1234.50`: as exact as it was given. */
  | { readonly kind: 'number'; readonly number: string }
  /** ISO day. */
  | { readonly kind: 'date'; readonly day: string }
  | { readonly kind: 'table'; readonly rows: readonly AnswerRow[] }
  | { readonly kind: 'file'; readonly files: readonly AnswerFile[] }
  | { readonly kind: 'comments'; readonly comments: readonly Comment[]; readonly language: Language }
  | { readonly kind: 'note'; readonly note: AnswerNote }

/** Answers by the id of their question. */
export type Answers = Readonly<Record<string, Answer>>

/**
 * What came from a page, a file or a program for one question, before it is checked: strings as people write them.
 * Every channel gives this, and one rule reads it (`readAnswer`).
 */
export interface GivenAnswer {
  readonly note?: string | null
  readonly text?: string
  /** Of a choice, one; ids or labels in any of the six languages. */
  readonly options?: readonly string[]
  readonly other?: string
  readonly rows?: readonly { readonly row: string | null; readonly cells: Readonly<Record<string, string>> }[]
  readonly files?: readonly AnswerFile[]
  readonly comments?: readonly { readonly path: string; readonly text: string; readonly proposal?: string }[]
}
