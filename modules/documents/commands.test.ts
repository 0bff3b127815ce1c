import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Calendar, calendarManifest } from '#modules/calendar'
import { ledgerManifest } from '#modules/ledger'
import { partiesManifest } from '#modules/parties'
import { CommandRefusal } from '#platform/manifest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { importFiles } from './commands.ts'
import { type Documents, documentsManifest } from './index.ts'

const samples = fileURLToPath(new URL('../../samples/', import.meta.url))

let place: TestDatabase
let documents: Documents
let calendar: Calendar
let folder: string

beforeEach(async () => {
  place = await testDatabase()
  const platform = { database: place.database, now: () => new Date() }
  const ledger = ledgerManifest.open(platform, {})
  const parties = partiesManifest.open(platform, { ledger })
  await partiesManifest.prepare?.(parties)
  calendar = calendarManifest.open(platform, { ledger, parties })
  await calendarManifest.prepare?.(calendar)
  documents = documentsManifest.open(platform, { ledger, parties, calendar })
  folder = await mkdtemp(join(tmpdir(), 'import-'))
})
afterEach(async () => {
  await place.close()
  await rm(folder, { recursive: true, force: true })
})

async function run(...args: string[]) {
  const out: string[] = []
  const talk: string[] = []
  const code = await importFiles.run({
    args,
    cwd: folder,
    out: (text) => void out.push(String(text)),
    talk: (text) => void talk.push(text),
    terminal: false,
    rooms: async () => ({ documents, calendar }),
    now: () => new Date(),
  })
  return { code, out: out.join(''), talk: talk.join('') }
}

test('a folder with its samples.json, one line per file; a second time unchanged', async () => {
  const first = await run(samples)
  expect(first.talk).toBe('')
  expect(first.code).toBe(0)
  expect(first.out.trim().split('\n')).toEqual([
    expect.stringContaining('E-2011-30-chapter-I.txt: imported as E/2011/30: 18 units'),
    expect.stringContaining('E-RES-2012-19.txt: imported as E/RES/2012/19: 1 unit, 17 paragraphs'),
  ])
  expect((await documents.document('E/2011/30'))?.document.session).toEqual({ body: 'CCPCJ', number: 20 })
  expect((await run(samples)).out).toMatch(/(.+: unchanged, already there as version 1 of .+\n){2}/)
})

test('what is refused stops no other; each has its sentence, and the exit code says it', async () => {
  await copyFile(join(samples, 'E-RES-2012-19.txt'), join(folder, 'b.txt'))
  await writeFile(join(folder, 'a.txt'), 'Milk\n')
  await writeFile(join(folder, 'c.md'), '')
  await writeFile(join(folder, 'd.png'), new Uint8Array([0x89, 0x50, 0x4e, 0x47]))
  const { code, out, talk } = await run('.', 'd.png', 'nowhere.txt')
  expect(code).toBe(1)
  expect(out).toMatch(/^b.txt: imported as E\/RES\/2012\/19/)
  expect(talk).toContain('a.txt: There is no resolution or decision in this text.')
  expect(talk).toContain('c.md: The file is empty.')
  expect(talk).toContain('d.png: This is a picture.')
  expect(talk).toContain('nowhere.txt: There is no file or folder at')
  expect(talk).toContain('4 files were refused, 1 taken.')
})

test('an empty folder, a file too large, a broken samples.json', async () => {
  await mkdir(join(folder, 'empty'))
  expect((await run('empty')).talk).toContain('empty: There is no text in this folder')
  await writeFile(join(folder, 'large.txt'), 'x'.repeat(2_000_000))
  expect((await run('large.txt', '--largest', '1')).talk).toContain('has 2 MB, more than the 1 MB taken')
  await writeFile(join(folder, 'samples.json'), '{')
  expect((await run('large.txt')).talk).toContain('The samples.json beside this file cannot be understood')
})

test('a file one may not read', async () => {
  const file = join(folder, 'closed.txt')
  await writeFile(file, 'x')
  await chmod(folder, 0o755)
  await chmod(file, 0)
  // The superuser may read everything: be somebody else meanwhile.
  const root = process.getuid?.() === 0
  if (root) process.seteuid?.(65_534)
  const { code, talk } = await run('closed.txt').finally(() => root && process.seteuid?.(0))
  expect(code).toBe(1)
  expect(talk).toContain('may not be opened by this user')
})

test('facts told on the command line win over those beside the file; JSON says what became of it', async () => {
  const file = join(samples, 'E-2011-30-chapter-I.txt')
  const { out } = await run(file, '--symbol', 'X/1', '--session', 'ccpcj/21', '--adopted', '2012-01-02', '--json')
  expect(JSON.parse(out)).toMatchObject([{ state: 'imported', document: 'X/1', version: 1, facts: { units: 18 } }])
  expect((await documents.document('X/1'))?.document).toMatchObject({
    adopted: '2012-01-02',
    session: { body: 'CCPCJ', number: 21 },
  })
})

test.each([
  ['NOPE/3', 'There is no body "NOPE" in the calendar. Bodies in the calendar: '],
  ['ccpcj/999', 'The calendar holds no session 999 of CCPCJ. It holds 1 to '],
])('a session nobody knows is refused, with what there is: %s', async (session, words) => {
  const error = await run(join(samples, 'E-RES-2012-19.txt'), '--session', session).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ exitCode: 1, message: expect.stringContaining(words) })
  expect(await documents.list()).toEqual([])
})

describe('wrong usage is refused with exit code 2', () => {
  test.each([
    [[], 'Name the file'],
    [['a.txt', '--adopted', '2012-02-30'], 'is not a day'],
    [['a.txt', '--session', 'CCPCJ'], 'is not a session'],
    [['a.txt', '--language', 'de'], 'is not one of the languages'],
    [['a.txt', '--largest', '0'], 'is not a size'],
    [['a.txt', '--colour'], 'resolute import FILE'],
    [[samples, '--symbol', 'X/1'], 'belongs to one document'],
  ])('%j', async (args, words) => {
    const error = await run(...args).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(CommandRefusal)
    expect(error).toMatchObject({ exitCode: 2, message: expect.stringContaining(words) })
  })
})
