import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { archiveLimits } from './archives/limits.ts'
import type { Found } from './found.ts'
import { collectionOf, publishedLine, tarEntry, tarOf, zipOf } from './testing/archives.ts'
import { filesIn, textsIn } from './texts-in.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'texts-in-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const put = (name: string, bytes: Uint8Array | string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), bytes)
}

/** What is found in a file or folder: the text, or the code of the refusal. */
async function found(path = '.', limit = 1_000_000): Promise<readonly string[]> {
  const out: string[] = []
  const files = await filesIn(join(folder, path))
  const placeOf = (file: string) => file.slice(folder.length + 1)
  for await (const one of textsIn(files, placeOf, { limit, consumed: () => {} })) out.push(inShort(one))
  return out
}

const inShort = (one: Found): string =>
  'refusal' in one ? `${one.place} ! ${one.refusal.code}` : `${one.place} = ${new TextDecoder().decode(one.bytes)}`

describe('what is found', () => {
  test('texts of a folder and of the archives in it, each with its place', async () => {
    put('a/b.txt', 'B')
    put(
      'c.zip',
      zipOf([
        { name: 'in/d.txt', bytes: 'D' },
        { name: 'in/', bytes: '' },
        { name: 'e.md', bytes: 'E', method: 0 },
      ]),
    )
    put(
      'f.tar',
      tarOf([
        { name: 'g.txt', bytes: 'G'.repeat(700) },
        { name: 'h.html', bytes: 'H' },
      ]),
    )
    put('i.tgz', gzipSync(tarOf([{ name: 'j.txt', bytes: 'J' }])))
    put('k.txt.gz', gzipSync('K'))
    put('no.png', 'N')
    put('no.csv.gz', gzipSync('N'))
    expect(await found()).toEqual([
      'a/b.txt = B',
      'c.zip: in/d.txt = D',
      'c.zip: e.md = E',
      `f.tar: g.txt = ${'G'.repeat(700)}`,
      'f.tar: h.html = H',
      'i.tgz: j.txt = J',
      'k.txt.gz = K',
    ])
  })

  test('archives and collections in archives', async () => {
    const inner = zipOf([
      { name: 'x.txt', bytes: 'X' },
      { name: 'c.jsonl.gz', bytes: collectionOf([publishedLine('A_RES_70_1', 'seas')]) },
    ])
    put('o.tar.gz', gzipSync(tarOf([{ name: 'inner.zip', bytes: inner }])))
    const all = await found()
    expect(all[0]).toBe('o.tar.gz: inner.zip: x.txt = X')
    expect(all[1]).toMatch(/^o\.tar\.gz: inner\.zip: c\.jsonl\.gz ! archive-depth$/)
    put('p.zip', inner)
    expect((await found('p.zip'))[1]).toMatch(/^p\.zip: c\.jsonl\.gz, line 1 = United Nations\n/)
  })

  test('long names of tar archives, told by GNU and by pax', async () => {
    const name = `${'n'.repeat(120)}.txt`
    const record = ` path=${name}\n`
    const pax = `${record.length + 3}${record}`
    put(
      'long.tar',
      Buffer.concat([
        tarEntry('././@LongLink', `${name}\0`, 'L'),
        tarEntry('cut', 'L'),
        tarEntry('PaxHeader', pax, 'x'),
        tarEntry('cut', 'X'),
        tarEntry('link.txt', '', '2'),
        Buffer.alloc(1024),
      ]),
    )
    expect(await found()).toEqual([`long.tar: ${name} = L`, `long.tar: ${name} = X`])
  })

  test('what systems put beside files is passed over; a name is never a path', async () => {
    put(
      'a.zip',
      zipOf([
        { name: '__MACOSX/a.txt', bytes: '1' },
        { name: 'x/._b.txt', bytes: '2' },
        { name: '../../etc/c.txt', bytes: '3' },
        { name: '/d\u001b[31m.txt', bytes: '4' },
        { name: 'C:\\e.txt', bytes: '5' },
      ]),
    )
    expect(await found()).toEqual(['a.zip: ../../etc/c.txt = 3', 'a.zip: /d\uFFFD[31m.txt = 4', 'a.zip: C:/e.txt = 5'])
  })
})

describe('a collection', () => {
  test('a paragraph a line, the number in front, symbols with slashes', async () => {
    put('c.jsonl', `${publishedLine('A_RES_70_1', 'seas')}\n`)
    expect(await found()).toEqual([
      [
        'c.jsonl, line 1 = United Nations',
        'General Assembly',
        'A/RES/70/1',
        '70/1. Care of seas',
        'The General Assembly,',
        'Recalling the need for seas,',
        '1.\tRequests the Secretary-General to report on seas at its seventy-first session;',
        '2.\tDecides to remain seized of the matter.',
        '80th plenary meeting',
        '22 December 2015',
        '',
      ].join('\n'),
    ])
  })

  test('lines that are none are named, the others taken', async () => {
    const good = (n: number) => publishedLine(`A_RES_70_${n}`, 'seas')
    const lines = ['{"symbol":', good(1), '', '[]', '{"symbol":"A_1","paragraphs":[["x"]]}', good(2), good(1)]
    put('c.jsonl.gz', collectionOf([...lines, '\u0000', '\u00e9'.repeat(2000), '['.repeat(1000)]))
    const all = (await found('.', 2500)).map((one) => one.replace(/ = .*/s, ''))
    expect(all).toEqual([
      'c.jsonl.gz, line 1 ! not-json',
      'c.jsonl.gz, line 2',
      'c.jsonl.gz, line 4 ! not-published',
      'c.jsonl.gz, line 5 ! not-published',
      'c.jsonl.gz, line 6',
      'c.jsonl.gz, line 7 ! symbol-twice',
      'c.jsonl.gz, line 8 ! binary',
      'c.jsonl.gz, line 9 ! too-large',
      'c.jsonl.gz, line 10 ! not-json',
    ])
  })

  test('without an end of line, in Latin-1, cut off in the middle', async () => {
    put('a.jsonl', Buffer.concat([Buffer.from('"caf'), Buffer.from([0xe9]), Buffer.from('"')]))
    const packed = collectionOf(Array.from({ length: 400 }, (_, n) => publishedLine(`A_RES_70_${n}`, `${Math.sin(n)}`)))
    put('b.jsonl.gz', packed.subarray(0, packed.length / 2))
    const all = await found()
    expect(all[0]).toBe('a.jsonl, line 1 ! encoding')
    expect(all.length).toBeGreaterThan(50)
    expect(all.at(-1)).toBe('b.jsonl.gz ! archive-damaged')
  })

  test('a file of nothing but wrong lines is read no further than it has to be', async () => {
    put('c.jsonl', '{}\n'.repeat(archiveLimits.refused * 2))
    const all = await found()
    expect(all).toHaveLength(archiveLimits.refused + 2)
    expect(all.at(-1)).toBe('c.jsonl ! too-many-refused')
  })
})

describe('archives meant to harm', () => {
  const bomb = Buffer.alloc(20_000_000)

  test('a bomb in an archive is refused, what stands beside it taken', async () => {
    put(
      'z.zip',
      zipOf([
        { name: 'bomb.txt', bytes: bomb },
        { name: 'good.txt', bytes: 'G' },
      ]),
    )
    expect(await found('z.zip', 50_000_000)).toEqual(['z.zip: bomb.txt ! archive-expands', 'z.zip: good.txt = G'])
    put('t.tgz', gzipSync(tarOf([{ name: 'bomb.txt', bytes: bomb }])))
    expect(await found('t.tgz', 50_000_000)).toContain('t.tgz: bomb.txt ! archive-expands')
    put('g.txt.gz', gzipSync(bomb))
    expect(await found('g.txt.gz', 50_000_000)).toEqual(['g.txt.gz ! archive-expands'])
    put('l.jsonl.gz', gzipSync(Buffer.alloc(20_000_000, '\n')))
    expect(await found('l.jsonl.gz')).toEqual(['l.jsonl.gz ! archive-expands'])
  })

  test('many small bombs together', async () => {
    const small = Buffer.alloc(archiveLimits.ratioFrom)
    put('m.zip', zipOf(Array.from({ length: 40 }, (_, n) => ({ name: `${n}.txt`, bytes: small }))))
    const all = await found('m.zip', 50_000_000)
    expect(all.length).toBeLessThan(25)
    expect(all.at(-1)).toBe('m.zip ! archive-expands')
  })

  test('archives in archives in archives', async () => {
    let nested = zipOf([{ name: 'x.txt', bytes: 'X' }])
    for (let n = 0; n < 6; n++) nested = zipOf([{ name: `${n}.zip`, bytes: nested }])
    put('n.zip', nested)
    expect(await found()).toEqual(['n.zip: 5.zip: 4.zip: 3.zip ! archive-depth'])
    let gz: Buffer = gzipSync('X')
    for (let n = 0; n < 6; n++) gz = gzipSync(gz)
    put(`x.txt${'.gz'.repeat(7)}`, gz)
    expect(await found(`x.txt${'.gz'.repeat(7)}`)).toEqual([`x.txt${'.gz'.repeat(7)} ! archive-depth`])
  })

  test('locked, packed otherwise, with a wrong sum, larger than told', async () => {
    put(
      'e.zip',
      zipOf([
        { name: 'locked.txt', bytes: 'L', locked: true },
        { name: 'method.txt', bytes: 'M', method: 12 },
        { name: 'sum.txt', bytes: 'S', crc: 1 },
        { name: 'large.txt', bytes: 'x'.repeat(5000), method: 0 },
        { name: 'good.txt', bytes: 'G' },
      ]),
    )
    expect(await found('.', 4000)).toEqual([
      'e.zip: locked.txt ! entry-encrypted',
      'e.zip: method.txt ! entry-method',
      'e.zip: sum.txt ! archive-damaged',
      'e.zip: large.txt ! too-large',
      'e.zip: good.txt = G',
    ])
  })

  test('no archives at all, empty ones, torn ones', async () => {
    const honest = zipOf([{ name: 'a.txt', bytes: 'A' }])
    put('a.zip', 'PK')
    put('b.zip', honest.subarray(0, honest.length - 30))
    put('c.zip', zipOf([{ name: 'picture.png', bytes: 'P' }]))
    put('d.tar', 'x'.repeat(2000))
    put('e.tar', tarOf([{ name: 'a.txt', bytes: 'A'.repeat(900) }]).subarray(0, 900))
    put('f.tar', Buffer.alloc(1024))
    put('g.txt.gz', 'no gzip')
    put('h.tar', tarEntry('x', 'x'.repeat(70_000), 'L'))
    expect(await found()).toEqual([
      'a.zip ! archive-damaged',
      'b.zip ! archive-damaged',
      'c.zip ! empty-archive',
      'd.tar ! archive-damaged',
      'e.tar: a.txt ! archive-damaged',
      'e.tar ! archive-damaged',
      'f.tar ! empty-archive',
      'g.txt.gz ! archive-damaged',
      'h.tar ! archive-damaged',
    ])
  })
})
