import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { fillRooms, openRooms, type Rooms } from '../modules.ts'
import { agreedRoutes } from './api-agreed.ts'

let tests: TestDatabase
let rooms: Rooms

beforeEach(async () => {
  tests = await testDatabase()
  const now = () => new Date('2013-02-01T09:00:00Z')
  rooms = openRooms(testPlatform({ database: tests.database, now }))
  await fillRooms(rooms)
  const text = `The Economic and Social Council,\n\n1. ${urges}\n\n46th plenary meeting\n26 July 2012\n`
  const facts = { symbol: 'E/RES/2012/1', adopted: '2012-07-26' }
  await rooms.documents.importText({ fileName: 'a.txt', bytes: new TextEncoder().encode(text), facts, by: 'test' })
})
afterEach(() => tests.close())

const urges = 'Urges Member States to strengthen cooperation in criminal matters, including mutual legal assistance;'
const ask = (path: string, init?: RequestInit) => agreedRoutes(rooms.lineage).request(path, init)
const posted = (fields: Readonly<Record<string, string>>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return ask('/agreed', { method: 'POST', body })
}

test('a paragraph in the address, a draft as JSON or as a form, all find the same', async () => {
  const one = await ask(`/agreed?${new URLSearchParams({ text: urges })}`)
  expect(await one.json()).toMatchObject({ paragraph: { standing: 'verbatim' }, scope: { documents: 1 } })
  const json = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: urges }),
  }
  for (const answer of [await ask('/agreed', json), await posted({ text: urges })]) {
    expect(await answer.json()).toMatchObject({ summary: { paragraphs: 1, verbatim: 1 } })
  }
  const csv = await posted({ text: urges, format: 'csv' })
  expect(csv.headers.get('content-disposition')).toContain('agreed.csv')
  expect(await csv.text()).toContain('verbatim')
  const document = await ask('/agreed?document=E/RES/2012/1')
  expect(await document.json()).toMatchObject({ summary: { paragraphs: 1, new: 1 } })
})

test('what cannot be looked up is refused with its status', async () => {
  expect((await ask('/agreed?document=E/RES/1999/1')).status).toBe(404)
  expect((await posted({ text: '— …' })).status).toBe(422)
  expect((await posted({ text: 'peace '.repeat(400_000) })).status).toBe(413)
  expect(
    (await ask('/agreed', { method: 'POST', body: 'words', headers: { 'content-type': 'text/plain' } })).status,
  ).toBe(415)
  const broken = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }
  expect((await ask('/agreed', broken)).status).toBe(422)
})
