import { z } from 'zod'
import type { ObligationFilter } from './obligation.ts'

type Sort = NonNullable<ObligationFilter['sort']>

/** Where a page ended: the sort it belongs to, the value sorted by, and the row's key. */
export interface Cursor {
  readonly sort: Sort
  /** Document, first due date (empty: none) or actor's name. */
  readonly value: string
  readonly key: string
}

/** PostgreSQL stores no U+0000, so no page ended at one. */
const value = z
  .string()
  .max(1000)
  .refine((text) => !text.includes('\u0000'))

const shape = z.tuple([z.enum(['text', 'due', 'actor']), value, z.string().regex(/^\d{1,18}$/)])

export function writeCursor({ sort, value, key }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, value, key])).toString('base64url')
}

/** Null for anything this program did not write, or wrote for another order. */
export function readCursor(text: string, sort: Sort): Cursor | null {
  if (text.length > 4000) return null
  try {
    const [written, value, key] = shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    if (written !== sort || (sort === 'due' && value !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(value))) return null
    return { sort, value, key }
  } catch {
    return null
  }
}
