import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarManifest } from '#modules/calendar'
import { documentsManifest } from '#modules/documents'
import { ledgerManifest } from '#modules/ledger'
import { partiesManifest } from '#modules/parties'
import { toCsv } from '#platform/tables'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { dueTable, type Mandates, mandatesManifest, obligationsTable } from './index.ts'

let place: TestDatabase
let mandates: Mandates
let get: (path: string) => Promise<Response>

beforeAll(async () => {
  place = await testDatabase()
  const platform = { database: place.database, now: () => new Date('2013-01-02T03:04:05Z') }
  const ledger = ledgerManifest.open(platform, {})
  const parties = partiesManifest.open(platform, { ledger })
  const calendar = calendarManifest.open(platform, { ledger, parties })
  await partiesManifest.prepare?.(parties)
  await calendarManifest.prepare?.(calendar)
  const documents = documentsManifest.open(platform, { ledger, parties, calendar })
  mandates = mandatesManifest.open(platform, { ledger, parties, calendar, documents })
  documents.onVersion(mandates.register)
  const bytes = await readFile(new URL('../../samples/E-RES-2012-19.txt', import.meta.url))
  await documents.importText({ fileName: 'E-RES-2012-19.txt', bytes, by: 'system:test' })
  const routes = mandatesManifest.routes!(mandates, { ledger, parties, calendar, documents })
  get = async (path) => routes.request(path)
})
afterAll(() => place.close())

test('the register in pages', async () => {
  const first = await (await get('/obligations?limit=2')).json()
  expect(first.rows).toHaveLength(2)
  const second = await (await get(`/obligations?limit=2&after=${first.next}`)).json()
  expect(second.rows[0].id).not.toBe(first.rows[0].id)
  expect(first.total).toBe((await mandates.obligations({})).total)
  const facets = await (await get('/obligations/facets?kind=report')).json()
  expect(facets.documents).toMatchObject([{ value: 'E/RES/2012/19' }])
})

test('what is due, as the command says it', async () => {
  const due = await (await get('/due?body=ccpcj&session=22')).json()
  expect(due).toEqual(await mandates.due({ body: 'CCPCJ', session: 22 }))
  expect(due.map(({ path }: { path: string }) => path)).toEqual(['4', '17'])
  expect((await (await get('/due/sessions')).json()).length).toBeGreaterThan(0)
})

test('a mandate stands at its address, its number sign written %23', async () => {
  const found = await (await get('/mandates/E/RES/2012/19%2317')).json()
  expect(found.mandate).toMatchObject({ id: 'E/RES/2012/19#17', path: '17', adopted: '2012-07-26' })
  expect(found.obligations[0].dues[0]).toMatchObject({ state: 'dated', session: 22 })
})

test.each([
  '/obligations?limit=0',
  '/obligations?limit=1001',
  '/obligations?after=AAAA',
  '/obligations?kind=duty',
  '/obligations?dated=maybe',
  '/obligations?asOf=2012-02-30',
  `/obligations?text=${'x'.repeat(201)}`,
  '/due?body=CCPCJ',
  '/due?body=CCPCJ&session=22&part=evening',
])('refused: %s', async (path) => expect((await get(path)).status).toBe(400))

test.each(['/due?body=XX&session=1', '/mandates/E/RES/2012/19%2399'])('not there: %s', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test('the tables hold a row for each obligation and each entry', async () => {
  const { rows } = await mandates.obligations({})
  const csv = toCsv(obligationsTable(rows, ({ why }) => why.code))
  expect(csv.split('\r\n').filter((line) => line.startsWith('E/RES/2012/19,'))).toHaveLength(rows.length)
  expect(toCsv(dueTable(await mandates.due({ body: 'CCPCJ', session: 22 })))).toContain('2013-04-22')
})
