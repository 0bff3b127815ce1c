import type { Readable } from 'node:stream'

/** A file that is kept. Refer to it from a table with a foreign key on `files.files (sha256)`: so it is not swept. */
export interface KeptFile {
  /** Hexadecimal; the same bytes are kept once. */
  readonly sha256: string
  readonly size: number
  /** Media type by its own bytes; `text/plain` for UTF-8 text of any kind, `application/octet-stream` for all else. */
  readonly type: string
}

export type Put =
  | { readonly state: 'kept'; readonly file: KeptFile }
  | { readonly state: 'too-large'; readonly limit: number }

/** What is wrong with the store. */
export interface FileFault {
  readonly sha256: string
  readonly code: 'missing' | 'changed'
}

/** Where the bytes of uploaded files stand. A row never refers to a file that is not there: file first, row after. */
export interface Files {
  /**
   * Keeps what a stream holds, flushed to the disk before it answers. Beyond `limit` bytes nothing is kept. Put a file
   * first, then refer to it in the transaction of the act; one nobody refers to within a day is swept.
   */
  put(content: AsyncIterable<Uint8Array>, options: { readonly limit: number }): Promise<Put>
  /** What is known of a file, or null. */
  file(sha256: string): Promise<KeptFile | null>
  /** The bytes, or null where no such file is kept. */
  read(sha256: string): Promise<{ readonly file: KeptFile; readonly content: Readable } | null>
  /** Reads every file that is kept and compares it with its name. */
  verify(): AsyncIterable<FileFault>
  /** Drops what nobody has referred to for a day, and what a broken-off put left. Returns how many files went. */
  sweep(): Promise<number>
}
