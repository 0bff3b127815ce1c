import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '#platform/manifest'
import { CommandRefusal } from '#platform/manifest'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { fillRooms, openRooms, type Rooms } from '../modules.ts'
import { reportRoutes } from './api.ts'
import { documentation, report } from './commands.ts'
import type { Documentation, Report } from './index.ts'
import { openWord } from './testing/word-file.ts'

const samples = new URL('../../samples/', import.meta.url)
const now = () => new Date('2013-04-01T09:00:00Z')

let place: TestDatabase
let rooms: Rooms
let folder: string

beforeAll(async () => {
  place = await testDatabase()
  rooms = openRooms(testPlatform({ database: place.database, now }))
  await fillRooms(rooms)
  folder = await mkdtemp(join(tmpdir(), 'report-'))
  const list = JSON.parse(await readFile(new URL('samples.json', samples), 'utf8')) as { file: string }[]
  for (const { file, ...facts } of list) {
    await rooms.documents.importText({
      fileName: file,
      bytes: await readFile(new URL(file, samples)),
      facts,
      by: 'system:test',
    })
  }
})
afterAll(async () => {
  await place.close()
  await rm(folder, { recursive: true, force: true })
})

async function run(command: Command<typeof rooms>, ...args: string[]) {
  const out: Uint8Array[] = []
  const talk: string[] = []
  const code = await command
    .run({
      args,
      cwd: folder,
      out: (text) => void out.push(Buffer.from(text)),
      talk: (text) => void talk.push(text),
      terminal: false,
      rooms: async () => rooms,
      now,
    })
    .catch((error: unknown) => {
      if (!(error instanceof CommandRefusal)) throw error
      talk.push(error.message)
      return error.exitCode
    })
  return { code, bytes: Buffer.concat(out), out: Buffer.concat(out).toString(), talk: talk.join('') }
}

/** Every paragraph of `field.md` 2.5 due at the twenty-second session, with the thematic discussion of B-IV/7. */
const dueAt22 = [
  'A/Draft resolution III 3',
  'A/Draft resolution III 8',
  'A/Draft resolution III 10',
  'A/Draft resolution IV 18',
  'B/Draft resolution III 10',
  'B/Draft resolution IV 7',
  'B/Draft resolution IV 12',
  'D/Resolution 20/1 21(f)',
  'D/Resolution 20/5 12',
  'D/Resolution 20/6 9',
  'D/Resolution 20/7 7',
  'E/RES/2012/19 4',
  'E/RES/2012/19 17',
]

describe('the report for CCPCJ 22 from the two samples', () => {
  test('holds every paragraph due there and no other, in the order of the texts', async () => {
    const compiled = await rooms.reports.compile({ body: 'ccpcj', session: 22, asOf: '2013-04-01' })
    const due = await rooms.mandates.due({ body: 'CCPCJ', session: 22, asOf: '2013-04-01' })
    const paragraphs = compiled?.entries.map(({ unit, path }) => `${unit} ${path}`)
    expect(paragraphs?.filter((paragraph) => dueAt22.includes(paragraph))).toEqual(dueAt22)
    expect(new Set(paragraphs)).toEqual(new Set(due.map(({ unit, path }) => `${unit} ${path}`)))
    expect(compiled?.entries.flatMap(({ duties }) => duties)).toHaveLength(due.length)
    expect(compiled?.pursuantTo?.mandate).toBe('E/2011/30#D/Resolution 20/1#21(f)')
    expect(compiled?.masthead.organ).toBe('Economic and Social Council')
    expect(compiled?.sources.map(({ document, version }) => [document, version])).toEqual([
      ['E/2011/30', 1],
      ['E/RES/2012/19', 1],
    ])
    expect(compiled?.words.count).toBeLessThan(8500)
    expect(compiled?.undated.length).toBeGreaterThan(100)
  })

  test('as of a day before resolution 2012/19 was adopted, does not know it', async () => {
    const compiled = await rooms.reports.compile({ body: 'CCPCJ', session: 22, asOf: '2012-03-01' })
    expect(compiled?.entries.map(({ unit, path }) => `${unit} ${path}`)).toEqual(
      expect.arrayContaining(dueAt22.slice(0, -2)),
    )
    expect(compiled?.sources.map(({ document }) => document)).toEqual(['E/2011/30'])
  })

  test('for the twenty-first session, stands under item 3 of the agenda that draft decision I sets out', async () => {
    const compiled = await rooms.reports.compile({ body: 'CCPCJ', session: 21, asOf: '2012-03-01' })
    expect(compiled?.agendaLine).toBe('Item 3 of the provisional agenda')
  })

  test('for the twentieth session, all of it due at the reconvened part, stands under that part and its dates', async () => {
    const compiled = await rooms.reports.compile({ body: 'CCPCJ', session: 20, asOf: '2011-11-01' })
    expect(compiled?.sessionLine).toBe('Reconvened twentieth session')
    expect(compiled?.placeAndDates).toBe('Vienna, 12–13 December 2011 (dates not verified)')
    expect(compiled?.pursuantTo).toBeNull()
    expect(compiled?.summary[1]).toContain('due at the reconvened twentieth session of the Commission')
  })

  test('is not made for a body or session the calendar does not hold', async () => {
    expect(await rooms.reports.compile({ body: 'XYZ', session: 22 })).toBeNull()
    expect(await rooms.reports.documentation({ body: 'CCPCJ', session: 999 })).toBeNull()
  })
})

describe('documentation from the two samples', () => {
  test('of CCPCJ 21: every listed document that rests on a paragraph is found', async () => {
    const found = await rooms.reports.documentation({ body: 'CCPCJ', session: 21 })
    const resting = found?.entries.filter(({ source }) => source !== null) ?? []
    expect(found?.list).toEqual({ document: 'E/2011/30', unit: 'C/Draft decision I' })
    expect(
      resting.map(({ listed, agendaItem, source }) => [listed, agendaItem, `${source?.unit} ${source?.path}`]),
    ).toEqual([
      [true, '3', 'B/Draft resolution II 15'],
      [true, '3', 'D/Resolution 20/1 21(f)'],
      [true, '5', 'D/Resolution 20/3 12'],
      [true, '6', 'D/Resolution 20/3 10'],
      [true, '7', 'A/Draft resolution I 4'],
    ])
    expect(found?.entries.filter(({ restsOn }) => restsOn === 'open-slot')).toHaveLength(3)
    expect(found?.entries.filter(({ restsOn }) => restsOn === 'earlier-mandate')).toHaveLength(16)
  })

  test('of CCPCJ 22: no list, so what is due gives it', async () => {
    const found = await rooms.reports.documentation({ body: 'CCPCJ', session: 22 })
    expect(found?.list).toBeNull()
    expect(found?.entries.map(({ source }) => `${source?.unit} ${source?.path}`)).toEqual(
      dueAt22
        .filter((paragraph) => paragraph !== 'B/Draft resolution IV 7')
        .flatMap(
          (paragraph) =>
            // Member States and other donors are each asked for the proposals of A-III/3
            found?.entries
              .filter(({ source }) => `${source?.unit} ${source?.path}` === paragraph)
              .map(() => paragraph) ?? [],
        ),
    )
    expect(found?.deadlines.find(({ code }) => code === 'report-issued')?.on).toBe('2013-03-11')
  })
})

describe('resolute report', () => {
  const ask = ['--body', 'CCPCJ', '--session', '22', '--as-of', '2013-04-01']

  test('writes the JSON to standard output, and nothing else there', async () => {
    const { code, out, talk } = await run(report, ...ask, '--format', 'json')
    expect([code, talk]).toEqual([0, ''])
    expect((JSON.parse(out) as Report).entries.length).toBeGreaterThanOrEqual(dueAt22.length)
  })

  test('takes today from the clock', async () => {
    const { out } = await run(report, '--body', 'ccpcj', '--session', '22', '--format', 'json')
    expect((JSON.parse(out) as Report).asOf).toBe('2013-04-01')
  })

  test('writes a Word file that says what the JSON says, whole or not at all', async () => {
    const written = await run(report, ...ask, '--format', 'docx', '--out', 'report.docx')
    expect([written.code, written.out]).toEqual([0, ''])
    expect(written.talk).toMatch(/^wrote report\.docx: 1\d paragraphs due, [\d,]+ words\n$/)
    expect(await readdir(folder)).toEqual(['report.docx'])
    const word = openWord(await readFile(join(folder, 'report.docx')))
    const { out } = await run(report, ...ask, '--format', 'json')
    const said = word.paragraphs.join('\n')
    for (const entry of (JSON.parse(out) as Report).entries) {
      for (const sentence of [entry.text, entry.actionRequired, entry.due, entry.status])
        expect(said).toContain(sentence)
    }
  })

  test('an output that is no file is written through, not replaced', async () => {
    await symlink('/dev/null', join(folder, 'nowhere'))
    expect((await run(report, ...ask, '--format', 'md', '--out', 'nowhere')).code).toBe(0)
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('a folder that is not there is named, and nothing is left behind', async () => {
    await expect(run(report, ...ask, '--format', 'md', '--out', 'no/where.md')).rejects.toMatchObject({
      code: 'ENOENT',
      path: join(folder, 'no/where.md'),
    })
  })

  test.each([
    [2, [], 'say which body'],
    [2, ['--body', 'CCPCJ'], 'say which session'],
    [2, ['--body', 'CCPCJ', '--session', 'next'], 'say which session'],
    [2, ['--body', 'CCPCJ', '--session', '22'], 'say which form'],
    [2, ['--body', 'CCPCJ', '--session', '22', '--format', 'pdf'], 'no form "pdf"'],
    [2, [...ask.slice(0, 4), '--as-of', '2013-02-30', '--format', 'md'], '"2013-02-30" is no day'],
    [2, ['--wrong'], 'resolute report --body'],
    [1, ['--body', 'XYZ', '--session', '22', '--format', 'md'], 'no body "XYZ"; it holds'],
    [1, ['--body', 'GA', '--session', '9999', '--format', 'md'], 'no session 9999 of GA'],
    [1, ['--body', 'CCPCJ', '--session', '99', '--format', 'md'], 'no session 99 of CCPCJ; it holds 1 to 35'],
  ] as const)('exit code %i for %j', async (code, args, words) => {
    const refused = await run(report, ...args)
    expect(refused.code).toBe(code)
    expect(refused.talk).toContain(words)
    expect(refused.out).toBe('')
  })
})

describe('resolute documentation', () => {
  test('as a table, with deadlines on standard error', async () => {
    const { code, out, talk } = await run(documentation, '--body', 'CCPCJ', '--session', '21')
    expect(code).toBe(0)
    expect(out.split('\n').filter((line) => line !== '')).toHaveLength(2 + 24)
    expect(out).toContain('Resolution 20/1, para. 21 (f)')
    expect(talk).toContain('List of documentation: C/Draft decision I (E/2011/30)')
    expect(talk).toContain('12 March 2012: reports issued 6 weeks before')
  })

  test('as JSON', async () => {
    const { out } = await run(documentation, '--body', 'CCPCJ', '--session', '21', '--json')
    expect((JSON.parse(out) as Documentation).entries).toHaveLength(24)
  })
})

describe('routes', () => {
  const get = (path: string) => reportRoutes(rooms.reports).request(path)

  test('the report as JSON and as Word', async () => {
    const json = await get('/reports/ccpcj/22?as-of=2013-04-01')
    expect(json.status).toBe(200)
    expect(((await json.json()) as Report).entries.length).toBeGreaterThanOrEqual(dueAt22.length)
    const docx = await get('/reports/ccpcj/22?as-of=2013-04-01&format=docx')
    expect(docx.headers.get('content-disposition')).toBe('attachment; filename="report-ccpcj-22-2013-04-01.docx"')
    expect(openWord(new Uint8Array(await docx.arrayBuffer())).faults).toEqual([])
  })

  test('the documentation, as it is described', async () => {
    const found = (await (await get('/documentation/ccpcj/21')).json()) as Documentation
    expect(found).toEqual(JSON.parse(JSON.stringify(await rooms.reports.documentation({ body: 'CCPCJ', session: 21 }))))
  })

  test('what is not there is a problem of its kind', async () => {
    const missing = await get('/reports/xyz/22')
    expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    expect((await get('/reports/ccpcj/22?as-of=2013-02-30')).status).toBe(400)
    expect((await get('/reports/ccpcj/22?format=pdf')).status).toBe(400)
    expect((await get('/documentation/ccpcj/999')).status).toBe(404)
  })
})
