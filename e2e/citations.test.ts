import { readFile } from 'node:fs/promises'
import { XmlDocument } from 'libxml2-wasm'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, type TestSite, testSite, visitWith } from './testing/site.ts'

let site: TestSite
let browser: Browser

beforeAll(async () => {
  site = await testSite(() => new Date('2013-04-01T09:00:00Z'))
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  expect(site.faults).toEqual([])
})

/** A visitor without script: what every page must work for. */
const visit = <T>(options: BrowserContextOptions, act: (page: Page) => Promise<T>): Promise<T> =>
  visitWith(browser, { javaScriptEnabled: false, baseURL: site.origin, ...options }, act)

test('from a document to what it rests on, by the picture and the keyboard alone', () =>
  visit({}, async (page) => {
    await page.goto('/documents/E/RES/2012/19')
    await page.getByRole('link', { name: 'Citations: rests on 24 texts, none rests on it' }).click()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Citations of E/RES/2012/19')
    // not in the register: no link, and said so in the list
    expect(await page.getByRole('link', { name: 'A/RES/65/232' }).count()).toBe(0)
    const item = page.getByRole('listitem').filter({ hasText: 'A/RES/65/232' })
    expect(await item.textContent()).toContain('not in the register')
    expect(await item.getByRole('link').textContent()).toBe('preambular paragraph 10')

    const drawn = page.getByRole('figure').getByRole('link', { name: /^\W*CCPCJ resolution 20\/7/ })
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if (await drawn.evaluate((link) => link === link.ownerDocument.activeElement)) break
    }
    await page.keyboard.press('Enter')
    await page.waitForURL('**/documents/E/2011/30?unit=D%2FResolution%2020%2F7')
    await page.goto('/citations/E/2011/30?unit=D%2FResolution%2020%2F7')
    const citing = page.getByRole('region', { name: 'What rests on it' })
    await citing.getByRole('link', { name: 'paragraph 11' }).click()
    await page.waitForURL('**/documents/E/RES/2012/19#11')
  }))

test('the picture has a table with the same texts, and lists come in the order asked for', () =>
  visit({}, async (page) => {
    await page.goto('/citations/E/RES/2012/19')
    const figure = page.getByRole('figure')
    const circles = await figure.locator('circle').count()
    await figure.getByText('The picture as a table').click()
    expect(await figure.getByRole('row').count()).toBe(circles)
    const first = () => page.getByRole('region', { name: 'What it rests on' }).getByRole('listitem').first()
    await page.getByRole('link', { name: 'in the order of the text' }).click()
    await expect.poll(() => first().textContent()).toContain('E/2012/30')
    await page.goto('/citations/E/2011/30')
    // the year of a treaty contradicts its number
    expect(await page.getByRole('region', { name: /slips/ }).textContent()).toContain('1954')
    expect(await figure.textContent()).toMatch(/\d+ more texts it rests on/)
  }))

test('on a telephone, from right to left: words stand to the left of their circles, and nothing sticks out', () =>
  visit({ viewport: { width: 360, height: 740 } }, async (page) => {
    await page.goto('/citations/E/RES/2012/19?lang=ar')
    const box = async (what: string) => (await page.getByRole('figure').locator(what).last().boundingBox())!
    const [circle, words] = [await box('circle'), await box('text')]
    expect(words.x + words.width).toBeLessThan(circle.x)
    expect(words.x).toBeGreaterThan(0)
    expect(words.height).toBeGreaterThan(12)
    await page.goto('/citations/E/RES/2012/19?lang=fr')
    const turned = [await box('circle'), await box('text')] as const
    expect(turned[1].x).toBeGreaterThan(turned[0].x)
  }))

test('GraphML, JSON-LD and CSV are downloaded from the page', () =>
  visit({ acceptDownloads: true }, async (page) => {
    await page.goto('/citations/E/RES/2012/19')
    const download = async (name: string) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
    }
    const graph = await download('GraphML')
    expect(graph.name).toBe('citations-E-RES-2012-19.graphml')
    XmlDocument.fromString(graph.text).dispose()
    const linked = JSON.parse((await download('JSON-LD')).text)
    expect(linked['@graph'][0]['@id']).toBe('/documents/E/RES/2012/19')
    expect((await download('CSV')).text.split('\r\n').length).toBe(26)
  }))

test('the API gives lists, places and the whole register; what is not there is not found', async () => {
  const ask = (path: string) => fetch(`${site.origin}/api/v1/citations${path}`)
  const lists = await (await ask('/E/RES/2012/19?order=times')).json()
  expect(lists).toMatchObject({ document: 'E/RES/2012/19', unit: null, cited: { texts: 24, places: 26 } })
  const places = await (await ask('/places?document=E/2011/30&side=citing')).json()
  expect(places.total).toBe(4)
  expect(places.rows[0].place.document).toBe('E/RES/2012/19')
  const whole = await ask('?format=csv')
  expect(whole.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(await whole.text()).toContain('E/RES/2012/19,E/2011/30,')
  expect((await ask('/E/RES/1999/1')).status).toBe(404)
  expect((await ask('/E/RES/1999/1?format=graphml')).status).toBe(404)
  expect((await ask('/E/RES/2012/19?unit=nowhere')).status).toBe(404)
  expect((await ask('/E/RES/2012/19?format=pdf')).status).toBe(400)
  expect((await ask('?format=pdf')).status).toBe(400)
  expect((await ask('/places?document=E/RES/1999/1&side=cited')).status).toBe(404)
})
