import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '#modules/ledger'
import type { CalendarRows } from './rows.ts'

/** SHA-256 of a calendar as canonical JSON. The order of sessions and windows, which says nothing, does not count. */
export function digestOf(rows: CalendarRows): string {
  const inOrder = <T>(list: readonly T[]) => list.map((row) => canonicalJson(row as unknown as Json)).sort()
  const { bodies, sessions, windows, deadlines } = rows
  const content = { bodies, sessions: inOrder(sessions), windows: inOrder(windows), deadlines }
  return createHash('sha256')
    .update(canonicalJson(content as unknown as Json))
    .digest('hex')
}
