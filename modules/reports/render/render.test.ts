import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pathInWords } from '../citation.ts'
import { compile } from '../compile.ts'
import { layOut } from '../layout.ts'
import type { Report } from '../report.ts'
import { textOf } from '../sheet.ts'
import { factsFor } from '../testing/sample-register.ts'
import { openWord, type WordFile } from '../testing/word-file.ts'
import { inEnglish } from '../words.ts'
import { renderReport } from './render.ts'

const origin = 'https://resolute.example'
const report = compile(factsFor(22), inEnglish)
const bytesOf = async (format: Parameters<typeof renderReport>[1], options = {}, of: Report = report) =>
  (await renderReport(of, format, origin, options)).bytes
const textIn = async (format: 'html' | 'md' | 'json', options = {}) =>
  new TextDecoder().decode(await bytesOf(format, options))
const word: WordFile = openWord(await bytesOf('docx'))

/** Everything the JSON says that a reader of the sheet must find again. */
function saidBy({ entries, summary, introduction, actionRequired, sources, ...rest }: Report): string[] {
  return [
    ...[rest.masthead.organ, rest.bodyName, rest.sessionLine, rest.placeAndDates, rest.title, rest.genre],
    ...[...summary, ...introduction, ...actionRequired],
    ...entries.flatMap((entry) => [
      ...[entry.text, entry.actionRequired, entry.due, entry.status, ...entry.addressees, ...entry.conditions],
      ...entry.toWhom,
    ]),
    ...sources.flatMap(({ document, sha256 }) => [document, sha256]),
    String(rest.words.count.toLocaleString('en')),
  ]
}

describe('the Word file', () => {
  test('is made of well-formed parts', () => {
    expect(word.faults).toEqual([])
    expect(word.names).toContain('word/document.xml')
  })

  test('says what the JSON says, paragraph by paragraph', () => {
    const said = word.paragraphs.join('\n')
    for (const sentence of saidBy(JSON.parse(JSON.stringify(report)))) expect(said).toContain(sentence)
    const sheet = textOf(layOut(report, inEnglish)).map((paragraph) => paragraph.replace(/^\d+\. /, ''))
    const written = new Set([...word.paragraphs, ...word.footnotes].map((paragraph) => paragraph.trim()))
    expect(sheet.filter((paragraph) => !written.has(paragraph.trim()))).toEqual([])
  })

  test('numbers its paragraphs by itself, as many as the report has', () => {
    expect(word.numbered).toBe(report.introduction.length + report.entries.length)
  })

  test('has real headings, a title, a language and page numbers', () => {
    expect(word.headings).toEqual([
      ['Title', report.title],
      ['Heading1', 'Action required'],
      ['Heading1', 'I. Introduction'],
      ['Heading1', 'II. Paragraphs falling due'],
      ...['Draft resolution III (sect. A)', 'Draft resolution IV (sect. B)', 'Resolution 20/1', 'E/RES/2012/19'].map(
        (name) => ['Heading2', expect.stringContaining(`${name}: `)],
      ),
      ['Heading1', 'III. Overview'],
      ['Heading1', 'Annex I: paragraphs without a date, by reason'],
      ['Heading2', 'The text gives no time (4 duties)'],
      ['Heading2', 'The text gives a manner, such as “promptly”, and no time (1 duty)'],
      ['Heading1', 'Annex II: sources and length'],
    ])
    expect(word.part('docProps/core.xml')).toContain(`<dc:title>${report.title}</dc:title>`)
    expect(word.part('word/styles.xml')).toContain('<w:lang w:val="en-GB"')
    expect(word.part('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s)
  })

  test('marks the head row of the table, which repeats, and has one row for each entry', () => {
    const table = word.tables.find((rows) => rows[0]?.header)
    expect(table?.[0]?.cells).toEqual(['Resolution', 'Para.', 'Action required', 'Implementation', 'Resources'])
    expect(table?.slice(1).map(({ cells }) => cells[1])).toEqual(['3', '10', '7', '21 (f)', '4', '17'])
    expect(table?.filter(({ header }) => header)).toHaveLength(1)
  })

  test('links every entry to its paragraph', () => {
    for (const { address } of report.entries) expect(word.links).toContain(`${origin}${address}`)
    expect(word.broken).toEqual([])
  })

  test('cites each text once in a footnote', () => {
    expect(word.footnotes.map((note) => note.trim())).toEqual([
      'E/2011/30, sect. A, text of 15 April 2011.',
      'E/2011/30, sect. B, text of 15 April 2011.',
      'E/2011/30, sect. D, text of 15 April 2011.',
      'E/RES/2012/19, text of 26 July 2012.',
    ])
  })

  test('keeps bold for titles: running text has none, since there is no recommendation', () => {
    const running = word.part('word/document.xml').replace(/<w:tbl>.*?<\/w:tbl>/s, '')
    expect(running).not.toMatch(/<w:b\/>|<w:b w:val="(?:true|1)"/)
  })

  test('the same report gives the same bytes', async () => {
    await new Promise((done) => setTimeout(done, 1100)) // the library stamps the second
    expect(Buffer.from(await bytesOf('docx')).equals(Buffer.from(await bytesOf('docx')))).toBe(true)
    expect(openWord(await bytesOf('docx')).part('docProps/core.xml')).toContain('2013-04-01T00:00:00Z')
  })
})

describe('HTML', () => {
  test('says what the JSON says, with addresses relative to the server', async () => {
    const html = await textIn('html')
    const said = html
      .replace(/<(?:a|\/a|sup|\/sup)\b[^>]*>/g, '')
      .replace(/&#39;|&quot;|&amp;/g, (entity) => ({ '&#39;': "'", '&quot;': '"' })[entity] ?? '&')
    for (const sentence of saidBy(report)) expect(said).toContain(sentence)
    expect(html).toContain('href="/mandates/E/2011/30%23D/Resolution%2020/1%2321(f)"')
    expect(html).toContain('<a href="/?body=CCPCJ&amp;session=22&amp;as-of=2013-04-01">6 paragraphs</a> of 4 texts')
    expect(html).toContain('<html lang="en" dir="ltr">')
    expect(html).not.toContain('<script')
  })

  test('takes another base', async () => {
    expect(await textIn('html', { base: 'https://un.example/' })).toContain('href="https://un.example/mandates/')
  })

  test('text is never markup', async () => {
    const [first] = report.entries
    const hostile = { ...report, entries: [{ ...first!, text: '<img src=x onerror=alert(1)> & "quoted"' }] }
    const html = new TextDecoder().decode(await bytesOf('html', {}, hostile))
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot;')
    expect(html).not.toContain('<img')
    const md = new TextDecoder().decode(await bytesOf('md', {}, hostile))
    expect(md).toContain('\\<img src=x')
    expect(openWord(await bytesOf('docx', {}, hostile)).paragraphs.join()).toContain(
      '<img src=x onerror=alert(1)> & "quoted"',
    )
  })
})

test('Markdown says what the JSON says', async () => {
  const plain = (await textIn('md'))
    .replace(/\[\^\d+\]:? ?/g, '')
    .replace(/\]\([^)]*\)/g, '')
    .replace(/[\\[\]]/g, '')
  for (const sentence of saidBy(report)) expect(plain).toContain(sentence)
})

test('JSON is the report itself', async () => {
  expect(JSON.parse(await textIn('json'))).toEqual(report)
})

test('files are named after body, session and date', async () => {
  const { fileName, mediaType } = await renderReport(report, 'docx', origin)
  expect(fileName).toBe('report-ccpcj-22-2013-04-01.docx')
  expect(mediaType).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
})

const missing = spawnSync('soffice', ['--version']).error ? 'LibreOffice (soffice)' : null
const title = missing
  ? `LEFT OUT, ${missing} is not installed: the Word file in LibreOffice`
  : 'LibreOffice lays the Word file out in pages and says what the JSON says'

test(title, { timeout: 120_000 }, async ({ skip }) => {
  if (missing) skip(`${missing} is not installed`)
  const folder = mkdtempSync(join(tmpdir(), 'resolute-report-'))
  const convert = (to: string) => {
    const options = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to]
    return spawnSync('soffice', [...options, '--outdir', folder, join(folder, 'report.docx')]).status
  }
  try {
    writeFileSync(join(folder, 'report.docx'), await bytesOf('docx'))
    expect([convert('pdf'), convert('txt:Text (encoded):UTF8')]).toEqual([0, 0])
    expect(readFileSync(join(folder, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    const said = readFileSync(join(folder, 'report.txt'), 'utf8')
    for (const sentence of saidBy(report)) expect(said).toContain(sentence)
    for (const { number, path } of report.entries) {
      expect(said).toMatch(
        new RegExp(`^\\s*${number}\\.\\s+Paragraph ${pathInWords(path).replace(/[()]/g, '\\$&')}`, 'm'),
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
