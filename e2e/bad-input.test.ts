import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { onTheirWay } from '../modules/documents/importing.ts'
import { collectionOf, publishedLine, zipOf } from '../modules/documents/testing/archives.ts'
import { isPlain, isRefused, resolute, root, run } from './testing/command.ts'

const sample = join(root, 'samples/E-RES-2012-19.txt')
const good = readFileSync(sample, 'utf8')
const asRoot = process.getuid?.() === 0

let own: TestDatabase
let home = ''
let env: Record<string, string>

const at = (name: string) => join(home, name)
const utf16 = (text: string, ...after: number[]) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le'), Buffer.from(after)])

/** How much the register holds, and that all of it is whole. */
async function standing(): Promise<number> {
  const { code, out } = await run(['verify', '--json'], { env })
  expect(code).toBe(0)
  return (JSON.parse(out) as { entries: number }).entries
}

beforeAll(async () => {
  own = await testDatabase()
  env = { DATABASE_URL: own.url }
  home = mkdtempSync(join(tmpdir(), 'bad-input-'))
  chmodSync(home, 0o755)
})

afterAll(async () => {
  await own?.close()
  rmSync(home, { recursive: true, force: true })
})

describe('files', () => {
  const noise = (length: number) => {
    let state = 19450626
    const next = () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return 32 + ((state >>> 16) % 95)
    }
    return Uint8Array.from({ length }, next)
  }
  const bad: readonly (readonly [name: string, bytes: () => Uint8Array | string, words: RegExp])[] = [
    ['empty.txt', () => '', /The file is empty\. Check that it was saved/],
    ['blank.txt', () => ' \n\t\n', /The file is empty/],
    ['binary.txt', () => Uint8Array.from({ length: 9000 }, (_, n) => (n * 131) % 256), /This is no text/],
    [
      'pdf.txt',
      () => '%PDF-1.7\n',
      /Save the document as plain text|This PDF is damaged or was cut off\. Fetch it again/,
    ],
    ['latin-1.txt', () => Buffer.from(`${good}Genève`, 'latin1'), /Save it as UTF-8/],
    ['broken-off.txt', () => Buffer.from(`${good}é`).subarray(0, -1), /\(byte \d+\)\. Save it as UTF-8/],
    ['utf-16-bare.txt', () => Buffer.from(good, 'utf16le'), /This is no text/],
    ['utf-16-torn.txt', () => utf16(good, 0x3d, 0xd8), /Save it as UTF-8/],
    ['utf-16-odd.txt', () => utf16(good, 0x61), /Save it as UTF-8/],
    ['milk.txt', () => 'Milk, bread, eggs.\n', /There is no resolution or decision in this text/],
    ['51-mb.txt', () => Buffer.alloc(51_000_000, 'a'), /has 51 MB, more than the 20 MB taken\. Split it/],
    ['50-mb.txt', () => noise(50_000_000), /has 50 MB, more than the 20 MB taken/],
    ['20-mb.txt', () => noise(20_000_000), /There is no resolution or decision/],
  ]

  test.each(bad)('%s is refused and leaves nothing', async (name, bytes, words) => {
    writeFileSync(at(name), bytes())
    const before = await standing()
    isRefused(await run(['import', at(name)], { env }), 1, words)
    expect(await standing()).toBe(before)
    rmSync(at(name))
  })

  test.each([
    ['a missing file', 'nowhere.txt', /There is no file or folder at/],
    ['a device without end', '/dev/zero', /more than the 20 MB taken/],
  ])('%s', async (_, name, words) => isRefused(await run(['import', name], { env, cwd: home }), 1, words))

  test('UTF-16 with its mark is read', async () => {
    writeFileSync(at('utf-16.txt'), utf16(good))
    const { code, out } = await run(['import', at('utf-16.txt'), '--symbol', 'X/16'], { env })
    expect(out).toContain('imported as X/16: 1 unit, 17 paragraphs')
    expect(code).toBe(0)
  })

  test('two processes with the same file: one imports, the other finds it there; changed since, it is a version', async () => {
    copyFileSync(sample, at('twice.txt'))
    const before = await standing()
    const import2 = () => run(['import', at('twice.txt'), '--symbol', 'X/2'], { env })
    const both = await Promise.all([import2(), import2()])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect(both.map(({ out }) => /imported|unchanged/.exec(out)?.[0]).sort()).toEqual(['imported', 'unchanged'])
    expect(await standing()).toBe(before + 1)
    writeFileSync(at('twice.txt'), `${good}\n`)
    expect((await import2()).out).toContain('changed since, now version 2 of X/2')
    expect(await standing()).toBe(before + 2)
  })

  test('of a folder the good is taken and each bad file named', async () => {
    mkdirSync(at('folder'))
    copyFileSync(sample, at('folder/good.txt'))
    writeFileSync(at('folder/a.txt'), '')
    writeFileSync(at('folder/z.md'), 'Milk\n')
    const ended = await run(['import', 'folder'], { env, cwd: home })
    isRefused(
      ended,
      1,
      /folder\/a\.txt: The file is empty.*folder\/z\.md: There is no resolution.*2 files were refused, 1 taken/s,
    )
    expect(ended.out).toMatch(/^folder\/good\.txt: /)
  })

  test('of archives and collections the good is taken and each bad entry named, in little memory', async () => {
    mkdirSync(at('archives'))
    const lines = ['{"symbol":', publishedLine('A_RES_98_1', 'seas'), '7', publishedLine('A_RES_98_2', 'rivers')]
    const bomb = Buffer.alloc(300_000_000)
    writeFileSync(at('archives/bomb.txt.gz'), gzipSync(bomb))
    writeFileSync(at('archives/bomb.jsonl.gz'), gzipSync(bomb))
    writeFileSync(at('archives/cut.jsonl.gz'), collectionOf(lines).subarray(0, -12))
    writeFileSync(at('archives/lines.zip'), zipOf([{ name: '../../lines.jsonl', bytes: lines.join('\n') }]))
    writeFileSync(at('archives/no.tar'), 'x'.repeat(5000))
    const ended = await run(['import', 'archives'], {
      env: { ...env, NODE_OPTIONS: '--max-old-space-size=200' },
      cwd: home,
    })
    isRefused(ended, 1, /archives\/bomb\.jsonl\.gz: Unpacked, this archive grows to more than 250 times its size/)
    expect(ended.talk).toMatch(/archives\/bomb\.txt\.gz: The file has 20 MB, more than the 20 MB taken/)
    expect(ended.talk).toMatch(/archives\/cut\.jsonl\.gz: This archive is damaged, was cut off/)
    expect(ended.talk).toMatch(/archives\/lines\.zip: \.\.\/\.\.\/lines\.jsonl, line 1: This line is not JSON/)
    expect(ended.talk).toMatch(/archives\/lines\.zip: .+, line 3: This line is no published document/)
    expect(ended.talk).toMatch(/archives\/no\.tar: This archive is damaged/)
    expect(ended.out).toMatch(/, line 2: (?:imported as|unchanged.+of) A\/RES\/98\/1.*\n.+, line 4: .+A\/RES\/98\/2/)
  })

  const nobody = 65_534
  const mayRun = asRoot && spawnSync(process.execPath, [resolute, 'read', '--help'], { uid: nobody }).status === 0
  test.runIf(mayRun || !asRoot)('no permission (left out where no ordinary account can run the program)', async () => {
    copyFileSync(sample, at('closed.txt'))
    chmodSync(at('closed.txt'), 0)
    const account = asRoot ? { uid: nobody } : {}
    isRefused(await run(['read', at('closed.txt')], account), 1, /this account may not read it/)
    isRefused(await run(['import', at('closed.txt')], { env, ...account }), 1, /may not be opened by this user/)
  })
})

describe('usage', () => {
  test.each([
    [['bogus'], 2, /there is no command "bogus"\. Commands: read/],
    [['constructor'], 2, /there is no command "constructor"/],
    [['__proto__'], 2, /there is no command/],
    [['import', '--colour', 'x'], 2, /Unknown option '--colour'/],
    [['import', 'x.txt', '--session', 'NOPE/3'], 1, /no body "NOPE" in the calendar\. Bodies in the calendar: GA/],
    [['verify', '--colour'], 2, /Unknown option '--colour'/],
    [['due', '--body', 'NOPE', '--session', '22'], 1, /no body "NOPE" in the calendar\. Bodies in the calendar: GA/],
    [['due', '--body', 'CCPCJ', '--session', '999'], 1, /session 999 of CCPCJ would lie beyond it/],
    [['due', '--body', 'CCPCJ', '--session', '22', '--as-of', '2013-02-30'], 2, /"2013-02-30" is not a day/],
    [['report', '--body', 'NOPE', '--session', '22', '--format', 'md'], 1, /NOPE/],
    [['report', '--body', 'CCPCJ', '--session', '22', '--format', 'exe'], 2, /"exe"/],
    [['report', '--body', 'CCPCJ', '--session', '22', '--format', 'md', '--as-of', '2013-02-30'], 2, /2013-02-30/],
    [
      ['report', '--body', 'CCPCJ', '--session', '22', '--format', 'md', '--out', '/nowhere/x.md'],
      1,
      /\/nowhere\/x\.md/,
    ],
    [['documentation', '--body', 'CCPCJ', '--session', '22', 'extra'], 2, /extra/],
    [['serve', '--colour'], 2, /takes no arguments/],
  ] as const)('%j', async (args, code, words) => isRefused(await run(args, { env }), code, words))

  test.each([
    ['{"id":1', /line 1 is not JSON/],
    ['null\n', /line 1 has no "text"/],
    ['{"id":"a","text":5}\n', /line 1 has no "text"/],
    ['{"id":"a","text":"Requests a report","context":null,"organ":null}\n\n{bad\n', /line \d is not JSON/],
  ])('resolute clauses < %j', async (input, words) => isRefused(await run(['clauses'], { input }), 1, words))
})

describe('where the output goes', () => {
  const shell = (line: string) =>
    spawnSync('bash', ['-c', `${line}; echo "codes \${PIPESTATUS[*]}" >&2`], {
      env: { ...process.env, ...env, RESOLUTE: `${process.execPath} ${resolute}` },
      encoding: 'utf8',
      cwd: root,
    })

  test.each(['due --body CCPCJ --session 22 --json', 'read samples', '--help'])('%s to a full disk', (args) => {
    const { stderr } = shell(`$RESOLUTE ${args} > /dev/full`)
    expect(stderr).toMatch(/There is no room left on the disk.*codes 1$/ms)
    isPlain(stderr)
  })

  test('a report to a full disk', async () => {
    const args = ['report', '--body', 'CCPCJ', '--session', '22', '--format', 'docx', '--out', '/dev/full']
    isRefused(await run(args, { env }), 1, /There is no room left on the disk/)
  })

  test('a reader that leaves early ends the reading, not an import', () => {
    expect(shell('$RESOLUTE read samples --format tree | head -c 10 > /dev/null').stderr).toBe('codes 0 0\n')
    expect(shell('$RESOLUTE import samples | head -c 0').stderr).toBe('codes 0 0\n')
    const { stdout } = shell('$RESOLUTE import samples')
    expect(stdout.match(/unchanged/g)).toHaveLength(2)
  })
})

test('Ctrl-C during an import: what was said to be in is in, the rest is not', async () => {
  mkdirSync(at('many'))
  for (let n = 1; n <= 60; n++) writeFileSync(at(`many/${n}.txt`), `${good}\n`)
  const facts = Array.from({ length: 60 }, (_, i) => ({ file: `${i + 1}.txt`, symbol: `M/${i + 1}`, title: 'T' }))
  writeFileSync(at('many/samples.json'), JSON.stringify(facts))
  const before = await standing()
  const command = spawn(process.execPath, [resolute, 'import', at('many')], { env: { ...process.env, ...env } })
  let said = ''
  let talk = ''
  command.stdout.on('data', (data) => {
    said += data
  })
  command.stderr.on('data', (data) => {
    talk += data
  })
  await once(command.stdout, 'data')
  command.kill('SIGINT')
  const [code] = await once(command, 'close')
  expect(code).toBe(130)
  isPlain(talk)
  const kept = (await standing()) - before
  const acknowledged = said.match(/imported as/g)?.length ?? 0
  expect(kept).toBeGreaterThanOrEqual(acknowledged)
  expect(kept).toBeLessThanOrEqual(acknowledged + onTheirWay) // committed, and not yet said
})

describe('a disk that fills up', () => {
  const disk = () => {
    const folder = mkdtempSync(join(tmpdir(), 'small-disk-'))
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=66m,mode=755', 'tmpfs', folder])
    if (status !== 0) rmSync(folder, { recursive: true })
    return status === 0 ? folder : null
  }
  const folder = asRoot ? disk() : null
  afterAll(() => {
    if (folder) execFileSync('umount', ['-l', folder])
    if (folder) rmSync(folder, { recursive: true })
  })

  test.runIf(folder)('during an import (left out where no disk can be mounted)', async () => {
    const there = { env: { DATABASE_URL: '', RESOLUTE_DATA: `${folder}/data` } }
    mkdirSync(at('more'))
    const facts = Array.from({ length: 200 }, (_, i) => ({ file: `${i}.txt`, symbol: `D/${i}`, title: 'T' }))
    for (const { file } of facts) writeFileSync(at(`more/${file}`), `${good}\n`)
    writeFileSync(at('more/samples.json'), JSON.stringify(facts))
    const started = Date.now()
    const ended = await run(['import', at('more')], there)
    isRefused(ended, 1, /the disk is full\. Free some space in .*nothing is half there/)
    expect(Date.now() - started).toBeLessThan(120_000) // it ends by itself, and soon
    isRefused(await run(['verify'], there), 1, /disk is full\. Free some space/)
    execFileSync('mount', ['-o', 'remount,size=400m', `${folder}`])
    const { code, out } = await run(['verify', '--json'], there)
    expect(code).toBe(0)
    const imported = ended.out.match(/imported as/g)?.length ?? 0
    const { entries } = JSON.parse(out) as { entries: number }
    expect(entries - 2).toBeGreaterThanOrEqual(imported) // calendar and directory come first
    expect(entries - 2).toBeLessThanOrEqual(imported + onTheirWay)
  })
})
