/**
 * How fast a search is beside others that give the same hits, for the 50 queries of `../shared/corpus/queries.json`, in
 * one interleaved run: each query by each engine in turn, the order changing from round to round.
 *
 * - `ours`: the keys of the first twenty, with the exact total and facets.
 * - `ours page`: `find`, everything it gives: those, with text, marks and snippet of the twenty.
 * - `fts5`: SQLite FTS5 of this Node, Porter stems, ranked by BM25: the keys of the first twenty, nothing else.
 * - `tsvector`: the same PostgreSQL, GIN and `ts_rank`: the keys of the first twenty, nothing else.
 * - `fts5 page`, `tsvector page`: the same with the exact total and text and snippet of the twenty, but no facets.
 * - `minisearch`: its hits with their scores, where it was put into `bench/.peers` (see below), at 1x alone: in the memory
 *   of a process of its own, whole words without stems, and all words of a phrase wherever they stand.
 *
 * What is one engine has one index: each ranks before it gives its page, or behind, as the rounds turn.
 *
 * CPU is that of this process and of the backends of the database together (Linux). The tenfold corpus has a few words
 * of each paragraph swapped for others of the corpus.
 *
 *   node bench/searching.ts [times=1] [rounds=10] [documents]
 */
import { existsSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { migrationSources, openRooms } from '../modules/modules.ts'
import { openFinding } from '../modules/search/finding.ts'
import { openIndex } from '../modules/search/opened.ts'
import { openStems } from '../modules/search/store-stems.ts'
import { corpusTexts, type LoadedText, loadTexts } from '../modules/search/testing/store-load.ts'
import { serveTests, testDatabase, testPlatform } from '../platform/testing/index.ts'
import { agreement } from './searching/agreement.ts'
import { backends, cpuOf, figures } from './searching/figures.ts'
import { fullTextOf, miniSearchOf, sqliteOf, type Took } from './searching/peers.ts'
import { swapped } from './searching/swapped.ts'

const [times = 1, rounds = 10, documents = Number.POSITIVE_INFINITY] = process.argv.slice(2).map(Number)
const say = (line: string) => void process.stdout.write(`${line}\n`)
const corpus = new URL('../../shared/corpus/', import.meta.url)
if (!existsSync(corpus)) {
  say('searching: ../shared/corpus is not there; nothing to measure.')
  process.exit(0)
}

interface Asked {
  readonly q: string
  readonly kind: 'and' | 'phrase'
}
const queries = JSON.parse(readFileSync(new URL('queries.json', corpus), 'utf8')) as readonly Asked[]

const stop = await serveTests(fileURLToPath(new URL('../', import.meta.url)), migrationSources)
const tests = await testDatabase()
const { database } = tests
const rooms = openRooms(testPlatform({ database, now: () => new Date('2026-11-22T09:00:00Z') }))
const stems = openStems()
const sqlite = sqliteOf(new DatabaseSync(''))
const fullText = await fullTextOf(database)
const mini = times === 1 ? miniSearchOf() : null
if (!mini && times > 1) say('minisearch: left out above 1x')
else if (!mini) {
  say('minisearch: missing, left out. To put it beside: npm i --ignore-scripts --prefix bench/.peers minisearch')
}

let paragraphs = 0
const spent = { ours: 0, fts5: 0, tsvector: 0 }
async function load(texts: readonly LoadedText[]): Promise<void> {
  const marks = [performance.now()]
  await loadTexts(database, stems, texts)
  marks.push(performance.now())
  const rows = texts.flatMap(({ document, items }) => items.map(({ text }, n) => ({ key: `${document}#${n}`, text })))
  paragraphs += rows.length
  sqlite.add(rows)
  marks.push(performance.now())
  await fullText.add(rows)
  marks.push(performance.now())
  await mini?.add(rows)
  spent.ours += marks[1]! - marks[0]!
  spent.fts5 += marks[2]! - marks[1]!
  spent.tsvector += marks[3]! - marks[2]!
}
let batch: LoadedText[] = []
for (let time = 0; time < times; time++) {
  let taken = 0
  for await (const text of corpusTexts(new URL('paragraphs.jsonl.gz', corpus))) {
    if (++taken > documents) break
    batch.push(time === 0 ? text : swapped(text, time))
    if (batch.length < 64) continue
    await load(batch)
    batch = []
  }
  say(`${time + 1}x read`)
}
await load(batch)
await rooms.search.tidy()
await fullText.ready()
await sql`vacuum analyze`.execute(database)
say(
  `paragraphs: ${paragraphs}; seconds to fill: ${JSON.stringify(spent, (_, v) => (typeof v === 'number' ? Math.round(v / 1000) : v))}`,
)

const finding = openFinding({ database, parties: rooms.parties, stems, opened: openIndex(database, stems) })
const textOf = ({ q, kind }: Asked) => (kind === 'phrase' ? `"${q}"` : q)
const engines = {
  ours: (asked: Asked) => finding.rank({ text: textOf(asked) }),
  'ours page': (asked: Asked) => finding.find({ text: textOf(asked) }),
  fts5: async (asked: Asked) => sqlite.first(asked),
  'fts5 page': async (asked: Asked) => sqlite.page(asked),
  tsvector: (asked: Asked) => fullText.first(asked),
  'tsvector page': (asked: Asked) => fullText.page(asked),
  ...(mini && { minisearch: (asked: Asked) => mini.first(asked) }),
}
const names = Object.keys(engines) as (keyof typeof engines)[]
const wall = Object.fromEntries(names.map((name) => [name, [] as number[]]))
const cpu = Object.fromEntries(names.map((name) => [name, [] as number[]]))
/** The same by the text of the query. */
const byQuery = Object.fromEntries(names.map((name) => [name, new Map<string, Took[]>()]))
const cold: number[] = []
for (const asked of queries) {
  const started = performance.now()
  await finding.find({ text: textOf(asked) })
  cold.push(performance.now() - started)
}
const processes = await backends(database)
for (let round = 0; round < rounds + 2; round++) {
  for (const asked of queries) {
    for (let turn = 0; turn < names.length; turn++) {
      const forward = (turn + round) % names.length
      const name = names[round % 2 === 0 ? forward : names.length - 1 - forward]! // each behind others in turn
      const before = cpuOf(processes, 'last')
      const started = performance.now()
      const answer = await engines[name]!(asked)
      const here = { wall: performance.now() - started, cpu: cpuOf(processes, 'first') - before }
      const took = name === 'minisearch' ? (answer as Took) : here
      if (round < 2) continue // the first rounds warm every engine up
      wall[name]!.push(took.wall)
      cpu[name]!.push(took.cpu)
      byQuery[name]!.set(textOf(asked), [...(byQuery[name]!.get(textOf(asked)) ?? []), took])
    }
  }
}
say(`load: ${readFileSync('/proc/loadavg', 'utf8').trim()}`)
say(`ours, each query for the first time (milliseconds): ${figures(cold)}`)
for (const name of names) say(`${name}: wall ${figures(wall[name]!)}; CPU ${figures(cpu[name]!)}`)
const at = (all: readonly number[], share = 0.95) =>
  [...all].sort((a, b) => a - b)[Math.floor(share * (all.length - 1))]!
/** Each query by the median of its rounds: what else the machine did meanwhile counts for little. */
const medians = (name: string, of: keyof Took) =>
  [...byQuery[name]!].map(([q, all]) => ({
    q,
    took: at(
      all.map((took) => took[of]),
      0.5,
    ),
  }))
for (const name of names) {
  const slowest = medians(name, 'cpu').sort((a, b) => b.took - a.took)
  say(
    `slowest of ${name}, CPU: ${slowest
      .slice(0, 5)
      .map(({ q, took }) => `${q} ${took.toFixed(2)}`)
      .join('; ')}`,
  )
}
for (const [name, own] of [
  ['fts5', 'ours'],
  ['tsvector', 'ours'],
  ['fts5 page', 'ours page'],
  ['tsvector page', 'ours page'],
  ['minisearch', 'ours'],
] as const) {
  if (!wall[name]) continue
  const ratio = (of: Record<string, number[]>) => (at(of[name]!) / at(of[own]!)).toFixed(1)
  const typical = (of: keyof Took) => {
    const [theirs, mine] = [name, own].map((engine) => at(medians(engine, of).map(({ took }) => took)))
    return (theirs! / mine!).toFixed(1)
  }
  say(`p95 of ${name} over ${own}: wall ${ratio(wall)}, CPU ${ratio(cpu)}`)
  say(`  with each query by its median: wall ${typical('wall')}, CPU ${typical('cpu')}`)
}
for (const line of await agreement(queries, { rooms, sqlite, fullText })) say(line)
mini?.close()
await tests.close()
await stop()
