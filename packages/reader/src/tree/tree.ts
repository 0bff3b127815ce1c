import type { Language } from '../languages.ts'
import type { Note } from '../notes.ts'

/** The text as drafted. Names follow AKN4UN (`field.md` section 5). JSON-able. */
export interface DocumentTree {
  readonly type: 'document'
  readonly source: string | null
  readonly language: Language
  readonly notes: readonly Note[]
}
