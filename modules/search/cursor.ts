import { z } from 'zod'
import type { FindRequest } from './search.ts'

/** Where a hit stands among all: compared number by number, the larger first but for its place in the document. */
export type Rank = readonly [score: number, day: number, entry: number, n: number]

const whole = z.int().min(-1e15).max(1e15)
const shape = z.tuple([z.string().max(20), z.tuple([whole, whole, whole, whole])])

export const writeCursor = (request: FindRequest, rank: Rank): string =>
  Buffer.from(JSON.stringify([marked(request), rank])).toString('base64url')

/** Null for anything this program did not write, or wrote for another search. */
export function readCursor(text: string | undefined, request: FindRequest): Rank | null {
  if (text === undefined || text.length > 400) return null
  try {
    const [mark, rank] = shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return mark === marked(request) ? rank : null
  } catch {
    return null
  }
}

/** Tells one search from another; FNV-1a, since nothing hangs on it but a page number. */
function marked({ text, language, order, filter = {} }: FindRequest): string {
  const { body, kind, language: of, from, to, actor, document } = filter
  const all = JSON.stringify([
    text.slice(0, 1000),
    language,
    order ?? 'best',
    body,
    kind,
    of,
    from,
    to,
    actor,
    document,
  ])
  let hash = 0x811c9dc5
  for (let i = 0; i < all.length; i++) hash = Math.imul(hash ^ all.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** Whether a hit comes before another. */
export function comesBefore(a: Rank, b: Rank): boolean {
  if (a[0] !== b[0]) return a[0] > b[0]
  if (a[1] !== b[1]) return a[1] > b[1]
  if (a[2] !== b[2]) return a[2] > b[2]
  return a[3] < b[3]
}
