import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { calendarManifest } from '#modules/calendar'
import { type Documents, documentsManifest } from '#modules/documents'
import { type Ledger, ledgerManifest } from '#modules/ledger'
import { partiesManifest } from '#modules/parties'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { type Mandates, mandatesManifest } from './index.ts'

const text = await readFile(new URL('../../samples/E-RES-2012-19.txt', import.meta.url), 'utf8')

let place: TestDatabase
let ledger: Ledger
let documents: Documents
let mandates: Mandates

beforeEach(async () => {
  place = await testDatabase()
  const platform = { database: place.database, now: () => new Date('2013-01-02T03:04:05Z') }
  ledger = ledgerManifest.open(platform, {})
  const parties = partiesManifest.open(platform, { ledger })
  const calendar = calendarManifest.open(platform, { ledger, parties })
  await partiesManifest.prepare?.(parties)
  await calendarManifest.prepare?.(calendar)
  documents = documentsManifest.open(platform, { ledger, parties, calendar })
  mandates = mandatesManifest.open(platform, { ledger, parties, calendar, documents })
  documents.onVersion(mandates.register)
})
afterEach(() => place.close())

const bring = (words: string) =>
  documents.importText({ fileName: 'E-RES-2012-19.txt', bytes: new TextEncoder().encode(words), by: 'system:test' })

const due = async (session: number) => (await mandates.due({ body: 'CCPCJ', session })).map(({ path }) => path)

test('a new version takes the place of the old one, whose rows stay', async () => {
  await bring(text)
  expect(await due(22)).toEqual(['4', '17'])
  const before = (await mandates.obligations({})).total
  const last = text.lastIndexOf('twenty-second session')
  await bring(`${text.slice(0, last)}twenty-third session${text.slice(last + 'twenty-second session'.length)}`)
  expect(await due(22)).toEqual(['4'])
  expect(await due(23)).toEqual(['17'])
  expect((await mandates.obligations({})).total).toBe(before)
  const { rows } = await sql<{ version: number; superseded_by: number | null }>`
    select distinct version, superseded_by from mandates.mandates order by version`.execute(place.database)
  expect(rows).toEqual([
    { version: 1, superseded_by: 2 },
    { version: 2, superseded_by: null },
  ])
  expect(await ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
})

test('eight imports of eight texts at once leave a whole register', async () => {
  const texts = Array.from({ length: 8 }, (_, n) => text.replaceAll('2012/19', `2012/${n + 30}`))
  await Promise.all([...texts, ...texts].map(bring))
  expect(await due(22)).toHaveLength(16)
  expect(await ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
})

test('a lost mandate is found beside the ledger', async () => {
  await bring(text)
  await sql`delete from mandates.dues`.execute(place.database)
  await sql`delete from mandates.obligations where key = (select min(key) from mandates.obligations)`.execute(
    place.database,
  )
  const { crossFaults } = await ledger.verify()
  expect(crossFaults.map(ledger.sayFault)).toEqual([expect.stringContaining('by the ledger, but the register holds')])
})
