import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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
import { collectionOf, publishedLine, zipOf } from './testing/archives.ts'

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

const run = (...args: string[]) => runAt(false, ...args)

async function runAt(terminal: boolean, ...args: string[]) {
  const out: string[] = []
  const talk: string[] = []
  const code = await importFiles.run({
    args,
    cwd: folder,
    out: (text) => void out.push(String(text)),
    talk: (text) => void talk.push(text),
    terminal,
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

describe('archives and collections', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, n) => publishedLine(`A_RES_70_${n + 1}`, `sea ${n}`))

  test('every line is a document under its symbol; a second time all are there; more lines later are added', async () => {
    await writeFile(join(folder, 'c.jsonl.gz'), collectionOf(lines(12)))
    const first = await run('c.jsonl.gz')
    expect(first).toMatchObject({ code: 0, talk: '' })
    expect(first.out.split('\n')[11]).toMatch(
      /^c\.jsonl\.gz, line 12: imported as A\/RES\/70\/12: 1 unit, 2 paragraphs/,
    )
    expect((await run('c.jsonl.gz')).out.match(/unchanged, already there as version 1/g)).toHaveLength(12)
    await writeFile(join(folder, 'c.jsonl.gz'), collectionOf(lines(14)))
    const { out } = await run('c.jsonl.gz')
    expect(out.match(/unchanged/g)).toHaveLength(12)
    expect(out.match(/imported as/g)).toHaveLength(2)
    const kept = await documents.document('A/RES/70/7')
    expect(kept?.document).toMatchObject({ title: 'Care of sea 6', adopted: '2015-12-22', version: 1 })
    const original = await documents.original('A/RES/70/7')
    expect(original?.fileName).toBe('A_RES_70_7.txt')
    expect(new TextDecoder().decode(original?.bytes)).toContain(
      '\n1.\tRequests the Secretary-General to report on sea 6',
    )
  })

  test('what is published is taken whatever it holds, under its symbol', async () => {
    const letter = { symbol: 'S_2004_1', paragraphs: [['frontmatter', null, null, 'Letter dated 1 June 2004']] }
    await writeFile(join(folder, 'c.jsonl'), JSON.stringify(letter))
    expect((await run('c.jsonl')).out).toContain('line 1: imported as S/2004/1: 0 units, 0 paragraphs')
    expect((await documents.document('S/2004/1'))?.document.title).toBe('S/2004/1')
  })

  test('each refused with its place, all of them again at the end of a long list; JSON is one array', async () => {
    const file = zipOf([
      { name: 'in/c.jsonl', bytes: ['{', ...lines(25)].join('\n') },
      { name: 'in/milk.txt', bytes: 'Milk\n' },
    ])
    await writeFile(join(folder, 'all.zip'), file)
    const { code, talk } = await run('all.zip')
    expect(code).toBe(1)
    const [head, end = ''] = talk.split('\nRefused:\n')
    expect(head).toContain('all.zip: in/c.jsonl, line 1: This line is not JSON.')
    expect(end).toBe(`${head}2 files were refused, 25 taken.\n`)
    const rows = JSON.parse((await run('all.zip', '--json')).out) as { file: string; state: string }[]
    expect(rows).toHaveLength(27)
    expect(rows[0]).toMatchObject({ file: 'all.zip: in/c.jsonl, line 1', refusal: { code: 'not-json' } })
    expect(rows.filter(({ state }) => state === 'unchanged')).toHaveLength(25)
  })

  test('a symbol belongs to one document', async () => {
    await writeFile(join(folder, 'c.jsonl'), lines(1).join('\n'))
    const error = await run('c.jsonl', '--symbol', 'X/1').catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ exitCode: 2, message: expect.stringContaining('belongs to one document') })
  })

  test('a terminal is told how far it is, and keeps no trace of it', async () => {
    await writeFile(join(folder, 'c.jsonl.gz'), collectionOf(lines(12)))
    const { talk } = await runAt(true, 'c.jsonl.gz')
    expect(talk).toMatch(/1 done · 100% · [\d.]+ a second/)
    expect(talk.endsWith('\r\u001b[K')).toBe(true)
    expect((await runAt(true, samples)).talk).toMatch(/1 of 2 · 50% · /)
  })
})

test('two files of one symbol become versions in the order of their names', async () => {
  const text = await readFile(join(samples, 'E-RES-2012-19.txt'), 'utf8')
  for (const [n, name] of ['a', 'b', 'c', 'd'].entries()) {
    await writeFile(join(folder, `${name}.txt`), `${text}\n${'A further line.\n'.repeat(n)}`)
  }
  await run('.')
  const names = (await documents.versions('E/RES/2012/19')).map(({ version, fileName }) => `${version} ${fileName}`)
  expect(names).toEqual(['4 d.txt', '3 c.txt', '2 b.txt', '1 a.txt'])
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
