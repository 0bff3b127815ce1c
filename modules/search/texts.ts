import type { Chosen } from './choosing.ts'
import type { PageRow } from './store-page.ts'

/** Bytes of texts kept in memory, at most. */
const mostBytes = 32 * 2 ** 20

/**
 * Paragraphs shown before. What is kept of an entry never changes: whatever becomes of a text, its titles or its
 * mandates, it gets another entry, in the same transaction. The one shown longest ago goes first.
 */
export function openTexts(budget = mostBytes) {
  const kept = new Map<string, PageRow>()
  let weight = 0
  return {
    of(hit: Chosen): PageRow | undefined {
      const key = keyOf(hit)
      const row = kept.get(key)
      if (row === undefined) return undefined
      kept.delete(key)
      kept.set(key, row)
      return row
    },
    /** Of a hit that is known to stand. */
    keep(hit: Chosen, row: PageRow): void {
      const key = keyOf(hit)
      if (kept.has(key)) return
      kept.set(key, row)
      weight += weightOf(row)
      for (const [oldest, dropped] of kept) {
        if (weight <= budget) break
        kept.delete(oldest)
        weight -= weightOf(dropped)
      }
    },
  }
}

const keyOf = ({ rank: [, , entry, n] }: Chosen): string => `${entry} ${n}`

/** About: two bytes a character, and what a row takes besides. */
const weightOf = ({ text, documentTitle, unitTitle }: PageRow): number =>
  2 * (text.length + documentTitle.length + (unitTitle?.length ?? 0)) + 400
