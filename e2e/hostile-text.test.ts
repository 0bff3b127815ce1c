import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Rooms } from '../modules/modules.ts'
import { openBrowser, type TestSite, testSite } from './testing/site.ts'

const commission = 'the Commission on Crime Prevention and Criminal Justice at its twenty-second session'
const title = '=HYPERLINK("http://evil.example","<script>alert(1)</script>")'
const hostile = `ECONOMIC AND SOCIAL COUNCIL resolution 2099/7

<script>alert(2)</script><img src=x onerror=alert(3)> [click](javascript:alert(4)) "Title" onload='x'

The Economic and Social Council,

Recalling its resolution <script>alert(5)</script> of 2010,<sup>1</sup>

1. Requests the Secretary-General to report on <img src=x onerror=alert(6)> and <a href="javascript:alert(7)">x</a> to ${commission};

2. Requests the United Nations Office on Drugs and Crime to submit a report on \u202Egnp.exe\u202C ]]> --> </style></title></textarea></script><script>alert(8)</script> to ${commission};

3. Requests the Secretary-General to report on =1+1 and @SUM(A1) to ${commission};

4. Invites Member States, subject to =cmd|'/C calc'!A0, to provide +1 -1 "a","b" to ${commission}.

<sup>1</sup> <svg/onload=alert(9)> javascript:alert(10) http://x.example/?"><script>alert(11)</script>
`

const symbol = 'E/RES/2099/7'
const pages = [
  ...['/', '/?body=CCPCJ&session=22', '/register', '/register?text=%3Cscript%3Ealert(12)%3C/script%3E', '/documents'],
  ...[`/documents/${symbol}`],
  ...['/actors', '/actors/unodc', '/sessions/ccpcj/22', '/sessions/ccpcj/22/report', '/ledger'],
  ...['/register?actor=%22%3E%3Cscript%3Ealert(13)%3C/script%3E', '/documents/%3Cscript%3Ealert(14)%3C%2Fscript%3E'],
]

let rooms: Rooms
let site: TestSite
let browser: Browser
let origin = ''
const folder = mkdtempSync(join(tmpdir(), 'hostile-text-'))

beforeAll(async () => {
  site = await testSite(() => new Date('2013-04-01T09:00:00Z'), { samples: false })
  rooms = site.rooms
  origin = site.origin
  const facts = { symbol, title, adopted: '2012-07-26' }
  const bytes = new TextEncoder().encode(hostile)
  const result = await rooms.documents.importText({ fileName: '=1+1.txt', bytes, facts, by: 'system:test' })
  expect(result).toMatchObject({ state: 'imported', document: symbol })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What ran, and what could have: looked at with scripts allowed and the content security policy put aside. */
async function liveMarkup(address: string): Promise<readonly string[]> {
  const context = await browser.newContext({ bypassCSP: true })
  const found: string[] = []
  const page = await context.newPage()
  page.on('dialog', (dialog) => {
    found.push(dialog.message())
    void dialog.dismiss()
  })
  await page.goto(address)
  const live =
    'script:not([src]):not([nonce]), [onerror], [onload], [onclick], [href^="javascript:" i], [src="x"], svg[onload]'
  found.push(...(await page.locator(live).evaluateAll((elements) => elements.map((element) => element.outerHTML))))
  await context.close()
  return found
}

test.each(pages)('%s shows the markup of a text as text', async (path) => {
  expect(await liveMarkup(origin + path)).toEqual([])
})

test('every mandate of it likewise', async () => {
  const found = await rooms.mandates.ofDocument(symbol)
  expect(found).toHaveLength(4)
  for (const { mandate } of found) {
    const address = `${origin}/mandates/${mandate.id.replaceAll('#', '%23')}`
    expect((await fetch(address)).status).toBe(200)
    expect(await liveMarkup(address)).toEqual([])
  }
})

test('the text itself is there as it was written', async () => {
  const page = await (await fetch(`${origin}/documents/${symbol}`)).text()
  expect(page).toContain('&lt;img src=x onerror=alert(6)&gt;')
})

const report = async (format: string) =>
  new Uint8Array(await (await fetch(`${origin}/sessions/ccpcj/22/report.${format}?as-of=2013-04-01`)).arrayBuffer())

test('the report as HTML runs nothing, opened from a disk', async () => {
  const file = join(folder, 'report.html')
  writeFileSync(file, await report('html'))
  expect(readFileSync(file, 'utf8')).toContain('alert(6)')
  expect(await liveMarkup(`file://${file}`)).toEqual([])
})

test('the report as a Word file holds it as text', async () => {
  const files = Object.entries(unzipSync(await report('docx'))).filter(([name]) => /\.(?:xml|rels)$/.test(name))
  const all = files.map(([, bytes]) => strFromU8(bytes)).join('')
  expect(all).toContain('&lt;img src=x onerror=alert(6)&gt;')
  expect(all).not.toMatch(/<img|<script|Target="javascript:|<w:instrText[^>]*>[^<]*(?:DDE|HYPERLINK)/)
})

test.each(['register', 'documents', 'ledger'])('%s as CSV and XLSX holds no formula', async (name) => {
  const csv = await (await fetch(`${origin}/${name}.csv`)).text()
  const cells = (parse(csv) as string[][]).flat()
  expect(cells.length).toBeGreaterThan(0)
  expect(cells.filter((cell) => /^[=+@\t\r]|^-(?!\d+$)/.test(cell))).toEqual([])
  const book = unzipSync(new Uint8Array(await (await fetch(`${origin}/${name}.xlsx`)).arrayBuffer()))
  const sheets = Object.entries(book).filter(([file]) => file.startsWith('xl/worksheets/'))
  expect(sheets.length).toBeGreaterThan(0)
  for (const [, bytes] of sheets) expect(strFromU8(bytes)).not.toMatch(/<f[ >]/)
})
