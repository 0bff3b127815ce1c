/**
 * How fast a page of dossiers is beside a raw page of rows, with 3,064 documents and over 100,000 dossiers, as ratios in
 * one interleaved run (wall time, median of the rounds with its spread).
 *
 * - `raw`: Node's own HTTP server and one query by key for twenty obligations with their dates, as JSON.
 * - `page`: the same number of dossiers over the JSON API, from the database through every room: all, of one State, by
 *   status, of a session.
 *
 *   node bench/dossiers.ts [rounds]
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { OpenAPIHono } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { listen } from '../apps/server/listen.ts'
import { importSamples } from '../apps/server/samples.ts'
import { loadCopies } from '../modules/followup/testing/store-load.ts'
import { fillRooms, migrationSources, openRooms, routesOf } from '../modules/modules.ts'
import { serveTests, testDatabase, testPlatform } from '../platform/testing/index.ts'

const rounds = Math.max(1, Number(process.argv[2] ?? 200))
/** Of 3,062 copies: 235 obligations in each of these, 23 in each of the rest, 102,226 in all. */
const longer = 150
const say = (line: string) => void process.stdout.write(`${line}\n`)

const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN
const spread = (all: readonly number[]) => {
  const sorted = [...all].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(2)
  return `${median(all).toFixed(2)} (${at(0.05)} to ${at(0.95)})`
}

const stop = await serveTests(fileURLToPath(new URL('../', import.meta.url)), migrationSources)
const tests = await testDatabase()
const { database } = tests
const now = () => new Date('2013-02-01T09:00:00Z')
const platform = testPlatform({ database, now })
const rooms = openRooms(platform)
await fillRooms(rooms)
await importSamples({ rooms, database }, now, () => {})
await loadCopies(database, 'E/RES/2012/19', 3062 - longer)
await loadCopies(database, 'E/2011/30', longer)
const counted = await sql<{ followables: number; dossiers: number; documents: number }>`
  select (select count(*)::int from mandates.followables) as followables,
    (select count(*)::int from followup.dossiers) as dossiers,
    (select count(*)::int from documents.documents) as documents`.execute(database)
say(`dossiers: ${JSON.stringify(counted.rows[0])}`)

const raw = createServer(async (request, response) => {
  const from = new URL(request.url ?? '', 'http://raw').searchParams.get('from')
  const { rows } = await sql`
    select o.key, m.id, o.n, o.actor_name, o.action, o.first_due, o.continuing, m.unit, m.path,
      (select coalesce(jsonb_agg(d.due order by d.n), '[]'::jsonb) from mandates.dues d where d.obligation = o.key) as dues
    from mandates.obligations o join mandates.mandates m on m.key = o.mandate
    where o.key > ${from} order by o.key limit 20`.execute(database)
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(rows))
})
await new Promise<void>((ready) => raw.listen(0, '127.0.0.1', ready))
const app = new OpenAPIHono()
for (const routes of routesOf(rooms)) app.route('/api/v1', routes)
const site = await listen(app.fetch, { host: '127.0.0.1', port: 0 })

const rawAt = `http://127.0.0.1:${(raw.address() as AddressInfo).port}/?from=`
const pageAt = `http://127.0.0.1:${site.port}/api/v1/dossiers`

async function timed(address: string): Promise<{ milliseconds: number; body: unknown }> {
  const started = performance.now()
  const body = await (await fetch(address)).json()
  return { milliseconds: performance.now() - started, body }
}

const filters = [
  '',
  'actor=cl',
  'actor=cl&status=in_progress',
  'status=no_information',
  'body=CCPCJ&session=22',
  'actor=unodc',
]
const cursors = new Map<string, string>()
const raws: number[] = []
const pages = new Map<string, number[]>(filters.map((filter) => [filter, []]))
const ratios = new Map<string, number[]>(filters.map((filter) => [filter, []]))
for (let round = 0; round < rounds + 20; round++) {
  for (const filter of filters) {
    const base = await timed(`${rawAt}${(round * 997) % 90_000}`)
    const after = cursors.get(filter)
    const page = await timed(`${pageAt}?${filter}${after ? `&after=${after}` : ''}`)
    const { rows, next } = page.body as { rows: unknown[]; next: string | null }
    if (rows.length === 0) throw new Error(`no rows for ${filter}`)
    if (next) cursors.set(filter, next)
    if (round < 20) continue // warm
    raws.push(base.milliseconds)
    pages.get(filter)!.push(page.milliseconds)
    ratios.get(filter)!.push(page.milliseconds / base.milliseconds)
  }
}
say(`  raw page of 20 rows         ${spread(raws)} ms`)
for (const filter of filters) {
  say(
    `  ${(filter || 'all dossiers').padEnd(28)}${spread(pages.get(filter)!)} ms, ${spread(ratios.get(filter)!)} times`,
  )
}
say('  goal: 3 times at most')
await site.close()
raw.closeAllConnections()
raw.close()
await tests.close()
await stop()
