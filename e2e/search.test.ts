import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Rooms } from '../modules/modules.ts'
import { signInAs } from '../modules/parties/testing/sign-in-as.ts'
import { importLighthouses } from './testing/lighthouses.ts'
import { openBrowser, type TestSite, testSite, visitWith } from './testing/site.ts'

let site: TestSite
let rooms: Rooms
let browser: Browser
let origin: string

beforeAll(async () => {
  site = await testSite(() => new Date('2019-04-01T09:00:00Z'))
  ;({ rooms, origin } = site)
  await importLighthouses(rooms)
  await rooms.search.tidy() // words are offered for misspelt ones once they are in a segment
  await rooms.lineage.trace()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const plain = { javaScriptEnabled: false } as const
const script = { javaScriptEnabled: true } as const

const visit = <T>(options: BrowserContextOptions, act: (page: Page) => Promise<T>): Promise<T> =>
  visitWith(browser, { baseURL: origin, ...options }, act)

const box = (page: Page) => page.getByRole('search', { name: 'Search all texts' }).getByRole('searchbox')
const hits = (page: Page) => page.locator('ol > li')
const count = (page: Page) => page.getByRole('heading', { level: 2 }).first().textContent()

/** Types into the box of whatever page one is on. */
async function find(page: Page, text: string): Promise<void> {
  await box(page).fill(text)
  await Promise.all([page.waitForURL('**/search?**'), box(page).press('Enter')])
}

describe('without script', () => {
  test('from any page to the paragraph: words, a facet, the order, the text itself', () =>
    visit(plain, async (page) => {
      await page.goto('/sessions')
      await find(page, 'trafficking women')
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('trafficking women')
      expect(await box(page).inputValue()).toBe('trafficking women')
      const all = Number((await count(page))?.split(' ')[0])
      expect(all).toBeGreaterThan(3)
      expect(await hits(page).first().locator('mark').allTextContents()).not.toEqual([])
      const facet = page.getByRole('region', { name: 'Narrow down' })
      await facet.getByRole('link', { name: /^Operative paragraph/ }).click()
      await page.waitForURL(/kind=operative/)
      const fewer = Number((await count(page))?.split(' ')[0])
      expect(fewer).toBeLessThan(all)
      expect(await hits(page).count()).toBe(fewer)
      await page.getByRole('link', { name: 'Newest first' }).click()
      await page.waitForURL(/order=newest/)
      expect(page.url()).toContain('kind=operative') // what was chosen stays
      await find(page, 'tourism')
      expect(page.url()).toContain('kind=operative')
      await facet.getByRole('link', { name: 'Take all of these away' }).click()
      await page.waitForURL((url) => !url.search.includes('kind'))
      await hits(page).first().getByRole('heading').getByRole('link').click()
      expect(new URL(page.url()).pathname).toMatch(/^\/documents\/E\//)
    }))

  test('a place typed as people type it comes first and leads to the paragraph', () =>
    visit(plain, async (page) => {
      await page.goto('/')
      await find(page, '2012/19 op 4')
      const named = page.getByRole('list', { name: 'The place you named' })
      await named.getByRole('link', { name: 'E/RES/2012/19, para. 4' }).click()
      expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/documents/E/RES/2012/19#4')
      await find(page, '2012/19 para 99')
      expect(await named.getByText('no paragraph 99').count()).toBe(1)
    }))

  test('a misspelt word is offered as it is written, and nothing found says what may help', () =>
    visit(plain, async (page) => {
      await page.goto('/')
      await find(page, 'lighthoses ferries')
      await page.getByRole('link', { name: 'lighthouses ferries' }).click()
      await expect.poll(() => hits(page).count()).toBeGreaterThan(2)
      await page.goto('/search?q=%22ferries+lighthouses%22&kind=annex')
      expect(await page.getByText('What may help').count()).toBe(1)
      await page.getByRole('link', { name: 'Search without the choices made on this page.' }).click()
      await page.getByRole('link', { name: 'Search the same words in any order.' }).click()
      await expect.poll(() => hits(page).count()).toBeGreaterThan(2)
    }))

  test('an empty box says how to ask, and each example can be followed', () =>
    visit(plain, async (page) => {
      await page.goto('/search')
      const examples = await page.locator('dt a').all()
      expect(examples.length).toBe(6)
      for (const example of examples) {
        const answer = await page.request.get((await example.getAttribute('href'))!)
        expect(answer.status()).toBe(200)
      }
    }))

  test.each([
    ['ar', 'منارات', 'A/RES/72/903', 'rtl'],
    ['ar', 'المَناراتِ', 'A/RES/72/903', 'rtl'],
    ['zh', '夜间渡轮', 'A/RES/73/904', 'ltr'],
    ['zh', '灯塔 状况', 'A/RES/73/904', 'ltr'],
  ])('%s: %s is found in %s, whatever the language of the page', async (language, text, document, direction) => {
    for (const lang of [language, 'en']) {
      await visit(plain, async (page) => {
        await page.goto(`/search?${new URLSearchParams({ q: text, lang })}`)
        const first = hits(page).first()
        await expect.poll(() => first.count()).toBe(1)
        expect(await first.getByRole('heading').textContent()).toContain(document)
        const said = first.locator(`p[lang="${language}"][dir="${direction}"]`).filter({ has: page.locator('mark') })
        expect(await said.count()).toBe(1)
      })
    }
  })

  test('a search is kept, its feed has an address that ends, and it is removed', () =>
    visit(plain, async (page) => {
      await page.goto('/search?q=lighthouses&kind=operative')
      await page.getByRole('link', { name: 'Sign in to save this search' }).click()
      expect(new URL(page.url()).searchParams.get('next')).toBe('/search?q=lighthouses&kind=operative')
      const { name, value } = await signInAs(rooms.parties, { role: 'evaluator' })
      await page.context().addCookies([{ name, value, url: origin }])
      await page.goto('/search?q=lighthouses&kind=operative')
      await page.getByLabel('Name').fill('Lamps at sea')
      await page.getByRole('button', { name: 'Save this search' }).click()
      await page.waitForURL('**/search/saved?said=saved')
      await page.getByRole('button', { name: 'Make a feed address for “Lamps at sea”' }).click()
      const address = await page.getByRole('link', { name: /search\.atom\?key=/ }).getAttribute('href')
      const feed = await page.request.get(address!)
      expect(feed.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
      expect(await feed.text()).toContain('<title>Search: Lamps at sea</title>')
      expect(await feed.text()).toContain('A/RES/71/902, para. 1')
      await page.goto('/search/saved')
      expect(await page.content()).not.toContain(address!.slice(-20)) // shown once
      await page.getByRole('button', { name: 'End the feed address of “Lamps at sea”' }).click()
      await page.waitForURL('**/search/saved?said=ended')
      expect((await page.request.get(address!)).status()).toBe(404)
      await page.getByRole('link', { name: 'Lamps at sea' }).click()
      expect(await page.getByText('You keep this search as “Lamps at sea”').count()).toBe(1)
      await page.goto('/search/saved')
      await page.getByRole('button', { name: 'Remove “Lamps at sea”' }).click()
      await page.waitForURL('**/search/saved?said=removed')
      expect(await page.getByText('You keep no searches yet').count()).toBe(1)
    }))

  test('a page is made for paper', () =>
    visit(plain, async (page) => {
      await page.goto('/search?q=lighthouses')
      await page.emulateMedia({ media: 'print' })
      expect(await page.getByRole('region', { name: 'Narrow down' }).count()).toBe(0)
      expect(await page.getByRole('searchbox').count()).toBe(0)
      expect(await hits(page).count()).toBeGreaterThan(4)
    }))
})

describe('with script', () => {
  const alive = (page: Page) => page.locator('article[data-keys="on"]').waitFor()

  test('by keyboard only: from a search to the paragraph, to its line, to a comparison', () =>
    visit(script, async (page) => {
      const { keyboard } = page
      await page.goto('/search?q=dawn')
      await alive(page)
      await keyboard.press('/')
      await keyboard.type('lighthouses fishing boats')
      await Promise.all([page.waitForURL('**/search?q=lighthouses+fishing+boats'), keyboard.press('Enter')])
      await alive(page)
      await keyboard.press('j')
      const first = await page.evaluate(() => document.activeElement?.textContent)
      expect(first).toBe('A/RES/71/902, para. 1')
      await Promise.all([page.waitForURL('**/documents/A/RES/71/902#1'), keyboard.press('Enter')])
      await Promise.all([page.waitForURL('**/search?q=lighthouses+fishing+boats'), page.goBack()])
      await alive(page)
      await keyboard.press('j')
      await tabTo(page, 'Where it comes from')
      await Promise.all([page.waitForURL('**/lineage/A/RES/71/902?**'), keyboard.press('Enter')])
      await page.locator('[aria-current="step"]').waitFor()
      expect(await page.locator('[aria-current="step"]').textContent()).toContain('fishing boats')
      await tabTo(page, 'Compare the two texts')
      await Promise.all([page.waitForURL('**/compare?**'), keyboard.press('Enter')])
      const { searchParams } = new URL(page.url())
      expect([searchParams.get('old'), searchParams.get('new')]).toEqual(['A/RES/70/901', 'A/RES/71/902'])
    }))

  test('j and k go along what was found and stop at its ends; turned off they do nothing', () =>
    visit(script, async (page) => {
      await page.goto('/search?q=lighthouses')
      await alive(page)
      const at = () =>
        page.evaluate(() => [...document.querySelectorAll('[data-hit]')].indexOf(document.activeElement as Element))
      const total = await page.locator('[data-hit]').count()
      for (const expected of [0, 1, 2]) {
        await page.keyboard.press('j')
        expect(await at()).toBe(expected)
      }
      for (const expected of [1, 0, 0]) {
        await page.keyboard.press('k')
        expect(await at()).toBe(expected)
      }
      for (let n = 0; n < total + 2; n++) await page.keyboard.press('j')
      expect(await at()).toBe(total - 1)
      await page.getByRole('checkbox', { name: /^Single keys/ }).uncheck()
      await page.getByRole('heading', { level: 1 }).click()
      await page.keyboard.press('j')
      expect(await at()).toBe(-1)
      await page.keyboard.press('/')
      expect(await box(page).evaluate((input) => input === document.activeElement)).toBe(false)
    }))

  test.each([
    ['/search', 'ltr'],
    ['/search?q=lighthouses', 'ltr'],
    ['/search?q=lighthouses', 'rtl'],
    ['/search?q=2012/19+op+4', 'ltr'],
    ['/search?q=nothing-has-this', 'ltr'],
    ['/search/saved', 'ltr'],
  ])('axe finds no fault in %s, %s, on a telephone', (path, dir) =>
    visit({ ...script, viewport: { width: 360, height: 800 } }, async (page) => {
      const { name, value, visitor } = await signInAs(rooms.parties, { role: 'evaluator' })
      await page.context().addCookies([{ name, value, url: origin }])
      await rooms.search.save(visitor, { name: '', asked: { text: 'lamps' } })
      const address = new URL(path, origin)
      address.searchParams.set('dir', dir)
      await page.goto(address.href)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    }),
  )
})

/** Goes on by the tab key to what bears this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let n = 0; n < 80; n++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === name) return
  }
  throw new Error(`The tab key did not come to “${name}”`)
}
