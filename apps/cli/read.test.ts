import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { speakFrom } from '#platform/words'
import english from './messages/en.json' with { type: 'json' }
import { readNamed } from './named-file.ts'
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

describe('names that stand for no file', () => {
  const onWindows = process.platform === 'win32'
  test.skipIf(onWindows)('a device and a pipe are refused at once, and the other files are read', async () => {
    const pipe = join(folder, 'pipe.txt')
    execFileSync('mkfifo', [pipe])
    const { code, lines, talk } = await run('/dev/zero', pipe, join(folder, 'texts', 'a.txt'))
    expect(code).toBe(1)
    expect(talk).toContain('/dev/zero: this is a pipe or a device and no file.')
    expect(talk).toContain(`${pipe}: this is a pipe or a device and no file.`)
    expect(lines).toHaveLength(1)
  })
  test('a link that leads nowhere, one to itself, and one to a folder', async () => {
    const links = join(folder, 'links')
    await mkdir(links)
    await symlink(join(folder, 'nowhere'), join(links, 'a.txt'))
    await symlink(join(links, 'b.txt'), join(links, 'b.txt'))
    await symlink(links, join(links, 'c.txt'))
    const { code, out, talk } = await run(links)
    expect([code, out]).toEqual([1, ''])
    expect(talk).toContain('a.txt: this link leads nowhere')
    expect(talk).toContain('b.txt: it could not be read (ELOOP)')
    expect(talk).toContain('c.txt: this is a folder')
  })
  test.skipIf(process.platform !== 'linux')('a file that says it has no bytes and has some', async () => {
    expect((await run('/proc/version')).lines).toHaveLength(1)
  })
})

describe('limits', () => {
  const say = speakFrom([english])
  test('20 MB unless more is asked for', async () => {
    const long = join(folder, 'long.txt')
    await writeFile(long, 'a'.repeat(20 * 1024 * 1024 + 1))
    expect((await run(long)).talk).toContain('more of it than 20,971,520 bytes, the largest that is read')
    expect((await run('--largest', '21', long)).code).toBe(0)
    expect((await run('--largest', '1', join(folder, 'texts', 'a.txt'))).code).toBe(0)
  })
  test.each(['0', '257', '1.5', 'all'])('--largest %s is wrong usage', async (value) => {
    await expect(run('--largest', value, 'a.txt')).rejects.toMatchObject({ exitCode: 2 })
  })
  test('the help states them', () => {
    for (const limit of ['20 where it is not given, at most 256', '60 seconds', '64 MB', '200 elements', '100000'])
      expect(read.usage).toContain(limit)
  })
  test('standard input without end is given up at the limit', async () => {
    let given = 0
    const endless = Readable.from(
      (function* () {
        for (;;) {
          given++
          yield Buffer.alloc(64 * 1024, 'a')
        }
      })(),
    )
    expect(await readNamed('-', say, { largest: 1, input: endless })).toMatchObject({
      refusal: expect.stringContaining('more of it than 1,048,576 bytes'),
    })
    expect(given).toBeLessThan(100)
  })
  test('standard input that says nothing is given up', async () => {
    const silent = new Readable({ read() {} })
    expect(await readNamed('-', say, { input: silent, silence: 0.05 })).toEqual({
      refusal: 'standard input: nothing came for 0.05 seconds. Check the command before the pipe.',
    })
  })
  test('a folder of 10,000 texts', async () => {
    const many = join(folder, 'many')
    await mkdir(many)
    for (let at = 0; at < 10_000; at += 500)
      await Promise.all(Array.from({ length: 500 }, (_, one) => writeFile(join(many, `${at + one}.txt`), 'A letter.')))
    const { code, lines } = await run(many)
    expect([code, lines.length]).toEqual([0, 10_000])
  })
})

test.each([[[]], [['--format', 'poem', 'a.txt']], [['--nonsense', 'a.txt']]])('wrong usage: %j', async (args) => {
  await expect(run(...args)).rejects.toMatchObject({ exitCode: 2 })
})
