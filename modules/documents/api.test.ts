import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarManifest } from '#modules/calendar'
import { entriesTable, type Ledger, ledgerManifest } from '#modules/ledger'
import { partiesManifest } from '#modules/parties'
import { toCsv, toXlsx } from '#platform/tables'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { type Documents, documentsManifest, documentsTable } from './index.ts'

let place: TestDatabase
let ledger: Ledger
let documents: Documents
let get: (path: string) => Promise<Response>

beforeAll(async () => {
  place = await testDatabase()
  const platform = { database: place.database, now: () => new Date('2013-01-02T03:04:05Z') }
  ledger = ledgerManifest.open(platform, {})
  const parties = partiesManifest.open(platform, { ledger })
  const calendar = calendarManifest.open(platform, { ledger, parties })
  await partiesManifest.prepare?.(parties)
  await calendarManifest.prepare?.(calendar)
  documents = documentsManifest.open(platform, { ledger, parties, calendar })
  const bytes = await readFile(new URL('../../samples/E-RES-2012-19.txt', import.meta.url))
  await documents.importText({ fileName: 'E-RES-2012-19.txt', bytes, by: 'system:test' })
  const ofDocuments = documentsManifest.routes!(documents, { ledger, parties, calendar })
  const ofLedger = ledgerManifest.routes!(ledger, {})
  get = async (path) => (path.startsWith('/ledger') ? ofLedger : ofDocuments).request(path)
})
afterAll(() => place.close())

test('documents are listed, and one stands at its address, slashes and all', async () => {
  const list = await (await get('/documents')).json()
  expect(list.rows).toMatchObject([{ id: 'E/RES/2012/19', adopted: '2012-07-26', version: 1 }])
  const one = await (await get('/documents/E/RES/2012/19')).json()
  expect(one.document).toEqual(list.rows[0])
  expect(one.units[0].items.length).toBeGreaterThan(30)
  expect(one.versions).toHaveLength(1)
  expect((await (await get('/documents/E%2FRES%2F2012%2F19')).json()).document.id).toBe('E/RES/2012/19')
})

test('what is not there is a problem, in the form of RFC 9457', async () => {
  for (const path of ['/documents/E/RES/1900/1', `/documents/${'x'.repeat(500)}`, '/documents/a%00b', '/ledger/999']) {
    const answer = await get(path)
    expect(answer.status, path).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  }
})

test('the ledger is read in pages, within limits', async () => {
  const first = await (await get('/ledger?limit=1')).json()
  expect(first.rows).toMatchObject([{ act: 'documents.import-text', on: 'document:E/RES/2012/19' }])
  const second = await (await get(`/ledger?limit=1&before=${first.next}`)).json()
  expect(second.rows[0].seq).toBe(first.rows[0].seq - 1)
  expect((await get(`/ledger/${first.rows[0].seq}`)).status).toBe(200)
  for (const query of ['on=a%00', 'limit=0', 'limit=1001', 'before=x', 'before=-1', `on=${'x'.repeat(501)}`]) {
    expect((await get(`/ledger?${query}`)).status, query).toBe(400)
  }
})

test('both tables are written as CSV and XLSX', async () => {
  expect(toCsv(documentsTable(await documents.list()))).toMatch(/^id,title,adopted,.+\r\nE\/RES\/2012\/19,/)
  expect(toCsv(entriesTable(await ledger.entries()))).toContain('documents.import-text')
  const book = unzipSync(await toXlsx(documentsTable(await documents.list())))
  expect(strFromU8(book['xl/sharedStrings.xml']!)).toContain('E/RES/2012/19')
})
