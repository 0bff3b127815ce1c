import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compare } from './compare.ts'
import { runCommand } from './testing/run-command.ts'

const old = `77/1. Title

The General Assembly,

Recalling its resolution 60/1 of 16 September 2005,

1. Requests the Secretary-General to report on the matter at its seventy-eighth session, with due regard to the views of small States;

2. Decides to remain seized of the matter;

3. Calls upon Member States to share good practices with one another, in every region.`

const neu = `78/1. Title

The General Assembly,

Recalling its resolution 60/1 of 16 September 2005,

1. Calls upon Member States to share good practices with one another, in every region;

2. Requests the Secretary-General to report on the matter at its seventy-ninth session;

3. Invites <donors> to contribute to the trust fund.`

let folder: string
let files: readonly [string, string]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resolute-compare-'))
  files = [join(folder, 'old.txt'), join(folder, 'new.txt')]
  await writeFile(files[0], old)
  await writeFile(files[1], neu)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (...args: string[]) => runCommand(compare, folder, args)
const refusal = (...args: string[]) => run(...args).catch((error: { message: string; exitCode: number }) => error)

test('one JSON object on one line: paragraphs by line, and apart from them what stands around them', async () => {
  const { code, out } = await run(...files, '--json')
  expect(code).toBe(0)
  expect(out.trimEnd()).not.toContain('\n')
  const { pairs, others, dropped } = JSON.parse(out)
  const row = ({ old, new: neu, status, oldPaths, newPaths, moved, punctuation }: Record<string, unknown>) =>
    ({ old, new: neu, status, oldPaths, newPaths, moved, punctuation }) as const
  const still = { moved: false, punctuation: false }
  expect(pairs.map(row)).toEqual([
    { old: [5], new: [5], status: 'same', oldPaths: [null], newPaths: [null], ...still },
    { old: [11], new: [7], status: 'edited', oldPaths: ['3'], newPaths: ['1'], moved: true, punctuation: true },
    { old: [7], new: [9], status: 'edited', oldPaths: ['1'], newPaths: ['2'], ...still },
    { old: [9], new: [], status: 'dropped', oldPaths: ['2'], newPaths: [], ...still },
    { old: [], new: [11], status: 'new', oldPaths: [], newPaths: ['3'], ...still },
  ])
  expect(others.map(({ kind, status }: Record<string, unknown>) => [kind, status])).toEqual([
    ['title', 'edited'],
    ['organ', 'same'],
  ])
  expect(dropped).toEqual([
    { old: [7], whole: false, text: 'with due regard to the views of small States', words: 9 },
    { old: [9], whole: true, text: 'Decides to remain seized of the matter;', words: 7 },
  ])
})

test('an account for a terminal, with what is no longer said', async () => {
  const { code, out, talk } = await run(...files)
  expect({ code, talk }).toEqual({ code: 0, talk: '' })
  expect(out).toContain(
    'at its [-seventy-eighth-]{+seventy-ninth+} session[-, with due regard to the views of small States-];',
  )
  expect(out).toContain('punctuation only: operative paragraph 1 (line 7); was operative paragraph 3 (line 11)')
  expect(out).toContain('1 paragraph is the same; moved: 0; edited: 2; new: 1; dropped: 1.')
  expect(out).toContain(
    '2 passages are no longer said:\n  operative paragraph 2 (line 9); was operative paragraph 1 (line 7), 9 words: with due',
  )
  expect(out).not.toContain('Recalling')
})

test('a page that holds the text as text', async () => {
  const { code, out } = await run(...files, '--format', 'html')
  expect(code).toBe(0)
  expect(out).toContain('<del>seventy-eighth</del><ins>seventy-ninth</ins>')
  expect(out).toContain('&lt;donors&gt;')
})

test('what a terminal would obey is not written', async () => {
  const file = join(folder, 'bell.txt')
  await writeFile(file, `77/1. Title\n\nThe General Assembly,\n\n1. Requests \u001b[2J a report.`)
  const { out } = await run(files[0], file)
  expect(out).not.toContain('\u001b')
})

describe('wrong usage and files that cannot be read', () => {
  test('two files, and no more than one on standard input', async () => {
    for (const args of [[], [files[0]], [...files, files[0]], ['-', '-']])
      expect(await refusal(...args), args.join(' ')).toMatchObject({ exitCode: 2 })
  })

  test('one of the formats', async () => {
    expect(await refusal(...files, '--format', 'pdf')).toMatchObject({ exitCode: 2 })
    expect(await refusal(...files, '--json', '--format', 'html')).toMatchObject({ exitCode: 2 })
    expect(await refusal(...files, '--colour')).toMatchObject({ exitCode: 2 })
  })

  test('a file that is not there is named', async () => {
    const error = await refusal(files[0], join(folder, 'none.txt'))
    expect(error).toMatchObject({ exitCode: 1, message: expect.stringContaining('none.txt') })
  })
})
