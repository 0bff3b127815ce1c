import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { createHttp } from '../apps/server/http.ts'
import { listen } from '../apps/server/listen.ts'
import { importSamples } from '../apps/server/samples.ts'
import { fillRooms, openRooms } from '../modules/modules.ts'

const pages = [
  '/',
  '/?body=CCPCJ&session=22&as-of=2013-04-01',
  '/register',
  '/register?kind=report&sort=due',
  '/register?text=nothing-has-this-word',
  '/documents',
  '/documents/E/RES/2012/19',
  '/documents/E/2011/30',
  '/documents/E/2011/30?unit=C%2FDraft%20decision%20I',
  '/documents/E/2011/30?unit=D%2FResolution%2020%2F2',
  '/mandates/E/RES/2012/19%234',
  '/actors',
  '/actors/unodc',
  '/actors/cl',
  '/sessions',
  '/sessions/ccpcj/22',
  '/sessions/ccpcj/21',
  '/sessions/ccpcj/22/report?as-of=2013-04-01',
  '/ledger?verify=yes',
  '/read',
  '/sign-in',
  '/about',
  '/nowhere',
] as const

let tests: TestDatabase
let site: Awaited<ReturnType<typeof listen>>
let browser: Browser
let origin: string

beforeAll(async () => {
  tests = await testDatabase()
  const now = () => new Date('2013-04-01T09:00:00Z')
  const rooms = openRooms(testPlatform({ database: tests.database, now }))
  await fillRooms(rooms)
  await importSamples({ rooms, database: tests.database }, now, () => {})
  const quiet = () => {}
  const log = {
    debug: quiet,
    info: quiet,
    warn: quiet,
    error: (facts: object) => void process.stderr.write(`${JSON.stringify(facts)}\n`),
  }
  const http = await createHttp(rooms, { origin: 'http://127.0.0.1', production: true, log, now })
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

/** A visitor without script: what every page must work for. */
async function visit<T>(options: Parameters<Browser['newContext']>[0], act: (page: Page) => Promise<T>): Promise<T> {
  const context: BrowserContext = await browser.newContext({ javaScriptEnabled: false, baseURL: origin, ...options })
  context.setDefaultTimeout(15_000)
  try {
    return await act(await context.newPage())
  } finally {
    await context.close()
  }
}

describe('without script', () => {
  test('what is due at CCPCJ 22, one entry to its paragraph, and the report as a Word file', () =>
    visit({ acceptDownloads: true }, async (page) => {
      await page.goto('/')
      await page
        .getByRole('navigation', { name: 'Sessions at which something is due' })
        .getByRole('link', { name: /^CCPCJ 22 / })
        .click()
      expect(await page.getByRole('heading', { level: 2, name: /22nd session/ }).count()).toBe(1)
      const row = page.getByRole('row').filter({ hasText: 'E/RES/2012/19, para. 17' })
      expect(await row.getByRole('cell', { name: /22.26 April 2013, verified/ }).count()).toBe(1)
      expect(await row.getByRole('cell', { name: 'no information' }).count()).toBe(1)
      await row.getByRole('link', { name: 'E/RES/2012/19, para. 17' }).click()
      expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/documents/E/RES/2012/19#17')
      const paragraph = page.locator(':target')
      expect(await paragraph.textContent()).toMatch(/Requests the Secretary-General .* twenty-second session/s)
      expect(await paragraph.getByRole('complementary').textContent()).toContain('CCPCJ 22')

      await page.goto('/sessions/ccpcj/22')
      await page.getByRole('link', { name: 'Report on implementation' }).click()
      expect(await page.getByText(/of 8,500 words/).count()).toBe(1)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Word' }).click(),
      ])
      const bytes = await readFile(await download.path())
      expect(download.suggestedFilename()).toMatch(/\.docx$/)
      expect(bytes.subarray(0, 2).toString()).toBe('PK')
    }))

  test('the register is narrowed, turned and paged by links alone', () =>
    visit({}, async (page) => {
      await page.goto('/register')
      const all = await page.getByRole('heading', { level: 2 }).first().textContent()
      await page.getByRole('link', { name: /^Report \d+/ }).click()
      expect(page.url()).toContain('kind=report')
      expect(await page.getByRole('heading', { level: 2 }).first().textContent()).not.toBe(all)
      await page.getByRole('link', { name: /^Report take away/ }).click()
      await page.getByRole('link', { name: 'Next page' }).click()
      expect(page.url()).toContain('after=')
      await page.getByLabel('Words in the paragraph').fill('tourism')
      await page.getByRole('button', { name: 'Find' }).click()
      expect(await page.getByRole('rowheader', { name: 'E/RES/2012/19, para. 4' }).count()).toBeGreaterThan(0)
    }))

  test('an earlier day shows what stood then', () =>
    visit({}, async (page) => {
      await page.goto('/?body=CCPCJ&session=22')
      await page.getByLabel('As of').fill('2012-01-01')
      await page.getByRole('button', { name: 'Show' }).click()
      expect(page.url()).toContain('as-of=2012-01-01')
      expect(await page.getByText('E/RES/2012/19, para. 17').count()).toBe(0)
    }))

  test('footnotes lead there and back', () =>
    visit({}, async (page) => {
      await page.goto('/documents/E/RES/2012/19')
      await page.getByRole('link', { name: 'Footnote 1', exact: true }).first().click()
      expect(await page.locator(':target').textContent()).toContain('Treaty Series')
      await page.locator(':target').getByRole('link').click()
      expect(await page.locator(':target').getAttribute('aria-label')).toBe('Footnote 1')
    }))
})

test('the keyboard reaches the content past the rooms, and every link shows where it is', () =>
  visit({}, async (page) => {
    await page.goto('/')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to the content' })
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
    expect((await skip.boundingBox())!.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const focused = page.locator('main :focus')
    expect(await focused.count()).toBe(1)
    expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
  }))

describe.each(['ltr', 'rtl'])('%s', (direction) => {
  test.each(pages)('%s has no fault axe can find, and fits a telephone', (path) =>
    visit({ javaScriptEnabled: true, bypassCSP: true }, async (page) => {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}dir=${direction}`)
      const { violations } = await new AxeBuilder({ page }).analyze()
      const said = violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
      expect(said).toEqual([])
      expect(await page.locator('h1').count()).toBe(1)
      await page.setViewportSize({ width: 360, height: 720 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    }),
  )
})

test('no message of a page is missing', async () => {
  for (const path of pages) {
    const page = await (await fetch(origin + path)).text()
    const text = page.replace(/<code[^>]*>.*?<\/code>/gs, '').replace(/<[^>]+>/g, '\n')
    expect(text.match(/^\s*(?:[a-z-]+\.){1,3}[a-z_-]+\s*$/gm) ?? [], path).toEqual([])
  }
})

test('what is due travels in less than 60 kB, style included', async () => {
  const sizeOf = async (path: string) => {
    const response = await fetch(origin + path, { headers: { 'accept-encoding': 'br' } })
    return Number(response.headers.get('content-length'))
  }
  const page = await (await fetch(`${origin}/`)).text()
  const linked = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!)
  const sizes = await Promise.all(['/', ...linked].map(sizeOf))
  expect(page).not.toContain('<script')
  expect(linked.length).toBeGreaterThan(0)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000)
})
