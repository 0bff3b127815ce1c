import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '#modules/ledger'
import type { Actor } from './actor.ts'

/** SHA-256 of the actors as canonical JSON: the same rows give the same digest, whatever the order of their fields. */
export function digestOf(actors: readonly Actor[]): string {
  return createHash('sha256')
    .update(canonicalJson(actors as unknown as Json))
    .digest('hex')
}
