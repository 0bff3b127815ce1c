import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Calendar, calendarManifest } from '#modules/calendar'
import { documentsManifest } from '#modules/documents'
import { ledgerManifest } from '#modules/ledger'
import { partiesManifest } from '#modules/parties'
import { CommandRefusal } from '#platform/manifest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { due } from './commands.ts'
import { type Mandates, mandatesManifest } from './index.ts'

let place: TestDatabase
let rooms: { mandates: Mandates; calendar: Calendar }

beforeAll(async () => {
  place = await testDatabase()
  const platform = { database: place.database, now: () => new Date('2013-01-02T03:04:05Z') }
  const ledger = ledgerManifest.open(platform, {})
  const parties = partiesManifest.open(platform, { ledger })
  const calendar = calendarManifest.open(platform, { ledger, parties })
  await partiesManifest.prepare?.(parties)
  await calendarManifest.prepare?.(calendar)
  const documents = documentsManifest.open(platform, { ledger, parties, calendar })
  const mandates = mandatesManifest.open(platform, { ledger, parties, calendar, documents })
  documents.onVersion(mandates.register)
  const bytes = await readFile(new URL('../../samples/E-RES-2012-19.txt', import.meta.url))
  await documents.importText({ fileName: 'E-RES-2012-19.txt', bytes, by: 'system:test' })
  rooms = { mandates, calendar }
})
afterAll(() => place.close())

async function run(line: string) {
  const out: string[] = []
  const talk: string[] = []
  const code = await due.run({
    args: line.split(' ').filter(Boolean),
    cwd: '/',
    out: (text) => void out.push(String(text)),
    talk: (text) => void talk.push(text),
    terminal: false,
    rooms: async () => rooms,
    now: () => new Date(),
  })
  return { code, out: out.join(''), talk: talk.join('') }
}

test('JSON holds what the register says', async () => {
  const { code, out } = await run('--body CCPCJ --session 22 --json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual(await rooms.mandates.due({ body: 'CCPCJ', session: 22 }))
  expect(out).toContain('"path": "17"')
})

test('the table says unit, paragraph, who, what, to whom and when', async () => {
  const { out } = await run('--body ccpcj --session 22')
  const [head, , ...rows] = out.trimEnd().split('\n')
  expect(head).toMatch(/^Unit +Paragraph +Who +What +To whom +When$/)
  const last = rows.find((row) => row.startsWith('E/RES/2012/19  17 '))
  expect(last).toContain('Secretary-General')
  expect(last).toMatch(/22 Apr 2013 – 26 Apr 2013$/)
})

test('CSV has all columns', async () => {
  const { out } = await run('--body CCPCJ --session 22 --csv')
  expect(out).toMatch(/^unit,path,kind,actor,subject,toWhom,from,to,why,status,mandate\r\n/)
  expect(out).toContain('\r\nE/RES/2012/19,17,report,')
})

test('nothing due is an empty list and a sentence, and no failure', async () => {
  expect(await run('--body CND --session 60 --json')).toEqual({ code: 0, out: '[]\n', talk: '' })
  const { code, out, talk } = await run('--body CND --session 60')
  expect([code, out]).toEqual([0, ''])
  expect(talk).toBe('Nothing is due at session 60 of CND by the texts in the register.\n')
  expect((await run('--body CCPCJ --session 22 --as-of 2012-07-25 --json')).out).toBe('[]\n')
})

describe('refused with a sentence', () => {
  test.each([
    ['--body CCPCJ --session 999', 1, 'The calendar reaches to the end of'],
    ['--body CONGRESS --session 99', 1, 'CONGRESS'],
    ['--body OWLS --session 1', 1, 'There is no body "OWLS" in the calendar. Bodies in the calendar: '],
    ['--body CONGRESS --session 13 --part reconvened', 1, 'has no reconvened part'],
    ['--session 22', 2, 'Name the body'],
    ['--body CCPCJ', 2, 'Name the session'],
    ['--body CCPCJ --session twenty', 2, 'Name the session'],
    ['--body CCPCJ --session 22 --part evening', 2, 'is no part of a session'],
    ['--body CCPCJ --session 22 --as-of yesterday', 2, 'is not a day'],
    ['--body CCPCJ --session 22 --json --csv', 2, 'Choose one'],
    ['--body CCPCJ --session 22 --colour', 2, 'resolute due --body'],
  ])('%s', async (line, exitCode, words) => {
    const error = await run(line).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(CommandRefusal)
    expect(error).toMatchObject({ exitCode, message: expect.stringContaining(words) })
  })
})
