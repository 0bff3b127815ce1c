import { createHash } from 'node:crypto'
import { type Outline, outlineOf, readText } from '@resolute/reader'
import { decodeText } from '@resolute/reader/files'
import type { ImportRefusal, ImportRequest } from './document.ts'
import { adoptable } from './identity.ts'

/** Largest file taken where nobody says otherwise: 20 MB, some hundred times the longest report of a session. */
export const largestFile = 20_000_000

/** A text as read, with the fingerprint of its bytes. */
export interface Prepared {
  readonly outline: Outline
  readonly sha256: string
}

/** Everything about a file that needs no database: decoding, limits, reading. */
export function prepare({ bytes, fileName, facts, limit = largestFile }: ImportRequest): Prepared | ImportRefusal {
  const decoded = decodeText(bytes, limit)
  if ('refusal' in decoded) return decoded.refusal
  const outline = outlineOf(readText(decoded.text, { source: fileName, language: facts?.language }))
  if (!outline.units.some(adoptable)) return { code: 'no-resolution' }
  return { outline, sha256: createHash('sha256').update(bytes).digest('hex') }
}
