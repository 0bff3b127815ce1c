import type { ArchiveRefusal } from './archives/limits.ts'
import type { DocumentFacts, ImportRefusal } from './document.ts'

/** A text found in what was named: a file, an entry of an archive, a line of a collection. */
export interface FoundText {
  /** As it is told to people: `texts.zip: inner/name.txt`, `x.jsonl.gz, line 17`. */
  readonly place: string
  readonly fileName: string
  readonly bytes: Uint8Array
  /** What is known of it besides its words, where it stands. */
  readonly facts: DocumentFacts
  /** Of a published collection: taken whatever it holds. */
  readonly published: boolean
}

/** Why something that was named gives no text; put into words by `documents.refusal.<code>`. */
export type FoundRefusal =
  | ImportRefusal
  | ArchiveRefusal
  | { readonly code: 'empty-folder' }
  | { readonly code: 'empty-archive' }
  | { readonly code: 'bad-sidecar'; readonly sidecar: string }
  | { readonly code: 'not-json' }
  | { readonly code: 'not-published' }
  /** The same document stands further up in the same collection. */
  | { readonly code: 'symbol-twice'; readonly symbol: string; readonly line: number }
  /** So much of an archive is refused that it is read no further. */
  | { readonly code: 'too-many-refused'; readonly limit: number }
  /** A trouble of the machine, in words already. */
  | { readonly code: 'trouble'; readonly words: string }

export interface FoundNothing {
  readonly place: string
  readonly refusal: FoundRefusal
}

export type Found = FoundText | FoundNothing
