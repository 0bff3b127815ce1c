/**
 * How fast a page of replies to one question is beside a raw page of rows: 193 submissions of 120 answers each, made by
 * the acts of the rooms, as ratios in one interleaved run (wall time, median of the rounds with its spread).
 *
 * - `raw`: Node's own HTTP server and one query by key for the answers of all 193 with their names, as JSON.
 * - `page`: what the room gives for a page of replies, with who may see what, what stands and who gave none, as JSON by
 *   the same kind of server: to everybody, to somebody who acts for a State, to the office.
 *
 *   node bench/submissions.ts [rounds]
 *
 * 22 November 2026, two cores that others used (load 8 to 13), 100 rounds: 2.0 times to everybody, 2.2 to a State, 2.8 to
 * the office; 120 answers are saved in 24 ms and sent in 72 ms. In a calmer minute 8 and 20 ms.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { fillRooms, migrationSources, openRooms } from '../modules/modules.ts'
import { largeForm } from '../modules/submissions/testing/large-form.ts'
import { done, openedCall } from '../modules/submissions/testing/opened-call.ts'
import { anybody, program, type Visitor } from '../platform/access/index.ts'
import { serveTests, testDatabase, testPlatform } from '../platform/testing/index.ts'

const rounds = Math.max(1, Number(process.argv[2] ?? 200))
const questions = 120
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
const now = () => new Date('2012-11-01T09:00:00Z')
const rooms = openRooms(testPlatform({ database, now }))
await fillRooms(rooms)
const { submissions } = rooms
const states = [{ kind: 'actor', actor: 'member-states' }] as const
const asked = { anchor: null, report: null, contact: null }
const { call, invited } = await openedCall(rooms, { form: largeForm(questions), words: asked, invitees: states })
const ids = Array.from({ length: questions }, (_, at) => `q${at + 1}`)
const visibilities = ['public', 'public', 'public', 'member-states', 'office'] as const
const saves: number[] = []
const sends: number[] = []
for (const [at, invitation] of invited.entries()) {
  const by: Visitor = { ...anybody, doer: `invitee:${invitation}`, grants: [{ role: 'invitee', actor: invitation }] }
  const answers = Object.fromEntries(
    ids.map((id) => [id, { text: `${invitation} on ${id}: ${'training of judges and prosecutors, '.repeat(6)}` }]),
  )
  const begun = performance.now()
  done(await submissions.save(by, { invitation, answers, language: 'en' }))
  const kept = performance.now()
  const visibility = visibilities[at % visibilities.length]!
  done(await submissions.send(by, { invitation, visibility, language: 'en' }))
  saves.push(kept - begun)
  sends.push(performance.now() - kept)
}
await sql`analyze`.execute(database)
say(`submissions: ${invited.length} of ${questions} answers`)
say(`  one saves 120 answers       ${spread(saves)} ms`)
say(`  one sends 120 answers       ${spread(sends)} ms`)

async function serve(answer: (question: string) => Promise<unknown>): Promise<{ server: Server; at: string }> {
  const server = createServer(async (request, response) => {
    const body = await answer(new URL(request.url ?? '', 'http://raw').searchParams.get('question') ?? '')
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { server, at: `http://127.0.0.1:${(server.address() as AddressInfo).port}/?question=` }
}

const { rows } = await sql<{ key: string }>`select key from submissions.calls where id = ${call}`.execute(database)
const key = rows[0]!.key
const raw = await serve(async (question) => {
  const found = await sql`
    select i.n, i.actor, i.name, r.answer from submissions.replies r join submissions.invitations i on i.key = r.invitation
    where r.call = ${key} and r.question = ${question} order by i.n limit 193`.execute(database)
  return found.rows
})
const state: Visitor = { ...anybody, doer: 'person:1', person: '1', grants: [{ role: 'focal-point', actor: 'cl' }] }
const visitors = new Map<string, Visitor>([
  ['to everybody', anybody],
  ['to a State', state],
  ['to the office', program('system:bench')],
])
const pages = await Promise.all(
  [...visitors].map(async ([name, by]) => {
    const served = await serve((question) => submissions.replies(call, question, by, { limit: 193 }))
    return { name, ...served, times: [] as number[], ratios: [] as number[], size: 0 }
  }),
)

async function timed(address: string): Promise<{ milliseconds: number; body: unknown }> {
  const started = performance.now()
  const body = await (await fetch(address)).json()
  return { milliseconds: performance.now() - started, body }
}

const raws: number[] = []
for (let round = 0; round < rounds + 20; round++) {
  for (const page of pages) {
    const id = ids[(round * 37) % questions]!
    const base = await timed(raw.at + id)
    const { milliseconds, body } = await timed(page.at + id)
    page.size = (body as { rows: readonly unknown[] }).rows.length
    if (page.size === 0) throw new Error(`no replies ${page.name}`)
    if (round < 20) continue // warm
    raws.push(base.milliseconds)
    page.times.push(milliseconds)
    page.ratios.push(milliseconds / base.milliseconds)
  }
}
say(`  raw page of 193 rows        ${spread(raws)} ms`)
for (const { name, size, times, ratios } of pages) {
  say(`  ${`${size} replies ${name}`.padEnd(28)}${spread(times)} ms, ${spread(ratios)} times`)
}
say('  goal: 3 times at most')
for (const { server } of [raw, ...pages]) {
  server.closeAllConnections()
  server.close()
}
await tests.close()
await stop()
