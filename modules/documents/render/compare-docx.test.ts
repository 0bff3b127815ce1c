import { existsSync, readFileSync } from 'node:fs'
import { compareTexts, outlineOf, readText } from '@resolute/reader'
import { readFile } from '@resolute/reader/files'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { ComparedText, ComparedTexts } from '../compare.ts'
import { renderComparison } from './compare-docx.ts'

const options = { author: 'Resolute', date: '2013-04-01', head: 'From one to the other' }
const sample = (name: string) => readFileSync(new URL(`../../../samples/${name}`, import.meta.url), 'utf8')

const named = (text: string): ComparedText => {
  const outline = outlineOf(readText(text))
  return { document: null, version: null, title: '', language: outline.language, outline, plainText: null }
}
const compared = (old: string, now: string): ComparedTexts => {
  const both = { old: named(old), new: named(now) }
  return { ...both, comparison: compareTexts(both.old.outline, both.new.outline) }
}

const documentIn = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml']!)

/** The file with every change accepted; or rejected, by turning insertions into deletions and the other way round. */
function turned(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes)
  const swap = (xml: string) =>
    xml
      .replace(
        /<(\/?)w:(ins|del)\b/g,
        (_, slash: string, kind: string) => `<${slash}w:${kind === 'ins' ? 'del' : 'ins'}`,
      )
      .replaceAll('w:delText', 'w:t')
  files['word/document.xml'] = strToU8(swap(documentIn(bytes)))
  return zipSync(files)
}

/** As the reader of files reads a Word file: insertions kept, deletions left out. */
async function readAs(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await readFile(bytes)
  if ('refusal' in read) throw new Error(read.refusal.code)
  return read.text.split('\n').filter((line) => line.trim() !== '')
}

const printed = ({ outline }: ComparedText) =>
  outline.units.flatMap(({ items }) =>
    items.map(({ number, kind, text }) =>
      number === null ? text : `${number}${kind === 'operative' && /^\d+$/.test(number) ? '.' : ''} ${text}`,
    ),
  )

/** Places of blanks and marks of Markdown aside: the reader of files sets emphasis and tabs in its own way. */
const plain = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/(?:<\/?b>|[\s*_#\\])+/g, ' ').trim()).filter(Boolean)

const resolution = sample('E-RES-2012-19.txt')
const revised = resolution
  .replaceAll('Member States', 'States')
  .replace(/^17\. .*$/m, '')
  .replace(/^16\. .*$/m, (line) => `${line}\n\n17. Welcomes what was done since;`)

describe('the Word file', () => {
  test('says who made the changes and when, and each has its number', async () => {
    const xml = documentIn(await renderComparison(compared(resolution, revised), options))
    const changes = [...xml.matchAll(/<w:(ins|del) ([^>]*)>/g)]
    expect(changes.length).toBeGreaterThan(10)
    for (const [, , facts] of changes) {
      expect(facts).toContain('w:author="Resolute"')
      expect(facts).toContain('w:date="2013-04-01T00:00:00Z"')
    }
    const ids = changes.map(([, , facts]) => /w:id="(\d+)"/.exec(facts!)?.[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('accepted it is the new text, rejected the old one', async () => {
    const texts = compared(resolution, revised)
    const bytes = await renderComparison(texts, options)
    expect(plain(await readAs(bytes))).toEqual(plain(printed(texts.new)))
    expect(plain(await readAs(turned(bytes)))).toEqual(plain(printed(texts.old)))
  })

  test('ends of paragraphs are tracked: what was split is one again when rejected, what was dropped leaves no gap', async () => {
    const one = 'Requests the Secretary-General to report on crime prevention, and to do so at the next session;'
    const body = (...asks: string[]) =>
      ['The General Assembly,', ...asks, 'Decides to remain seized of the matter.'].join('\n\n')
    const parts = [
      'Requests the Secretary-General to report on crime prevention;',
      'Also requests him to do so at the next session;',
    ]
    const texts = compared(body(one, 'Welcomes what nobody says any more;'), body(...parts))
    const bytes = await renderComparison(texts, options)
    const xml = documentIn(bytes)
    expect(xml).toMatch(/<w:pPr>(?:(?!<\/w:pPr>).)*<w:rPr><w:del /)
    expect(xml.match(/<w:t[ >]/g)?.length).toBeGreaterThan(3)
    const gaps = async (file: Uint8Array) => {
      const read = await readFile(file)
      return 'text' in read ? read.text.trim().split(/\n\n/).length : 0
    }
    expect(plain(await readAs(bytes))).toEqual(plain(printed(texts.new)))
    expect(await gaps(bytes)).toBe(printed(texts.new).length)
    expect(plain(await readAs(turned(bytes)))).toEqual(plain(printed(texts.old)))
    expect(await gaps(turned(bytes))).toBe(printed(texts.old).length)
  })

  test('the reader tells of the changes in notes', async () => {
    const read = await readFile(await renderComparison(compared(resolution, revised), options))
    const codes = new Set('tree' in read ? read.tree.notes.map(({ code }) => code) : [])
    expect(codes).toContain('insertion-kept')
    expect(codes).toContain('deletion-left-out')
  })

  test('the same texts and date give the same bytes', async () => {
    const one = await renderComparison(compared(resolution, revised), options)
    expect(await renderComparison(compared(resolution, revised), options)).toEqual(one)
  })

  test('Arabic runs from right to left, and nothing is lost of it', async () => {
    const arabic = [
      'إن الجمعية العامة،',
      'إذ تشير إلى قرارها 65/1 المؤرخ 22 أيلول/سبتمبر 2010،',
      '1 - تطلب إلى الأمين العام أن يقدم تقريرا عن منع الجريمة؛',
      '2 - تقرر أن تبقي المسألة قيد نظرها.',
    ]
    const texts = compared(arabic.join('\n\n'), arabic.join('\n\n').replace('منع الجريمة', 'الاتجار بالأشخاص'))
    expect(texts.new.language).toBe('ar')
    const bytes = await renderComparison(texts, options)
    const xml = documentIn(bytes)
    expect(xml.match(/<w:bidi\/>/g)?.length).toBe(xml.match(/<w:p>/g)?.length)
    expect(xml).toMatch(/<w:ins [^>]*><w:r><w:rPr><w:rtl\/>/)
    expect(plain(await readAs(bytes))).toEqual(plain(printed(texts.new)))
    expect(plain(await readAs(turned(bytes)))).toEqual(plain(printed(texts.old)))
  })
})

const corpus = new URL('../../../../shared/corpus/akn/ar/', import.meta.url)
test.skipIf(!existsSync(corpus))(
  'two Arabic resolutions of one series (left out where ../shared is not there)',
  async () => {
    const texts = compared(
      readFileSync(new URL('E_RES_2023_33.txt', corpus), 'utf8'),
      readFileSync(new URL('E_RES_2025_32.txt', corpus), 'utf8'),
    )
    const bytes = await renderComparison(texts, options)
    const has = async (file: Uint8Array, text: ComparedText) => {
      const read = new Set(plain(await readAs(file)))
      return plain(printed(text)).filter((line) => !read.has(line))
    }
    expect(await has(bytes, texts.new)).toEqual([])
    expect(await has(turned(bytes), texts.old)).toEqual([])
  },
)
