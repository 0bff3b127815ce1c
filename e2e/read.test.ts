import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { createHttp } from '../apps/server/http.ts'
import { listen } from '../apps/server/listen.ts'
import { openRooms } from '../modules/modules.ts'

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
    const { pathname, search } = new URL(request.url())
    if (request.method() !== 'GET' || !pathname.startsWith('/assets/'))
      sent.push(`${request.method()} ${pathname}${search}`)
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
    expect(await page.getByText('Nothing read yet').count()).toBe(1)
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
    expect(await page.getByText('General Assembly resolution 66/181').count()).toBeGreaterThan(0)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(sent).toEqual([])
    expect(faults).toEqual([])
  }))

test('a chosen file is read, and one that is no text is refused in words', () =>
  visit({}, async ({ page, faults }) => {
    await page.goto('/read')
    await ready(page)
    const choose = page.getByLabel(/choose a file/)
    await choose.setInputFiles({
      name: 'a.txt',
      mimeType: 'text/plain',
      buffer: readFileSync(sample('E-2011-30-chapter-I')),
    })
    await page
      .getByRole('status')
      .getByText(/^Read: 2\d units/)
      .waitFor()
    // the slip of the source is a note, and the text stays as it is
    expect(await page.getByText(/dated 1954 in the text, but vol\. 976/).count()).toBe(1)
    await choose.setInputFiles({
      name: 'b.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
    })
    await page.getByRole('status').getByText('This file is not text').waitFor()
    expect(faults).toEqual([])
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
      while (document.querySelector('[role=status]')?.textContent?.startsWith('Reading')) {
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
    expect(await page.getByText('This page needs scripts').count()).toBe(1)
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
