import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anybody, type Visitor } from '#platform/access'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { fillRooms, openRooms, type Rooms } from '../modules.ts'

const samples = new URL('../../samples/', import.meta.url)
const officer: Visitor = {
  doer: 'person:1',
  person: '1',
  name: 'An officer',
  grants: [{ role: 'officer', actor: null }],
}
const focal: Visitor = {
  doer: 'person:2',
  person: '2',
  name: 'A focal point',
  grants: [{ role: 'focal-point', actor: 'cl' }],
}
const query = { body: 'CCPCJ', session: 22, language: 'en' }

let place: TestDatabase
let rooms: Rooms
let clock = '2013-04-01T09:00:00Z'

beforeAll(async () => {
  place = await testDatabase()
  rooms = openRooms(testPlatform({ database: place.database, now: () => new Date(clock) }))
  await fillRooms(rooms)
  const list = JSON.parse(await readFile(new URL('samples.json', samples), 'utf8')) as { file: string }[]
  for (const { file, ...facts } of list) {
    const bytes = await readFile(new URL(file, samples))
    await rooms.documents.importText({ fileName: file, bytes, facts, by: 'system:test' })
  }
})

afterAll(() => place.close())

const compiled = async (more = {}) => (await rooms.reports.compile({ ...query, ...more }))!
const faults = async () => (await rooms.ledger.verify()).crossFaults

describe('words of the office', () => {
  test.each([
    ['nobody', anybody, true],
    ['a focal point', focal, false],
  ])('%s may not put them there', async (_, visitor, signIn) => {
    const given = { ...query, place: 'introduction/how', words: 'Mine.' }
    expect(await rooms.reports.editWords(visitor, given)).toMatchObject({ refused: 'not-allowed', signIn })
    expect(rooms.reports.mayEdit(visitor)).toBe(false)
  })

  test('stand in this report, in this language, until they are taken away', async () => {
    const given = { ...query, place: 'introduction/how' }
    const generated = (await compiled()).introduction[0]
    expect(await rooms.reports.editWords(officer, { ...given, words: ' Read this first. ' })).toEqual({ done: true })
    expect((await compiled()).introduction[0]).toBe('Read this first.')
    expect((await compiled({ language: 'fr' })).edits).toEqual([])
    expect((await compiled({ session: 21 })).edits).toEqual([])
    expect(await rooms.reports.editWords(officer, { ...given, words: null })).toEqual({ done: true })
    expect((await compiled()).introduction[0]).toBe(generated)
    const acts = await rooms.ledger.entries({ act: 'reports.edit-words' })
    expect(acts.map(({ who, on }) => `${who} ${on}`)).toEqual(Array(2).fill('person:1 session:CCPCJ/22'))
  })

  test.each([
    [{ place: 'introduction/nowhere', words: 'x' }, 'no-such-place'],
    [{ place: 'introduction/how', words: 'x'.repeat(10_001) }, 'too-long'],
    [{ place: 'introduction/how', words: 'x', session: 999 }, 'no-such-session'],
  ])('%o is refused', async (given, refused) => {
    expect(await rooms.reports.editWords(officer, { ...query, ...given })).toEqual({ refused })
  })
})

describe('issuing', () => {
  test('is for officers', async () => {
    expect(await rooms.reports.issue(focal, query)).toMatchObject({ refused: 'not-allowed' })
    expect(await rooms.reports.issues()).toEqual([])
  })

  test('keeps the report and its files as they were, whatever comes after', async () => {
    const given = { ...query, place: 'summary/content', words: 'As issued.' }
    await rooms.reports.editWords(officer, given)
    const first = await rooms.reports.issue(officer, query)
    if (!('issued' in first)) throw new Error(first.refused)
    const before = await rooms.reports.issuedFile(first.issued, 'docx')
    clock = '2013-04-20T09:00:00Z'
    await rooms.reports.editWords(officer, { ...given, words: 'Changed later.' })
    const second = await rooms.reports.issue(officer, query)
    expect(second).toMatchObject({ done: true, number: 2 })
    const kept = await rooms.reports.issued(first.issued)
    expect(kept?.report.summary).toContain('As issued.')
    expect(kept?.asOf).toBe('2013-04-01')
    expect(kept?.files.map(({ format }) => format).sort()).toEqual(['docx', 'html', 'json', 'md'])
    expect(await rooms.reports.issuedFile(first.issued, 'docx')).toEqual(before)
    expect((await rooms.reports.issues({ body: 'CCPCJ', session: 22 })).map(({ number }) => number)).toEqual([2, 1])
    expect(await rooms.reports.issues({ body: 'CCPCJ', session: 21 })).toEqual([])
  })

  test('two at once are numbered one after the other', async () => {
    const both = await Promise.all([1, 2, 3].map(() => rooms.reports.issue(officer, { ...query, session: 21 })))
    expect(both.map((done) => ('number' in done ? done.number : done.refused)).sort()).toEqual([1, 2, 3])
  })

  test('the ledger proves what went out', async () => {
    expect(await faults()).toEqual([])
    await expect(sql`delete from reports.files`.execute(place.database)).rejects.toThrow('append-only')
    await sql`alter table reports.files disable trigger append_only`.execute(place.database)
    await sql`update reports.files set bytes = 'x' where format = 'docx' and issued = (select min(key) from reports.issued)`.execute(
      place.database,
    )
    expect(await faults()).toMatchObject([{ module: 'reports', code: 'changed' }])
  })

  test.each(['0', '999999', 'x', '1e3', '9'.repeat(30)])('%s was never issued', async (id) => {
    expect(await rooms.reports.issued(id)).toBeNull()
    expect(await rooms.reports.issuedFile(id, 'docx')).toBeNull()
  })
})

describe('on one text', () => {
  test('all it asks, dated or not, and the paragraph that asks for the report', async () => {
    const report = await compiled({ scope: 'E/RES/2012/19' })
    expect(report.title).toMatch(/^Implementation of E\/RES\/2012\/19/)
    expect(report.pursuantTo?.mandate).toBe('E/RES/2012/19#17')
    expect(report.entries.length).toBeGreaterThan(10)
    expect(new Set(report.entries.map(({ unit }) => unit))).toEqual(new Set(['E/RES/2012/19']))
    expect(report.entries.every(({ due }) => due !== '')).toBe(true)
    expect(report.undated).toEqual([])
  })

  test('the texts with something due are offered', async () => {
    const scopes = await rooms.reports.scopes(query)
    expect(scopes.map(({ id }) => id)).toContain('E/2011/30#D/Resolution 20/1')
    for (const { id } of scopes) expect((await compiled({ scope: id })).entries.length).toBeGreaterThan(0)
  })

  test('a text nobody knows gives no report', async () => {
    expect(await rooms.reports.compile({ ...query, scope: 'A/RES/0/0' })).toBeNull()
  })
})
