import type { Search } from '../../modules/search/index.ts'
import type { fullTextOf, sqliteOf } from './peers.ts'

interface Asked {
  readonly q: string
  readonly kind: 'and' | 'phrase'
}
interface Engines {
  readonly rooms: { readonly search: Search }
  readonly sqlite: ReturnType<typeof sqliteOf>
  readonly fullText: Awaited<ReturnType<typeof fullTextOf>>
}

/** At most so many hits are fetched to be compared. */
const most = 20_000

/** How far the hits are the same: what both have over what either has, for each query and in the middle. */
export async function agreement(queries: readonly Asked[], { rooms, sqlite, fullText }: Engines): Promise<string[]> {
  const shares = { fts5: [] as number[], tsvector: [] as number[] }
  const lines: string[] = []
  for (const asked of queries) {
    const own = await keysOf(rooms.search, asked)
    if (own === null) continue
    const peers = { fts5: sqlite.keys(asked), tsvector: await fullText.keys(asked) }
    for (const name of ['fts5', 'tsvector'] as const) {
      const both = [...own].filter((key) => peers[name].has(key)).length
      const either = own.size + peers[name].size - both
      const share = either === 0 ? 1 : both / either
      shares[name].push(share)
      if (share < 0.95) {
        lines.push(`  ${asked.q}: ours ${own.size}, ${name} ${peers[name].size}, both ${both}`)
      }
    }
  }
  const mean = (all: readonly number[]) => ((100 * all.reduce((sum, n) => sum + n, 0)) / all.length).toFixed(1)
  const same = (all: readonly number[]) => all.filter((share) => share === 1).length
  const head = (['fts5', 'tsvector'] as const).map((name) => {
    const all = shares[name]
    return `same hits as ${name}: ${mean(all)} % on average, exactly the same for ${same(all)} of ${all.length} queries; below 95 %:`
  })
  return [...head, ...lines]
}

/** Every hit by its key, page after page; null where there are too many. Hits that lack a word count for none. */
async function keysOf(search: Search, { q, kind }: Asked): Promise<Set<string> | null> {
  const keys = new Set<string>()
  const text = kind === 'phrase' ? `"${q}"` : q
  let after: string | undefined
  for (;;) {
    const page = await search.find({ text, order: 'newest', limit: 100, after })
    if (page.total > most) return null
    if (page.notes.some(({ code }) => code === 'not-all-words')) return keys
    for (const { document, n } of page.hits) keys.add(`${document}#${n}`)
    if (page.next === null) return keys
    after = page.next
  }
}
