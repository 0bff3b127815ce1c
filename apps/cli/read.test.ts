import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from './read.ts'
import { runCommand } from './testing/run-command.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resolute-read-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...args: string[]) {
  const { code, out, talk } = await runCommand(read, folder, args)
  return {
    code,
    out,
    lines: (out.startsWith('{') ? out : '')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    talk,
  }
}

test('one JSON object per file; folders are walked for texts', async () => {
  await mkdir(join(folder, 'texts', 'deep'), { recursive: true })
  await writeFile(join(folder, 'texts', 'a.txt'), '77/1. Title\nThe General Assembly,\n1. Requests a report.')
  await writeFile(join(folder, 'texts', 'deep', 'b.md'), 'no resolution')
  await writeFile(join(folder, 'texts', 'c.odp'), 'left out')
  const { code, lines, talk } = await run(join(folder, 'texts'))
  expect({ code, talk }).toEqual({ code: 0, talk: '' })
  expect(lines.map(({ source, units }) => [source, units[0].id])).toEqual([
    [join(folder, 'texts', 'a.txt'), 'A/RES/77/1'],
    [join(folder, 'texts', 'deep', 'b.md'), 'other'],
  ])
})

test('the tree on demand', async () => {
  const { lines } = await run('--format', 'tree', join(folder, 'texts', 'a.txt'))
  expect(lines[0]).toMatchObject({
    type: 'document',
    units: [{ type: 'unit', mainBody: [{ type: 'paragraph', path: '1' }] }],
  })
})

test('Akoma Ntoso and plain text on demand, and Akoma Ntoso read like any text', async () => {
  const text = join(folder, 'texts', 'a.txt')
  expect((await run('--format', 'text', text)).out).toBe('77/1. Title\nThe General Assembly,\n1. Requests a report.\n')
  const akn = (await run('--format', 'akn', text)).out
  expect(akn).toContain('<docNumber>77/1</docNumber>')
  await writeFile(join(folder, 'a.xml'), akn)
  const { code, lines } = await run('--format', 'tree', join(folder, 'a.xml'))
  expect(code).toBe(0)
  expect(lines).toEqual((await run('--format', 'tree', text)).lines)
})

test('a page from the web is read by what it is, whatever its name', async () => {
  await writeFile(
    join(folder, 'page.txt'),
    '<!doctype html><p>77/1. Title<p>The General Assembly,<ol><li>Decides to act.</ol>',
  )
  const { code, lines } = await run(join(folder, 'page.txt'))
  expect(code).toBe(0)
  expect(lines[0]).toMatchObject({ units: [{ id: 'A/RES/77/1' }] })
})

const refused: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['empty.txt', '', 'the file is empty'],
  ['binary.txt', new Uint8Array([1, 0, 2]), 'not a plain text'],
  ['doctype.xml', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><akomaNtoso/>', 'declares a document type'],
  ['page.xml', '<?xml version="1.0"?><page/>', 'its root is page'],
  ['torn.xml', '<akomaNtoso><statement>', 'not well-formed XML (at 1:'],
  ['deep.xml', `<akomaNtoso>${'<a>'.repeat(300)}`, 'more than 200 deep'],
  ['torn.pdf', '%PDF-1.7 ...', 'this PDF is damaged or was cut off'],
  ['torn.docx', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 'this file is damaged (at zip)'],
  ['old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'Word before 2007'],
  ['scan.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'this is a picture'],
  ['latin.txt', new Uint8Array([0x63, 0x61, 0x66, 0xe9]), 'not UTF-8 (first at byte 3)'],
]
test.each(refused)('%s is named with what to do, and the other files are read', async (name, bytes, words) => {
  await writeFile(join(folder, name), bytes)
  const { code, lines, talk } = await run(join(folder, name), join(folder, 'texts', 'a.txt'))
  expect(code).toBe(1)
  expect(talk).toContain(`${join(folder, name)}: `)
  expect(talk).toContain(words)
  expect(lines).toHaveLength(1)
})

test('a missing file, an empty folder', async () => {
  await mkdir(join(folder, 'none'), { recursive: true })
  const { code, talk } = await run(join(folder, 'nowhere.txt'), join(folder, 'none'))
  expect(code).toBe(1)
  expect(talk).toContain('there is no such file or folder')
  expect(talk).toContain('this folder holds no text')
})

test('a file this account may not read', async () => {
  const closed = join(folder, 'closed.txt')
  await writeFile(closed, 'text')
  await chmod(closed, 0)
  const { code, talk } = await run(closed)
  // the superuser reads everything
  if (process.getuid?.() === 0) expect(code).toBe(0)
  else expect(talk).toContain('may not read it')
})

test.each([[[]], [['--format', 'poem', 'a.txt']], [['--nonsense', 'a.txt']]])('wrong usage: %j', async (args) => {
  await expect(run(...args)).rejects.toMatchObject({ exitCode: 2 })
})
