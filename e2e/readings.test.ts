import AxeBuilder from '@axe-core/playwright'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inviteAdministrator } from '#platform/database'
import type { Rooms } from '../modules/modules.ts'
import { signInAs } from '../modules/parties/testing/sign-in-as.ts'
import { openBrowser, type TestSite, testSite } from './testing/site.ts'

/** The browser's own clock: a cookie of 2013 would have run out in it. */
const now = () => new Date()
const faults: unknown[] = []

let rooms: Rooms
let site: TestSite
let browser: Browser
let origin: string

beforeAll(async () => {
  site = await testSite(now)
  rooms = site.rooms
  origin = site.origin
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** An officer at work, with script or without it. */
async function officer<T>(options: { javaScriptEnabled: boolean }, act: (page: Page) => Promise<T>): Promise<T> {
  const { name, value } = await signInAs(rooms.parties, { role: 'officer', name: 'Ada Officer' })
  return visit(options, act, async (context) => context.addCookies([{ name, value, url: origin }]))
}

async function visit<T>(
  options: { javaScriptEnabled: boolean },
  act: (page: Page) => Promise<T>,
  prepare: (context: BrowserContext) => Promise<void> = async () => {},
): Promise<T> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options })
  await prepare(context)
  const page = await context.newPage()
  page.on('pageerror', (error) => void faults.push(error))
  try {
    return await act(page)
  } finally {
    await context.close()
  }
}

const script = { javaScriptEnabled: true }
const noScript = { javaScriptEnabled: false }
const address = (path: string) => `${origin}/readings/E/RES/2012/19%23${path}`
/** Who is asked how, line by line. */
const asked = (page: Page) =>
  page
    .locator('section[aria-labelledby="asked"] > ol > li')
    .evaluateAll((lines) => lines.map((line) => line.querySelectorAll('p')[1]?.textContent?.trim()))
const clause = (page: Page, n: number) => page.getByRole('group', { name: new RegExp(`^Clause ${n} `) })

test('who may only look sees the queue and both readings, and no form', () =>
  visit(noScript, async (page) => {
    await page.goto(`${origin}/readings`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Readings to check')
    const first = page.getByRole('table').getByRole('link').first()
    await first.click()
    await page.getByRole('heading', { name: 'As read by the rules' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Decide' }).count()).toBe(0)
    await page.goto(`${address('4')}?edit=now`)
    expect(await page.getByRole('button', { name: 'Save the reading' }).count()).toBe(0)
  }))

test('the first administrator, signed in by the one-time link, may decide too', () =>
  visit(noScript, async (page) => {
    await page.goto(`${origin}/sign-in?token=${await inviteAdministrator(site.tests.database, now())}`)
    await page.locator('main input[name="name"]').fill('Eve Administrator')
    await page
      .getByLabel(/e-?mail/i)
      .first()
      .fill('eve@example.org')
    await page.locator('main').getByRole('button').first().click()
    await page.waitForURL(/\/account/)
    await page.goto(address('17'))
    await page.getByRole('button', { name: 'The reading is right' }).click()
    await page.getByText('Kept: the reading is right.').waitFor()
    await expect.poll(() => page.getByText('Eve Administrator').count()).toBeGreaterThan(1)
  }))

describe('a reading is corrected', () => {
  test('from the queue: another addressee, a clause split, tried and saved, without script', () =>
    officer(noScript, async (page) => {
      await page.goto(`${origin}/readings?document=E%2FRES%2F2012%2F19`)
      await page.getByRole('link', { name: 'E/RES/2012/19, para. 4', exact: true }).click()
      await page.waitForURL(`${address('4')}?document=E%2FRES%2F2012%2F19`)
      expect(await asked(page)).toEqual([
        'UNODC invited',
        'Member States invited',
        'interested international organizations invited',
        'UNODC requested Report',
      ])
      await page.getByRole('link', { name: 'Correct the reading' }).click()

      await clause(page, 1).getByRole('button', { name: 'Split this clause' }).click()
      expect(await clause(page, 2).getByLabel('Verb, with its adverbs').inputValue()).toBe('Invites')
      await clause(page, 1).getByLabel('Name (empty: by the rules)').first().fill('UNICRI')
      await clause(page, 1).getByLabel('As written').first().fill('')
      await clause(page, 1)
        .getByLabel('Act', { exact: true })
        .fill('request Member States and interested international organizations')
      await clause(page, 1).getByLabel('Somebody is to report').uncheck()
      await clause(page, 2).getByLabel('Act', { exact: true }).fill('words that stand nowhere')
      await page.getByRole('button', { name: 'Try: what would it ask?' }).click()
      expect(await page.getByRole('alert').textContent()).toContain('not those of the paragraph')
      expect(await clause(page, 2).getByLabel('Act', { exact: true }).getAttribute('aria-invalid')).toBe('true')

      await clause(page, 2)
        .getByLabel('Act', { exact: true })
        .fill('countering criminal and terrorist threats and challenges to the tourism sector')
      await page.getByRole('button', { name: 'Try: what would it ask?' }).click()
      expect(await page.getByRole('status').textContent()).toContain('UNICRI: request Member States')
      await page.getByLabel('Why, in a few words (may be left empty)').fill('asked by telephone')
      await page.getByRole('button', { name: 'Save the reading' }).click()
      await page.getByText('Kept: the reading was corrected.').waitFor()
      await expect.poll(() => page.getByText('asked by telephone').count()).toBe(1)
      expect((await asked(page))[0]).toBe('UNICRI invited')
      expect((await asked(page)).at(-1)).toBe('UNODC requested Report')

      await page.goto(`${origin}/mandates/E/RES/2012/19%234`)
      await expect.poll(() => page.getByText(/Read by a person, /).count()).toBe(1)
      await page.goto(`${origin}/actors/unicri`)
      expect(
        await page.getByText('request Member States and interested international organizations').count(),
      ).toBeGreaterThan(0)
    }))

  test('newer rules and the same text again leave it standing', async () => {
    const before = (await rooms.mandates.mandate('E/RES/2012/19#4'))!
    await sql`update mandates.read_with set rules = 'rules of before'`.execute(site.tests.database)
    expect(await rooms.mandates.reRead()).toBe(2)
    const original = (await rooms.documents.original('E/RES/2012/19'))!
    const bytes = new TextEncoder().encode(`${new TextDecoder().decode(original.bytes)}\n`)
    expect(await rooms.documents.importText({ ...original, bytes, by: 'system:test' })).toMatchObject({ version: 2 })
    expect(await rooms.mandates.mandate('E/RES/2012/19#4')).toEqual(before)
    expect(await rooms.ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
  })

  test('what was decided meanwhile is shown, and nothing overwritten', () =>
    officer(noScript, async (page) => {
      await page.goto(`${address('4')}?edit=now`)
      const { reading } = (await rooms.mandates.mandate('E/RES/2012/19#4'))!.mandate
      const { visitor } = await signInAs(rooms.parties, { role: 'officer', name: 'Bo Other' })
      await rooms.mandates.withdrawCorrection(visitor, 'E/RES/2012/19#4', { seen: reading.seen, note: 'mistaken' })
      await clause(page, 1).getByLabel('Name (empty: by the rules)').first().fill('WHO')
      await page.getByRole('button', { name: 'Save the reading' }).click()
      expect(await page.getByRole('alert').textContent()).toContain('changed while you were at it')
      expect(await clause(page, 1).getByLabel('Name (empty: by the rules)').first().inputValue()).toBe('WHO')
      await expect.poll(() => page.getByText('mistaken').count()).toBe(1)
      expect((await asked(page))[0]).toBe('UNODC invited')
    }))
})

test('with script: no mandate by a key, taken back by a key, words picked from the text, the next by a key', () =>
  officer(script, async (page) => {
    await page.goto(address('5'))
    await page.locator('article[data-keys]').waitFor()
    await page.keyboard.press('n')
    await page.getByText('Kept: this paragraph is no mandate.').waitFor()
    expect(await asked(page)).toEqual([])
    await page.locator('article[data-keys]').waitFor()
    await page.keyboard.press('u')
    await page.getByText('Taken back').waitFor()
    expect(await asked(page)).toHaveLength(1)

    await page.goto(`${address('5')}?edit=now`)
    await page.locator('article[data-keys]').waitFor()
    await clause(page, 1).getByLabel('Act', { exact: true }).fill('')
    await page.locator('blockquote').evaluate((quote) => {
      const words = document.createTreeWalker(quote, NodeFilter.SHOW_TEXT)
      let node = words.nextNode()
      while (node && !node.textContent?.includes('consider reviewing')) node = words.nextNode()
      const at = node!.textContent!.indexOf('consider reviewing')
      getSelection()?.setBaseAndExtent(node!, at, node!, at + 'consider reviewing'.length)
      quote.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }))
    })
    expect(await clause(page, 1).getByLabel('Act', { exact: true }).inputValue()).toBe('consider reviewing')
    await page.keyboard.press('j')
    expect(page.url()).toContain('%235') // typed, not followed: a field has the focus

    await page.goto(`${origin}/readings/E/RES/2012/19%2311`)
    await page.locator('article[data-keys]').waitFor()
    await page.getByRole('checkbox', { name: /Single keys/ }).uncheck()
    await page.locator('h1').click()
    await page.keyboard.press('n')
    expect((await rooms.mandates.mandate('E/RES/2012/19#11'))?.mandate.reading.state).toBe('open')
    await page.getByRole('checkbox', { name: /Single keys/ }).check()
    await page.locator('h1').click()
    const next = await page.getByRole('link', { name: /^Next reading/ }).getAttribute('href')
    await Promise.all([page.waitForURL(origin + next), page.keyboard.press('j')])
  }))

test.each([
  ['queue', () => `${origin}/readings?state=corrected`, 'ltr'],
  ['queue', () => `${origin}/readings`, 'rtl'],
  ['reading', () => address('17'), 'ltr'],
  ['form', () => `${address('4')}?edit=now`, 'ltr'],
  ['form', () => `${address('4')}?edit=now`, 'rtl'],
] as const)('axe finds no fault in the %s', (_what, where, direction) =>
  officer(script, async (page) => {
    await page.setViewportSize({ width: 360, height: 800 })
    await page.goto(where())
    await page.evaluate((dir) => {
      document.documentElement.dir = dir
    }, direction)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  }),
)

test('nothing failed on the way', () => expect([...faults, ...site.faults]).toEqual([]))
