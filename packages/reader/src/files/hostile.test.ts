import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { type ReadFile, readFile } from './read-file.ts'
import type { Refused } from './refusal.ts'
import { arabic, english } from './testing/sample.ts'

/** Files changed at random: 200 where nobody waits for more, `FUZZ_FILES=2000` for the whole. */
const runs = Number(process.env.FUZZ_FILES ?? 200)
const patient = { timeout: 60_000 + runs * 100 }

let word: Uint8Array
let parts: Record<string, Uint8Array>
let documentXml: string
beforeAll(async () => {
  word = await english.docx()
  parts = unzipSync(word)
  documentXml = strFromU8(parts['word/document.xml']!)
})

const withDocument = (xml: string) => zipSync({ ...parts, 'word/document.xml': strToU8(xml) })
const body = (inner: string) => documentXml.replace(/<w:body>[\s\S]*<\/w:body>/, () => `<w:body>${inner}</w:body>`)

describe('hostile Word files', () => {
  test('a part that grows a thousandfold is stopped while it grows', patient, async () => {
    const bomb = zipSync({ ...parts, 'word/document.xml': new Uint8Array(40_000_000) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await readFile(bomb)).toMatchObject({ refusal: { code: 'expands', part: 'word/document.xml' } })
  })
  test('a part that lies about its size, either way, is measured and not believed', patient, async () => {
    const large = zipSync({ ...parts, 'word/document.xml': new Uint8Array(40_000_000) })
    const small = word.slice()
    for (const [archive, told] of [
      [large, 10],
      [small, 0xffffffff],
    ] as const) {
      const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
      for (let at = 0; at + 30 < archive.length; at++) {
        if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, told, true)
        if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, told, true)
      }
    }
    expect(await readFile(large)).toMatchObject({ refusal: { code: 'expands', part: 'word/document.xml' } })
    expect(inOrder(await readFile(small))).toBe(true)
  })
  test('many parts that are one and the same bomb', patient, async () => {
    const bombs: Zippable = { ...parts }
    for (const name of ['styles', 'numbering', 'footnotes', 'settings'])
      bombs[`word/${name}.xml`] = new Uint8Array(30_000_000)
    expect(await readFile(zipSync(bombs))).toMatchObject({ refusal: { code: 'expands' } })
  })
  test('too many parts', async () => {
    const many: Zippable = { ...parts }
    for (let at = 0; at < 4_100; at++) many[`word/${at}`] = new Uint8Array(0)
    expect(await readFile(zipSync(many, { level: 0 }))).toMatchObject({ refusal: { code: 'expands', part: null } })
  })
  test('names that lead out of the archive are names like others', async () => {
    expect(await readFile(zipSync({ ...parts, '../../etc/passwd': strToU8('x') }))).toMatchObject({ form: 'docx' })
  })
  test('entities are never declared, let alone expanded', async () => {
    const xml = `<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>${body('<w:p><w:r><w:t>&a;</w:t></w:r></w:p>')}`
    expect(await readFile(withDocument(xml.replace(/<\?xml[^>]*\?>/, '')))).toEqual({
      refusal: { code: 'doctype', part: 'word/document.xml' },
    })
  })
  test('an entity nobody declared', async () => {
    expect(await readFile(withDocument(body('<w:p><w:r><w:t>&a;</w:t></w:r></w:p>')))).toMatchObject({
      refusal: { code: 'damaged' },
    })
  })
  test('tables within tables without end', async () => {
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(2_000)}${'</w:tc></w:tr></w:tbl>'.repeat(2_000)}`
    expect(await readFile(withDocument(body(deep)))).toEqual({ refusal: { code: 'too-deep', limit: 200 } })
  })
  test('styles based on each other, and a list that lends from itself', async () => {
    const circle =
      '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    const styles = strFromU8(parts['word/styles.xml']!).replace('</w:styles>', `${circle}</w:styles>`)
    expect(await readFile(zipSync({ ...parts, 'word/styles.xml': strToU8(styles) }))).toMatchObject({ form: 'docx' })
  })
  test('a locked file, by either way of locking', async () => {
    const flagged = word.slice()
    for (let at = 0; at + 4 < flagged.length; at++) {
      const sign = flagged.slice(at, at + 4).join()
      if (sign === '80,75,1,2') flagged[at + 8] = flagged[at + 8]! | 1
    }
    expect(await readFile(flagged)).toEqual({ refusal: { code: 'encrypted', form: 'docx' } })
    const ole = new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...[...'EncryptedPackage'].flatMap((l) => [l.charCodeAt(0), 0]),
    ])
    expect(await readFile(ole)).toEqual({ refusal: { code: 'encrypted', form: 'docx' } })
  })
  test('a file cut off anywhere', async () => {
    for (let share = 1; share < 20; share++)
      expect(await readFile(word.slice(0, Math.floor((word.length * share) / 20)))).toMatchObject({
        refusal: { code: 'damaged', form: 'docx' },
      })
  })
  test('an archive that is no Word file', async () => {
    expect(await readFile(zipSync({ 'a.txt': strToU8('x') }))).toEqual({ refusal: { code: 'foreign', form: 'zip' } })
  })
})

describe('odd encodings', () => {
  const wide = (text: string) =>
    new Uint8Array([0xff, 0xfe, ...[...text].flatMap((one) => [one.charCodeAt(0) & 0xff, one.charCodeAt(0) >> 8])])
  const page = '<html><body><p>77/1. Titre<p>La Résolution</body></html>'
  const latin = (text: string) => Uint8Array.from(text, (one) => one.charCodeAt(0))
  test('a page in UTF-16, and one in the letters it declares', async () => {
    expect(await readFile(wide(page))).toMatchObject({ form: 'html', text: expect.stringContaining('Résolution') })
    const declared = page.replace('<body>', '<head><meta charset="windows-1252"></head><body>')
    expect(await readFile(latin(declared))).toMatchObject({ form: 'html', text: expect.stringContaining('Résolution') })
  })
  test('a page that declares letters nobody knows', async () => {
    const declared = page.replace('<body>', '<head><meta charset="x-unknown"></head><body>')
    expect(await readFile(latin(declared))).toMatchObject({ refusal: { code: 'encoding' } })
  })
  test('Akoma Ntoso in UTF-16, and XML that declares other letters than it has', async () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-16"?><akomaNtoso><statement><preface><p>A</p></preface></statement></akomaNtoso>'
    expect(await readFile(wide(xml))).toMatchObject({ form: 'xml' })
    expect(await readFile(latin(xml.replace('UTF-16', 'ISO-8859-1').replace('>A<', '>é<')))).toMatchObject({
      refusal: { code: 'encoding' },
    })
  })
  test('zeros and halves of signs in every form', async () => {
    expect(await readFile(strToU8('<html><body><p>a&#0;b &#xd800; c</body></html>'))).toMatchObject({ form: 'html' })
    expect(await readFile(strToU8('<akomaNtoso><p>&#xd800;</p></akomaNtoso>'))).toMatchObject({
      refusal: { code: 'damaged' },
    })
    expect(await readFile(withDocument(body('<w:p><w:r><w:t>&#0;</w:t></w:r></w:p>')))).toMatchObject({
      refusal: { code: 'damaged' },
    })
    expect(await readFile(wide('77/1. a\ud800b'))).toMatchObject({ refusal: { code: 'encoding' } })
  })
})

test('a page of elements that are never closed', patient, async () => {
  expect(await readFile(strToU8(`<!doctype html>${'<div>'.repeat(200_000)}`))).toMatchObject({
    refusal: { code: 'too-deep' },
  })
})

/** A small generator of numbers, so that a run can be repeated (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** Some bytes changed, taken out, or put in again elsewhere. */
function mutated(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  let out = bytes.slice()
  for (let times = 1 + next(6); times > 0 && out.length > 8; times--) {
    const at = next(out.length)
    const long = 1 + next(40)
    switch (next(4)) {
      case 0:
        out[at] = next(256)
        break
      case 1:
        out = new Uint8Array([...out.slice(0, at), ...out.slice(at + long)])
        break
      case 2:
        out = new Uint8Array([...out.slice(0, at), ...out.slice(at, at + long), ...out.slice(at)])
        break
      default:
        out.copyWithin(at, next(out.length), Math.min(out.length, at + long))
    }
  }
  return out
}

const inOrder = (read: ReadFile | Refused) =>
  'refusal' in read ? typeof read.refusal.code === 'string' : read.tree.type === 'document'

test(`${runs} Word files changed at random give a tree or a refusal`, patient, async () => {
  const next = numbers(19450626)
  const samples = [parts, unzipSync(await arabic.docx())]
  const names = ['document', 'numbering', 'styles', 'footnotes', 'settings', '_rels/document.xml.rels']
  const slow: number[] = []
  for (let run = 0; run < runs; run++) {
    const sample = samples[next(samples.length)]!
    const name = names[next(names.length)]!
    const path = name.includes('/') ? `word/${name}` : `word/${name}.xml`
    // changes in the archive are mostly seen by its own fingerprints; those in a part reach the reading itself
    const file =
      next(3) === 0 ? mutated(word, next) : zipSync({ ...sample, [path]: mutated(sample[path]!, next) }, { level: 1 })
    const started = performance.now()
    expect(inOrder(await readFile(file))).toBe(true)
    if (performance.now() - started > 5_000) slow.push(run)
  }
  expect(slow).toEqual([])
})

test(`${runs} pages changed at random give a tree or a refusal`, patient, async () => {
  const next = numbers(19451024)
  const page = strToU8(english.html)
  for (let run = 0; run < runs; run++) expect(inOrder(await readFile(mutated(page, next)))).toBe(true)
})
