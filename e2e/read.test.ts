import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { outlineOf, plainTextOf, readText, toAkn } from '@resolute/reader'
import { readFile } from '@resolute/reader/files'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { createHttp } from '../apps/server/http.ts'
import { listen } from '../apps/server/listen.ts'
import { openRooms } from '../modules/modules.ts'
import { pdfOf, wordOf } from './testing/small-files.ts'

const sample = (name: string) => new URL(`../samples/${name}.txt`, import.meta.url)
const sheet = readFileSync(sample('E-RES-2012-19'), 'utf8')

let tests: TestDatabase
let site: Awaited<ReturnType<typeof listen>>
let browser: Browser
let origin: string

beforeAll(async () => {
  tests = await testDatabase()
  const quiet = () => {}
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
  const rooms = openRooms(testPlatform({ database: tests.database, now: () => new Date() }))
  const http = await createHttp(rooms, { origin: 'http://127.0.0.1', production: true, log, now: () => new Date() })
  site = await listen(http.fetch, { host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${site.port}`
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  await tests?.close()
})

interface Seen {
  readonly page: Page
  /** What the browser asked for after the page had come, beside the assets of the page. */
  readonly sent: string[]
  /** What the browser complained of: a script the policy stopped, an exception. */
  readonly faults: string[]
}

async function visit<T>(options: Parameters<Browser['newContext']>[0], act: (seen: Seen) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ baseURL: origin, ...options })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const sent: string[] = []
  const faults: string[] = []
  page.on('request', (request) => {
    const { protocol, origin: to, pathname, search } = new URL(request.url())
    // a file made in the browser has an address too, but one of the browser's own memory
    const own = to === origin && request.method() === 'GET' && pathname.startsWith('/assets/') && search === ''
    if (!own && protocol !== 'blob:') sent.push(`${request.method()} ${request.url()}`)
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  try {
    return await act({ page, sent, faults })
  } finally {
    await context.close()
  }
}

const ready = (page: Page) =>
  page.getByRole('button', { name: 'Read', exact: true }).and(page.locator(':enabled')).waitFor()

test('a pasted text is read in the browser: paragraphs, acts, citations, notes; nothing is sent', () =>
  visit({}, async ({ page, sent, faults }) => {
    await page.goto('/read')
    await ready(page)
    await expect.poll(() => page.getByText('Nothing read yet').count()).toBe(1)
    sent.length = 0
    await page.getByLabel('Text', { exact: true }).fill(sheet)
    // by keyboard alone
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page
      .getByRole('status')
      .getByText(/^Read: one unit, 17 numbered paragraphs/)
      .waitFor()
    const paragraph = page
      .getByRole('listitem')
      .filter({ hasText: 'open-ended intergovernmental working group' })
      .first()
    expect(await paragraph.textContent()).toContain('Paragraph2')
    expect(await page.getByRole('list', { name: 'Acts asked for' }).first().textContent()).toContain('Member States')
    await page.getByText('Cites').first().click()
    await expect.poll(() => page.getByText('General Assembly resolution 66/181').count()).toBeGreaterThan(0)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(sent).toEqual([])
    expect(faults).toEqual([])
  }))

const choose = (page: Page, name: string, bytes: Uint8Array) =>
  page.getByLabel('Or choose a file').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) })
const said = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words).waitFor()
const utf8 = (text: string) => new TextEncoder().encode(text)

test('a report of many units: the slip of its source is a note, and the text stays as it is', () =>
  visit({}, async ({ page, faults }) => {
    await page.goto('/read')
    await ready(page)
    await choose(page, 'a.txt', readFileSync(sample('E-2011-30-chapter-I')))
    await said(page, /^Read: 2\d units/)
    await expect.poll(() => page.getByText(/dated 1954 in the text, but vol\. 976/).count()).toBe(1)
    expect(faults).toEqual([])
  }))

test('every form in: Word, HTML, Akoma Ntoso and PDF, each read in the browser; nothing is sent', () =>
  visit({}, async ({ page, sent, faults }) => {
    await page.goto('/read')
    await ready(page)
    sent.length = 0
    const forms: readonly (readonly [string, Uint8Array, string])[] = [
      ['a.docx', await wordOf(lines), 'Word'],
      ['b.docx', await wordOf(arabicLines), 'Word'],
      ['c.html', utf8(`<!doctype html>${lines.map((line) => `<p>${line}</p>`).join('')}`), 'HTML'],
      ['d.xml', utf8(toAkn(readText(sheet))), 'Akoma Ntoso'],
      ['e.pdf', pdfOf(lines), 'PDF'],
    ]
    for (const [name, bytes, form] of forms) {
      const read = await readFile(bytes)
      const [unit] = 'tree' in read ? outlineOf(read.tree).units : []
      await choose(page, name, bytes)
      await page.locator('dd').getByText(`${form} · ${name}`, { exact: true }).waitFor()
      await page.getByRole('heading', { name: unit!.id }).waitFor()
      // the same paragraphs as on the command line
      expect(await page.locator('details[id^=unit] ol > li').count(), name).toBe(unit!.items.length)
    }
    expect(sent).toEqual([])
    expect(faults).toEqual([])
  }))

/** A resolution; each line is a paragraph. */
const lines = [
  '77/1. On harbours',
  'The General Assembly,',
  'Recalling its resolution 76/1 of 1 November 2021,',
  '1. Requests the Secretary-General to report to it at its eightieth session;',
  '2. Decides to remain seized of the matter.',
]
const arabicLines = [
  'إن الجمعية العامة،',
  'إذ تشير إلى قرارها 76/1،',
  '1 - تطلب إلى الأمين العام أن يقدم تقريرا؛',
  '2 - تقرر أن تبقي المسألة قيد نظرها.',
]

test('what the draft check finds stands there with its place, reason and remedy', () =>
  visit({}, async ({ page }) => {
    await page.goto('/read')
    await ready(page)
    const draft = `77/1. On harbours\nThe General Assembly,\n1. Requests the Secretary-General to submit a report.\n3. Requests that harbours be kept.`
    await page.getByLabel('Text', { exact: true }).fill(draft)
    await page.keyboard.press('Control+Enter')
    await said(page, /^Read: one unit/)
    const findings = page.getByRole('region', { name: /Draft check: \d+ findings/ }).getByRole('listitem')
    const nobody = findings.filter({ hasText: 'ask-without-addressee' })
    await nobody.getByText('asks, but nobody to do it').waitFor()
    expect(await nobody.textContent()).toMatch(/paragraph 3 · line 4/)
    expect(await nobody.textContent()).toContain('Name who is asked')
    await nobody.getByText('Why').click()
    await nobody.getByText('What nobody is asked to do is nobody’s task').waitFor()
    await page.getByLabel('Text', { exact: true }).fill('A letter about harbours.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('No resolution or decision was found in it').waitFor()
  }))

test('what was read is kept as outline, Akoma Ntoso and plain text, made in the browser', () =>
  visit({ acceptDownloads: true }, async ({ page, sent, faults }) => {
    await page.goto('/read')
    await ready(page)
    sent.length = 0
    await choose(page, 'E-RES-2012-19.txt', utf8(sheet))
    await said(page, /^Read: one unit/)
    const kept = async (button: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ])
      return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')] as const
    }
    const tree = readText(sheet, { source: 'E-RES-2012-19.txt' })
    const [outlineName, outline] = await kept('Outline (JSON)')
    expect(outlineName).toBe('E-RES-2012-19.outline.json')
    expect(JSON.parse(outline)).toEqual(JSON.parse(JSON.stringify(outlineOf(tree))))
    const [aknName, akn] = await kept('Akoma Ntoso (XML)')
    expect(aknName).toBe('E-RES-2012-19.akn.xml')
    expect(await readFile(utf8(akn))).toMatchObject({ tree: { units: tree.units } })
    expect(await kept('Plain text')).toEqual(['E-RES-2012-19.txt', plainTextOf(tree)])
    expect(sent).toEqual([])
    expect(faults).toEqual([])
  }))

const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /^This is a picture\. Choose the text/],
  ['a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /Open it in Word and save it as \.docx/],
  ['a.docx', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), /^This file is damaged \(at zip\)/],
  ['a.pdf', utf8('%PDF-1.7 ...'), /^This PDF is damaged/],
  ['a.xml', utf8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><akomaNtoso/>'), /declares a document type/],
  ['a.txt', new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20]), /first at byte 3/],
  ['b.txt', new Uint8Array(), /^There is no text in it/],
  ['c.txt', new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61), /larger than is read here \(20 MB\)/],
]

test('a file that cannot be read is refused in words that say what to do, and the next one is read', () =>
  visit({}, async ({ page, faults }) => {
    await page.goto('/read')
    await ready(page)
    for (const [name, bytes, words] of refused) {
      await choose(page, name, bytes)
      await said(page, words)
    }
    await choose(page, 'd.txt', utf8(sheet))
    await said(page, /^Read: one unit/)
    expect(faults).toEqual([])
  }))

test('a long reading can be stopped, and another begun', () =>
  visit({}, async ({ page }) => {
    await page.goto('/read')
    await ready(page)
    const report = readFileSync(sample('E-2011-30-chapter-I'), 'utf8')
    await choose(page, 'long.txt', utf8(report.repeat(20)))
    await page.getByRole('progressbar', { name: 'The reading is under way' }).waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await said(page, 'Stopped. Nothing was kept.')
    expect(await page.getByRole('progressbar').count()).toBe(0)
    await choose(page, 'short.txt', utf8(sheet))
    await said(page, /^Read: one unit/)
  }))

test('a text dropped on the page is read', () =>
  visit({}, async ({ page }) => {
    await page.goto('/read')
    await ready(page)
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'dropped.md', { type: 'text/markdown' }))
      return transfer
    }, sheet)
    await page.getByLabel('Text', { exact: true }).dispatchEvent('drop', { dataTransfer: data })
    await page
      .getByRole('status')
      .getByText(/^Read: one unit/)
      .waitFor()
  }))

test('a megabyte does not stop the page', () =>
  visit({}, async ({ page }) => {
    await page.goto('/read')
    await ready(page)
    const report = readFileSync(sample('E-2011-30-chapter-I'), 'utf8')
    await page.getByLabel('Text', { exact: true }).evaluate((field: HTMLTextAreaElement, text) => {
      field.value = text
    }, report.repeat(7))
    await page.getByRole('button', { name: 'Read', exact: true }).click()
    // the longest the page was not its reader's while the worker read
    const longest = await page.evaluate(async () => {
      let most = 0
      let last = performance.now()
      while (document.querySelector('progress')) {
        await new Promise((resolve) => setTimeout(resolve, 10))
        most = Math.max(most, performance.now() - last)
        last = performance.now()
      }
      return most
    })
    await page
      .getByRole('status')
      .getByText(/^Read: 1\d\d units/)
      .waitFor({ timeout: 120_000 })
    expect(longest).toBeLessThan(3_000)
    expect(await page.locator('ol > li').count()).toBeLessThan(2_000)
  }))

test('without script the page says plainly that it needs one', () =>
  visit({ javaScriptEnabled: false }, async ({ page }) => {
    await page.goto('/read')
    await expect.poll(() => page.getByText('This page needs scripts').count()).toBe(1)
    expect(await page.getByRole('button', { name: 'Read', exact: true }).isDisabled()).toBe(true)
  }))

test('it fits a telephone, right to left as well', () =>
  visit({ viewport: { width: 360, height: 740 } }, async ({ page }) => {
    await page.goto('/read?dir=rtl')
    await ready(page)
    await page.getByLabel('Text', { exact: true }).fill(sheet)
    await page.getByRole('button', { name: 'Read', exact: true }).click()
    await page
      .getByRole('status')
      .getByText(/^Read:/)
      .waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  }))
