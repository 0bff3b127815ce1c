import { createHash } from 'node:crypto'
import { type Outline, outlineOf } from '@resolute/reader'
import { readFile } from '@resolute/reader/files'
import type { ImportRefusal, ImportRequest } from './document.ts'
import { adoptable } from './identity.ts'

/** Largest file taken where nobody says otherwise: 20 MB, some hundred times the longest report of a session. */
export const largestFile = 20_000_000

/** A text as read, with the fingerprint of its bytes. */
export interface Prepared {
  readonly outline: Outline
  readonly sha256: string
}

/** SHA-256 of bytes, hex. */
export const fingerprintOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Everything about a file that needs no database: its form, limits, reading. */
export async function prepare(request: ImportRequest, sha256: string): Promise<Prepared | ImportRefusal> {
  const { bytes, fileName, facts, published = false, limit = largestFile } = request
  const read = await readFile(bytes, { name: fileName, language: facts?.language, limit })
  if ('refusal' in read) return read.refusal
  const outline = outlineOf(read.tree)
  if (!published && !outline.units.some(adoptable)) return { code: 'no-resolution' }
  return { outline, sha256 }
}
