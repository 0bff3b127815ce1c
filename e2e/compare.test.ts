import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { readFile as readText } from '@resolute/reader/files'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type TestSite, testSite, visitWith } from './testing/site.ts'

const sample = readFileSync(new URL('../samples/E-RES-2012-19.txt', import.meta.url), 'utf8')
/** A later text: words edited, a paragraph dropped, another in its place, two that changed places. */
const later = sample
  .replaceAll('Member States', 'States')
  .replace(/^15\. .*$/m, '15. Welcomes the steps taken since the adoption of its previous resolution on this matter;')

const arabic = [
  'إن الجمعية العامة،',
  'إذ تشير إلى قرارها 65/1 المؤرخ 22 أيلول/سبتمبر 2010،',
  'وإذ تلاحظ مع التقدير تقرير الأمين العام عن منع الجريمة والعدالة الجنائية،',
  '1 - تطلب إلى الأمين العام أن يقدم إلى اللجنة في دورتها المقبلة تقريرا عن منع الجريمة؛',
  '2 - تدعو الدول الأعضاء إلى توفير موارد من خارج الميزانية لهذه الأغراض؛',
  '3 - تقرر أن تبقي المسألة قيد نظرها.',
]

let site: TestSite
let browser: Browser

beforeAll(async () => {
  site = await testSite(() => new Date('2013-04-01T09:00:00Z'), { samples: false })
  const bring = async (symbol: string, text: string) => {
    const bytes = new TextEncoder().encode(text)
    await site.rooms.documents.importText({ fileName: 'text.txt', bytes, facts: { symbol }, by: 'system:test' })
  }
  await bring('E/RES/2012/19', sample)
  await bring('E/RES/2014/21', later)
  await bring('A/RES/75/1', arabic.join('\n\n'))
  await bring('A/RES/76/1', arabic.join('\n\n').replace('في دورتها المقبلة', 'في دورتها الثانية والعشرين'))
  await bring('E/RES/2012/19', `${sample}\n`)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const faults: unknown[] = []

const visit = <T>(options: BrowserContextOptions, act: (page: Page) => Promise<T>): Promise<T> =>
  visitWith(
    browser,
    { baseURL: site.origin, locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options },
    (page) => {
      page.on('pageerror', (error) => void faults.push(error))
      return act(page)
    },
  )

const noScript = { javaScriptEnabled: false }
const both = '/compare?old=E/RES/2012/19&new=E/RES/2014/21'

describe('without script', () => {
  test('from a document to the comparison with a later one, by links and the form', () =>
    visit(noScript, async (page) => {
      await page.goto('/documents/E/RES/2014/21')
      await page.getByRole('link', { name: 'Compare with another text' }).click()
      expect(await page.getByLabel('New text').inputValue()).toBe('E/RES/2014/21')
      await page.getByRole('link', { name: 'E/RES/2012/19', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'From E/RES/2012/19 to E/RES/2014/21' }).waitFor()
      await page.getByText('Compare other texts').click()
      await page.getByRole('combobox', { name: 'Old text' }).fill('e/res/2014/21')
      await page.getByRole('combobox', { name: 'New text' }).fill('E/RES/2012/19')
      await page.getByRole('button', { name: 'Compare', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'From E/RES/2014/21 to E/RES/2012/19' }).waitFor()
    }))

  test('what was dropped is called out, and its link leads to its place', () =>
    visit(noScript, async (page) => {
      await page.goto(both)
      const dropped = page.getByRole('region', { name: /^Dropped language/ })
      await dropped.getByRole('link').first().click()
      const place = page.locator(':target')
      await expect.poll(() => place.count()).toBe(1)
      expect(await place.locator('del').count()).toBeGreaterThan(0)
    }))

  test('words are marked for the eye and said aloud, each paragraph has its address', () =>
    visit(noScript, async (page) => {
      await page.goto(`${both}#new/4`)
      const row = page.locator(':target')
      expect(await row.getByRole('heading').textContent()).toContain('paragraph 4')
      const [old, neu] = [row.getByRole('group', { name: 'old text' }), row.getByRole('group', { name: 'new text' })]
      expect(await old.locator('del').first().textContent()).toMatch(/deleted: \s*Member/)
      expect(await old.locator('ins').count()).toBe(0)
      expect(await neu.locator('del').count()).toBe(0)
      const strike = await old
        .locator('del')
        .first()
        .evaluate((mark) => getComputedStyle(mark).textDecorationLine)
      expect(strike).toBe('line-through')
      const [left, right] = [await old.boundingBox(), await neu.boundingBox()]
      expect(left!.x).toBeLessThan(right!.x)
    }))

  test('counts are filters; one change leads to the next', () =>
    visit(noScript, async (page) => {
      await page.goto(both)
      const changes = page.locator('[data-change]')
      const all = await changes.count()
      await page.getByRole('link', { name: /^Changed only \(\d+\)$/ }).click()
      expect(page.url()).toContain('show=changed')
      expect(await changes.count()).toBe(all)
      expect(await page.locator('main details summary').allTextContents()).not.toContain(/unchanged/)
      await changes.first().getByRole('link', { name: 'Next change' }).click()
      expect(await page.locator(':target').getAttribute('id')).toBe(await changes.nth(1).getAttribute('id'))
      await page.locator(':target').getByRole('link', { name: 'Previous change' }).click()
      expect(await page.locator(':target').getAttribute('id')).toBe(await changes.first().getAttribute('id'))
    }))

  test('one column by choice, and on a telephone; both texts written into each other', () =>
    visit(noScript, async (page) => {
      const row = page.locator('[id="new/4"]')
      await page.goto(`${both}&view=column`)
      expect(await row.getByRole('group').count()).toBe(0)
      expect(await row.locator('del:visible').count()).toBeGreaterThan(0)
      expect(await row.locator('del:visible').first().textContent()).toMatch(/deleted:|changed from:/)
      await page.goto(both)
      expect(await row.getByRole('group').count()).toBe(2)
      await page.setViewportSize({ width: 360, height: 800 })
      expect(await row.getByRole('group').count()).toBe(0)
      expect(await row.locator('del:visible').count()).toBeGreaterThan(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    }))

  test('an unknown symbol leads to the nearest, an unknown version to those there are', () =>
    visit(noScript, async (page) => {
      await page.goto('/compare?old=E/RES/2012/91&new=E/RES/2014/21')
      await page.getByText('There is no document “E/RES/2012/91” in the register').waitFor()
      await page.getByRole('link', { name: 'E/RES/2012/19', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'From E/RES/2012/19 to E/RES/2014/21' }).waitFor()
      await page.goto('/compare?old=E/RES/2012/19&old-version=9&new=E/RES/2014/21')
      await page.getByRole('link', { name: 'E/RES/2012/19, version 1', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'From E/RES/2012/19 to E/RES/2014/21' }).waitFor()
    }))

  test('the same text twice: nothing differs; two versions of one are named', () =>
    visit(noScript, async (page) => {
      await page.goto('/compare?old=E/RES/2014/21&new=E/RES/2014/21')
      await page.getByText('Nothing differs').waitFor()
      await page.goto('/compare?new=E/RES/2012/19')
      await page.getByRole('link', { name: 'Version 1 with version 2' }).waitFor()
      await page.goto('/documents/E/RES/2012/19')
      await page.getByRole('link', { name: 'Compare with version 1' }).click()
      await page
        .getByRole('heading', { level: 1, name: 'From E/RES/2012/19, version 1 to E/RES/2012/19, version 2' })
        .waitFor()
    }))

  test('the Word file, accepted, is the new text', () =>
    visit({ ...noScript, acceptDownloads: true }, async (page) => {
      await page.goto(both)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Word with tracked changes' }).click(),
      ])
      expect(download.suggestedFilename()).toBe('E-RES-2012-19-v2-E-RES-2014-21-v1.docx')
      const read = await readText(new Uint8Array(await readFile(await download.path())))
      if ('refusal' in read) throw new Error(read.refusal.code)
      expect(read.text).toMatch(/^15\.\s+Welcomes the steps taken since/m)
      expect(read.text).not.toContain('Member States')
    }))
})

describe('a draft, without script', () => {
  const draft = later.replace(/^16\. .*$/m, '16. Invites all to take part;')

  test('pasted: compared, narrowed and taken along as a Word file, and nothing of it is kept', () =>
    visit({ ...noScript, acceptDownloads: true }, async (page) => {
      const before = (await site.rooms.ledger.entries({ limit: 1 }))[0]?.seq
      await page.goto('/compare')
      await page.getByLabel('Text to compare it with').fill('E/RES/2012/19')
      await page.getByLabel('The draft', { exact: true }).fill(draft)
      await page.getByRole('button', { name: 'Compare the draft' }).click()
      await page.getByRole('heading', { level: 1, name: 'From E/RES/2012/19 to the draft' }).waitFor()
      const all = await page.locator('[data-change]').count()
      expect(all).toBeGreaterThan(3)
      await page.getByRole('button', { name: /^New \(\d+\)$/ }).click()
      await expect.poll(() => page.locator('[data-change]').count()).toBeLessThan(all)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Word with tracked changes' }).click(),
      ])
      expect(download.suggestedFilename()).toBe('E-RES-2012-19-v2-draft.docx')
      expect((await site.rooms.ledger.entries({ limit: 1 }))[0]?.seq).toBe(before)
    }))

  test('as a file; one that cannot be read is refused with what to do', () =>
    visit(noScript, async (page) => {
      const send = async (name: string, buffer: Buffer) => {
        await page.goto('/compare?new=E/RES/2012/19')
        await page.getByLabel('Or choose or drop a file').setInputFiles({ name, mimeType: 'text/plain', buffer })
        await page.getByRole('button', { name: 'Compare the draft' }).click()
      }
      await send('draft.txt', Buffer.from(draft))
      await page.getByRole('heading', { level: 1, name: 'From E/RES/2012/19 to the draft' }).waitFor()
      await send('picture.bin', Buffer.from([0, 1, 2, 3, 4]))
      await page.getByText('The draft could not be read').waitFor()
      await send('long.txt', Buffer.alloc(2_100_000, 'a '))
      expect(await page.getByRole('alert').textContent()).toContain('2 MB')
      await page.goto('/compare?new=E/RES/2012/19')
      await page.getByRole('button', { name: 'Compare the draft' }).click()
      expect(await page.getByRole('alert').textContent()).toContain('Paste the draft')
    }))
})

describe('with script', () => {
  test('j and k go from change to change, and can be turned off', () =>
    visit({}, async (page) => {
      await page.goto(both)
      const keys = page.getByRole('checkbox', { name: /^Keys: j/ })
      await keys.waitFor()
      const ids = await page.locator('[data-change]').evaluateAll((rows) => rows.map(({ id }) => id))
      const here = () => page.locator(':target').getAttribute('id')
      await page.keyboard.press('j')
      await expect.poll(here).toBe(ids[0])
      await page.keyboard.press('j')
      await expect.poll(here).toBe(ids[1])
      await page.keyboard.press('k')
      await expect.poll(here).toBe(ids[0])
      await page.keyboard.press('Tab')
      expect(await page.locator(':target :focus').count()).toBe(1)
      await keys.uncheck()
      await page.keyboard.press('j')
      expect(await here()).toBe(ids[0])
      await page.reload()
      await keys.waitFor()
      expect(await keys.isChecked()).toBe(false)
    }))

  test('the page is sent with that small script alone', async () => {
    const page = await (await fetch(site.origin + both)).text()
    const scripts = [...page.matchAll(/<script[^>]*src="([^"]+)"/g)].map((match) => match[1]!)
    expect(scripts).toHaveLength(1)
    expect((await (await fetch(site.origin + scripts[0])).text()).length).toBeLessThan(3_000)
  })

  test.each([
    ['sides', both, 1280],
    ['one column', `${both}&view=column`, 1280],
    ['a telephone', both, 360],
    ['Arabic', '/compare?old=A/RES/75/1&new=A/RES/76/1&lang=ar', 1280],
    ['nothing differs', '/compare?old=A/RES/75/1&new=A/RES/75/1', 360],
  ] as const)('axe finds no fault: %s', (_, path, width) =>
    visit({ bypassCSP: true, viewport: { width, height: 800 } }, async (page) => {
      await page.goto(path)
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll('details')) folded.open = true
      })
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ['violations'] })
        .setLegacyMode(true)
        .analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    }),
  )
})

describe('Arabic', () => {
  test('the page runs from right to left, the old text on the right, words marked and said in Arabic', () =>
    visit(noScript, async (page) => {
      await page.goto('/compare?old=A/RES/75/1&new=A/RES/76/1&lang=ar#new/1')
      const row = page.locator(':target')
      const [old, neu] = [
        row.getByRole('group', { name: 'النص القديم' }),
        row.getByRole('group', { name: 'النص الجديد' }),
      ]
      expect(await old.getAttribute('dir')).toBe('rtl')
      expect((await old.boundingBox())!.x).toBeGreaterThan((await neu.boundingBox())!.x)
      expect(await neu.locator('ins').first().textContent()).toMatch(/أُضيف: \s*الثانية والعشرين/)
    }))

  test('an Arabic text on an English page keeps its direction, and what is said aloud is English', () =>
    visit(noScript, async (page) => {
      await page.goto('/compare?old=A/RES/75/1&new=A/RES/76/1#new/1')
      const old = page.locator(':target').getByRole('group', { name: 'old text' })
      expect([await old.getAttribute('lang'), await old.getAttribute('dir')]).toEqual(['ar', 'rtl'])
      const said = old.locator('del span').first()
      expect(await said.textContent()).toContain('deleted:')
      expect(await said.getAttribute('dir')).toBe('ltr')
    }))

  test('texts in two languages: said so', () =>
    visit(noScript, async (page) => {
      await page.goto('/compare?old=E/RES/2012/19&new=A/RES/76/1')
      await page.getByText('One is in English, the other in Arabic').waitFor()
    }))
})

test('nothing failed on the way', () => expect([...faults, ...site.faults]).toEqual([]))
