import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/index.ts'

interface Asked {
  readonly q: string
  readonly kind: 'and' | 'phrase'
}
interface Row {
  readonly key: string
  readonly text: string
}

/** SQLite FTS5 in memory. */
export function sqliteOf(database: DatabaseSync) {
  database.exec(`create virtual table texts using fts5(text, key unindexed, tokenize = 'porter unicode61')`)
  const insert = database.prepare('insert into texts (text, key) values (?, ?)')
  const first = database.prepare('select rowid, rank from texts where texts match ? order by rank limit 20')
  const page = database.prepare(`
    select key, rank, text, snippet(texts, 0, '[', ']', '…', 40) from texts where texts match ? order by rank limit 20`)
  const count = database.prepare('select count(*) as n from texts where texts match ?')
  const every = database.prepare('select key from texts where texts match ?')
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const asFts = ({ q, kind }: Asked) => (kind === 'phrase' ? quoted(q) : q.split(/\s+/).map(quoted).join(' '))
  return {
    add(rows: readonly Row[]) {
      database.exec('begin')
      for (const { key, text } of rows) insert.run(text, key)
      database.exec('commit')
    },
    first: (asked: Asked) => first.all(asFts(asked)),
    page: (asked: Asked) => [count.all(asFts(asked)), page.all(asFts(asked))],
    keys: (asked: Asked) => new Set(every.all(asFts(asked)).map(({ key }) => String(key))),
  }
}

/** Full text of PostgreSQL, ranked. */
export async function fullTextOf(database: Database) {
  await sql`create table public.peer (id bigserial primary key, key text not null, text text not null,
    words tsvector not null)`.execute(database)
  const asked = ({ q, kind }: Asked) =>
    kind === 'phrase' ? sql`phraseto_tsquery('english', ${q})` : sql`plainto_tsquery('english', ${q})`
  return {
    async add(rows: readonly Row[]) {
      await sql`
        insert into public.peer (key, text, words)
        select row.key, row.text, to_tsvector('english', row.text)
        from unnest(${rows.map(({ key }) => key)}::text[], ${rows.map(({ text }) => text)}::text[]) as row (key, text)`.execute(
        database,
      )
    },
    ready: () => sql`create index peer_words on public.peer using gin (words)`.execute(database),
    first: (query: Asked) =>
      sql`
        select id, ts_rank(words, query) as rank from public.peer, ${asked(query)} as query
        where words @@ query order by rank desc limit 20`.execute(database),
    page: (query: Asked) =>
      sql`
        with hits as materialized (
          select id, ts_rank(words, query) as rank from public.peer, ${asked(query)} as query where words @@ query),
        first as (select * from hits order by rank desc limit 20)
        select p.key, p.text, ts_headline('english', p.text, ${asked(query)}) as snippet, (select count(*) from hits) as n
        from first join public.peer p on p.id = first.id order by first.rank desc`.execute(database),
    async keys(query: Asked) {
      const { rows } = await sql<{ key: string }>`
        select key from public.peer where words @@ ${asked(query)}`.execute(database)
      return new Set(rows.map(({ key }) => key))
    },
  }
}

/** How long something took: milliseconds. */
export interface Took {
  readonly wall: number
  readonly cpu: number
}

/**
 * MiniSearch from `bench/.peers`, or null where nobody put it there: whole words without stems, and all words of a phrase
 * wherever they stand, since it knows neither.
 */
export function miniSearchOf() {
  if (!existsSync(new URL('../.peers/node_modules/minisearch/', import.meta.url))) return null
  const child = fork(new URL('minisearch.ts', import.meta.url), { serialization: 'advanced' })
  const ask = async (message: object): Promise<Took> => {
    child.send(message)
    const [answer] = await once(child, 'message')
    return answer as Took
  }
  return {
    add: (rows: readonly Row[]) => ask({ rows }),
    first: ({ q }: Asked) => ask({ text: q }),
    close: () => child.disconnect(),
  }
}
