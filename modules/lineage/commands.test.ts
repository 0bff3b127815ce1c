import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CommandRefusal } from '#platform/manifest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import type { AgreedDraft } from './agreed.ts'
import { agreed } from './commands.ts'
import { openLineageRooms } from './testing/open-lineage.ts'

type Found = Extract<AgreedDraft, { state: 'found' }>

let tests: TestDatabase
let rooms: Awaited<ReturnType<typeof openLineageRooms>>['rooms']
let folder: string

/** Word for word of E/RES/2012/19; the same with other words in it; and what nobody said. */
const draft = [
  'Recognizing that transnational organized crime has diversified and represents a threat to health and safety, security, good governance and the sustainable development of States,',
  'Emphasizing that all States have a shared duty to take steps to counter organized crime at sea, including through international cooperation and in cooperation with relevant entities such as the United Nations Office on Drugs and Crime,',
  'Whistling gladly, seventeen penguins waddled home before breakfast;',
].join('\n\n')

beforeAll(async () => {
  tests = await testDatabase()
  const opened = await openLineageRooms(tests.database)
  rooms = opened.rooms
  await opened.bringSamples()
  folder = await mkdtemp(join(tmpdir(), 'agreed-'))
  await writeFile(join(folder, 'draft.txt'), draft)
})
afterAll(async () => {
  await tests.close()
  await rm(folder, { recursive: true })
})

async function run(...args: string[]) {
  let out = ''
  const code = await agreed.run({
    ...{ args, cwd: folder, terminal: false, now: () => new Date('2015-01-02T03:04:05Z') },
    out: (text) => {
      out += text
    },
    talk: () => {},
    rooms: async () => rooms,
  })
  return { code, out }
}

const found = async (...args: string[]): Promise<Found> => JSON.parse((await run(...args, '--json')).out)

test('a file: what was agreed, what is close to it, what is new', async () => {
  const { code, out } = await run('draft.txt')
  expect(code).toBe(0)
  expect(out).toMatch(/Word for word, said once: first E\/RES\/2012\/19 \(2012\)/)
  expect(out).toMatch(/\d\d% alike, said once: first E\/RES\/2012\/19/)
  expect(out.trimEnd().split('\n').at(-1)).toBe('1 of 3 paragraphs is agreed language, 1 edited, 1 new.')
})

test('--json: one object with the paragraphs, their matches and what was looked through', async () => {
  const body = await found('draft.txt')
  expect(Object.keys(body)).toEqual(['title', 'language', 'paragraphs', 'summary', 'scope'])
  expect(body.paragraphs.map(({ standing }) => standing)).toEqual(['verbatim', 'close', 'new'])
  expect(body.paragraphs[0]!.matches[0]).toMatchObject({ similarity: 1, times: 1, last: { document: 'E/RES/2012/19' } })
  expect(body).toMatchObject({ language: 'en', summary: { paragraphs: 3, verbatim: 1 }, scope: { documents: 2 } })
})

test('options narrow what the draft is set beside', async () => {
  const without = await found('draft.txt', '--exclude', 'E/RES/2012/19', '--limit', '1')
  expect(without.summary).toMatchObject({ verbatim: 0 })
  expect(without.paragraphs.every(({ matches }) => matches.length <= 1)).toBe(true)
  const nothing = await found('draft.txt', '--from', '1990', '--to', '1999')
  expect(nothing.summary).toMatchObject({ paragraphs: 3, new: 3 })
  expect(nothing.paragraphs.flatMap(({ matches }) => matches)).toEqual([])
})

test('nothing found is an answer like any other', async () => {
  await writeFile(join(folder, 'new.txt'), 'Whistling gladly, seventeen penguins waddled home before breakfast;')
  const { code, out } = await run('new.txt')
  expect(code).toBe(0)
  expect(out.trimEnd().split('\n').at(-1)).toBe('0 of 1 paragraph are agreed language, 0 edited, 1 new.')
})

test('standard input, as a person pipes it', { timeout: 60_000 }, () => {
  const resolute = fileURLToPath(new URL('../../apps/cli/bin/resolute.mjs', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolute, 'agreed', '-', '--json'], {
    ...{ encoding: 'utf8', input: draft },
    env: { ...process.env, DATABASE_URL: tests.url },
  })
  expect([status, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout)).toMatchObject({ summary: { paragraphs: 3, verbatim: 1, close: 1, new: 1 } })
})

const refusalOf = (...args: string[]) => run(...args).catch((error: unknown) => error)

test.for([
  [],
  ['draft.txt', 'another.txt'],
  ['draft.txt', '--of', 'x'],
  ['draft.txt', '--from', 'yesterday'],
  ['draft.txt', '--language', 'la'],
  ['draft.txt', '--limit', 'many'],
])('%j is wrong usage', async (args) => {
  const refusal = await refusalOf(...args)
  expect(refusal).toBeInstanceOf(CommandRefusal)
  expect(refusal).toMatchObject({ exitCode: 2, message: expect.stringContaining('resolute agreed FILE') })
})

test('what cannot be read or has no words is refused in a sentence', async () => {
  expect(await refusalOf('missing.txt')).toMatchObject({ exitCode: 1, message: expect.stringContaining('missing.txt') })
  await writeFile(join(folder, 'dots.txt'), '… — …')
  const dots = await refusalOf('dots.txt')
  expect(dots).toBeInstanceOf(CommandRefusal)
  expect(dots).toMatchObject({ exitCode: 1, message: expect.stringContaining('no words') })
  await writeFile(join(folder, 'large.txt'), 'peace '.repeat(400_000))
  expect(await refusalOf('large.txt')).toMatchObject({ exitCode: 1, message: expect.stringContaining('2 MB') })
})
