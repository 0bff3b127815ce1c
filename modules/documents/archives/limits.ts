/** What an archive may hold and grow to. A collection of the United Nations has some thousand texts and grows tenfold. */
export const archiveLimits = {
  /** Archives within archives. */
  depth: 3,
  /** Entries of one archive, those within archives in it and lines of a collection among them. */
  entries: 1_000_000,
  /** Entries that cannot be taken: beyond that it is not the archive somebody meant. */
  refused: 1_000,
  /** How many times its packed size it may grow to, once it is larger than `ratioFrom` bytes. */
  ratio: 250,
  ratioFrom: 4 * 1024 * 1024,
  /** The same for all entries of an archive together, which may lie over each other. */
  ratioFromTogether: 64 * 1024 * 1024,
} as const

/** Why an archive, or an entry of one, is not read. */
export type ArchiveRefusal =
  /** Broken, cut off, or no archive of that form. */
  | { readonly code: 'archive-damaged' }
  | { readonly code: 'archive-expands'; readonly limit: number }
  | { readonly code: 'archive-entries'; readonly limit: number }
  | { readonly code: 'archive-depth'; readonly limit: number }
  | { readonly code: 'entry-encrypted' }
  /** Packed in a way that is not read. */
  | { readonly code: 'entry-method' }

/** Thrown where bytes are read, far from where it is told; never leaves `texts-in.ts`. */
export class Unreadable extends Error {
  readonly refusal: ArchiveRefusal
  constructor(refusal: ArchiveRefusal, cause?: unknown) {
    super(refusal.code, { cause })
    this.refusal = refusal
  }
}

/** Throws where something packed grew beyond every measure. */
export function checkGrowth(grown: number, packed: number, from: number = archiveLimits.ratioFrom): void {
  const { ratio } = archiveLimits
  if (grown > from && grown > packed * ratio) throw new Unreadable({ code: 'archive-expands', limit: ratio })
}

export type Bytes = AsyncIterable<Uint8Array>

/** A file in an archive. Its name is shown and never becomes a path on a disk. */
export interface Entry {
  readonly name: string
  /** Bytes it takes in the archive. */
  readonly packed: number
  /** Its bytes; of an archive that is read from front to back only before the next entry is asked for. */
  open(): Bytes
}
