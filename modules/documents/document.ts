import type { Language, Outline, OutlineItem, OutlineUnit } from '@resolute/reader'
import type { FileRefusal } from '@resolute/reader/files'
import type { Database, Transaction } from '#platform/database'
import type { Doer } from '#platform/manifest'
import type { Comparing } from './compare.ts'

/** What the importer knows of a text besides its words. Everything may be missing. */
export interface DocumentFacts {
  /** Symbol or other id of the whole document: `E/RES/2012/19`, `E/2011/30`. Found in the text where it is null. */
  readonly symbol?: string | null
  readonly title?: string | null
  readonly adopted?: string | null
  /** Session that adopted it: `{ body: 'CCPCJ', number: 20 }`. */
  readonly session?: { readonly body: string; readonly number: number } | null
  readonly language?: Language
}

export interface Document {
  /** Stable address: `E/RES/2012/19`. */
  readonly id: string
  readonly title: string
  readonly adopted: string | null
  readonly session: { readonly body: string; readonly number: number } | null
  readonly units: number
  readonly paragraphs: number
  readonly version: number
  readonly importedAt: string
}

export interface DocumentVersion {
  readonly document: string
  /** 1, 2, ...; a file changed since gives the next version, nothing is overwritten. */
  readonly version: number
  readonly language: Language
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string
  readonly fileName: string
  readonly title: string
  readonly adopted: string | null
  readonly session: { readonly body: string; readonly number: number } | null
  readonly outline: Outline
}

/** One paragraph with its place: what a citation points at. */
export interface PlacedItem {
  readonly document: string
  readonly unit: OutlineUnit
  readonly item: OutlineItem
}

export interface ImportRequest {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly facts?: DocumentFacts
  readonly by: Doer
  /** One of a published collection: taken also where it holds no resolution, as reports, letters and statements do not. */
  readonly published?: boolean
  /** Largest file taken, in bytes; `largestFile` where it is not given. */
  readonly limit?: number
}

/** Why a file was refused; put into words by `documents.refusal.<code>`. */
export type ImportRefusal = FileRefusal | { readonly code: 'no-resolution' }

export type ImportResult =
  | {
      /** `other-language`: a text known in one language came in another, and stands beside it (decision 008). */
      readonly state: 'imported' | 'new-version' | 'other-language'
      readonly document: string
      readonly version: number
      readonly facts: Readonly<Record<string, number | string>>
    }
  | { readonly state: 'unchanged'; readonly document: string; readonly version: number }
  | { readonly state: 'refused'; readonly refusal: ImportRefusal }

/** Called inside the import's own transaction by modules to the right; returns figures and seals for the ledger entry. */
export type VersionListener = (
  transaction: Transaction,
  version: DocumentVersion,
) => Promise<Readonly<Record<string, number | string>>>

export interface Documents extends Comparing {
  /**
   * Act `documents.import-text`. Asks: a file's name and bytes, what is known of it, who brings it. Does: reads the text,
   * then in one transaction keeps document, version and items, lets the rooms to the right read it, and writes one ledger
   * entry with the figures; the same bytes and facts again change nothing, others make the next version; in another
   * language than the one that leads it stands beside it, and the rooms to the right are not told. Who may: whoever
   * runs the command line, and the program for its samples. Refusals: `ImportRefusal`; nothing is kept then.
   */
  importText(request: ImportRequest): Promise<ImportResult>
  /** Listeners run in the order they were added; one that throws takes the whole import with it. */
  onVersion(listener: VersionListener): void
  /** What stands; inside a transaction, as that sees it. */
  list(from?: Database): Promise<readonly Document[]>
  document(id: string, from?: Database): Promise<{ document: Document; version: DocumentVersion } | null>
  /** Languages a text stands in; the first one leads: what the text asks is read from it. */
  languages(id: string): Promise<readonly Language[]>
  /** The version that stands in a language; null where there is none. */
  languageVersion(id: string, language: Language): Promise<DocumentVersion | null>
  /** Newest first, in all languages. */
  versions(
    id: string,
  ): Promise<readonly { version: number; language: Language; sha256: string; fileName: string; importedAt: string }[]>
  /** The bytes as received, of the version that stands unless another is named. */
  original(id: string, version?: number): Promise<{ fileName: string; bytes: Uint8Array } | null>
  /** Where a citation points: the paragraph of that path in the version that stands. */
  item(document: string, unit: string, path: string): Promise<PlacedItem | null>
}
