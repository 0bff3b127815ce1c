import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SignedInAs, signInAs } from '../modules/parties/testing/sign-in-as.ts'
import { answeredCall } from '../modules/submissions/testing/answered-call.ts'
import { openBrowser, type TestSite, testSite, visitWith } from './testing/site.ts'

let site: TestSite
let browser: Browser
let officer: SignedInAs
let japan: SignedInAs
let call: string
/** Numbers of the invitations, by who was invited. */
let of: Readonly<Record<string, string>>

beforeAll(async () => {
  let now = new Date('2012-10-01T10:00:00Z')
  site = await testSite(() => now)
  const answered = await answeredCall(site.rooms, (at) => {
    now = at
  })
  call = answered.call
  of = Object.fromEntries(Object.entries(answered.of).map(([name, id]) => [name, id.split('/')[1]!]))
  officer = await signInAs(site.rooms.parties, { role: 'officer', name: 'Anna Weber' })
  japan = await signInAs(site.rooms.parties, { role: 'focal-point', actor: 'jp' })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  expect(site.faults).toEqual([])
})

const visit = <T>(
  who: SignedInAs | null,
  act: (page: Page) => Promise<T>,
  options: BrowserContextOptions = { javaScriptEnabled: false },
) =>
  visitWith(browser, { baseURL: site.origin, ...options }, async (page) => {
    if (who) await page.context().addCookies([{ name: who.name, value: who.value, url: site.origin }])
    return act(page)
  })

/** Goes on by the tabulator until something has the focus. */
async function reach(page: Page, target: Locator): Promise<void> {
  for (let press = 0; press < 150; press += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('the tabulator does not lead there')
}

test('a passage is marked for a new finding, and the mark taken away, by the keyboard alone', () =>
  visit(
    officer,
    async (page) => {
      await page.goto(`/calls/${call}/replies/q3`)
      const reply = page.locator(`#reply-${of.cl}`)
      await reach(page, reply.locator('summary'))
      await page.keyboard.press('Enter')
      await reach(page, reply.getByLabel('The words'))
      for (const key of ['Control+Home', 'ArrowDown', 'Home', 'Control+Shift+End']) await page.keyboard.press(key)
      await reach(page, reply.getByLabel('For a new finding'))
      await page.keyboard.type('reported that tourist police units had been set up')
      await page.keyboard.press('Enter')
      await page.waitForURL(/said=mark-passage/)
      expect(await reply.locator('mark').textContent()).toBe(
        'Tourist police units were set up in 2011 in every region.',
      )
      const [finding] = await site.rooms.submissions.findings(call, officer.visitor)
      expect(finding?.passages.map(({ start, invitation }) => [start, String(invitation)])).toEqual([[22, of.cl]])

      await reach(page, reply.getByRole('button', { name: /^Take the mark away/ }))
      await page.keyboard.press('Enter')
      await page.waitForURL(/said=unmark-passage/)
      expect(await page.locator('mark').count()).toBe(0)
    },
    {},
  ))

test('words selected by the pointer are the words that are marked, at the place they were selected', () =>
  visit(
    officer,
    async (page) => {
      await page.goto(`/calls/${call}/replies/q3`)
      const reply = page.locator(`#reply-${of.jp}`)
      await reply.locator('[data-text]').evaluate((text) => {
        const node = text.firstChild!
        getSelection()?.setBaseAndExtent(node, 0, node, 'Police units'.length)
        document.dispatchEvent(new Event('pointerup'))
      })
      await expect.poll(() => reply.getByLabel('The words').inputValue()).toBe('Police units')
      await reply.getByLabel('For the finding').selectOption({ index: 0 })
      await reply.getByRole('button', { name: 'Mark a passage' }).click()
      await page.waitForURL(/said=mark-passage/)
      expect(await page.locator('mark').allTextContents()).toEqual(['Police units'])
      await page.keyboard.press('j')
      await page.waitForURL(/replies\/q4/)
    },
    {},
  ))

test('without script: words that are not there are refused and stay; a finding is changed, dropped and made again', () =>
  visit(officer, async (page) => {
    await page.goto(`/calls/${call}/replies/q3`)
    const reply = page.locator(`#reply-${of.forum}`)
    await reply.locator('summary').click()
    await reply.getByLabel('The words').fill('des unités de police')
    await reply.getByRole('button', { name: 'Mark a passage' }).click()
    expect(await reply.getByRole('alert').count()).toBe(1)
    expect(await reply.getByLabel('The words').inputValue()).toBe('des unités de police')
    await reply.getByLabel('The words').fill('Des unités de police touristique')
    await reply.getByRole('button', { name: 'Mark a passage' }).click()
    expect(await reply.locator('mark').textContent()).toBe('Des unités de police touristique')

    await page.goto(`/calls/${call}/findings`)
    const finding = page.locator('#finding-1')
    expect(await finding.getByText('Rests on 2 passages of 2 submissions').count()).toBe(1)
    expect(await finding.locator('blockquote[lang="fr"]').textContent()).toBe('Des unités de police touristique')
    await finding.locator('summary').first().click()
    await finding.getByLabel('Heading (English)').fill('Police')
    await finding.getByRole('button', { name: 'Change' }).click()
    expect(await page.getByRole('heading', { name: 'Police', exact: true }).count()).toBe(1)
    await page.getByRole('button', { name: 'Drop finding 1' }).click()
    expect(await finding.count()).toBe(0)
    await page.getByRole('button', { name: 'Make a finding' }).first().click()
    expect(await page.locator('#statement-2').textContent()).toContain('reported that tourist police units')
    expect(await page.getByRole('heading', { name: 'Police', exact: true }).count()).toBe(1)
  }))

test('a submission is shown as said to whoever may see it; to others it is told that it was sent, and no more', async () => {
  await visit(null, async (page) => {
    await page.goto(`/calls/${call}/submissions/${of.cl}`)
    expect(await page.locator('#q3').textContent()).toContain('Two rings were found.')
    expect(await page.getByText(`${call}/${of.cl}/1`).count()).toBeGreaterThan(0)
    for (const hidden of [of.ke, of.pl]) {
      expect((await page.goto(`/calls/${call}/submissions/${hidden}`))?.status()).toBe(200)
      expect(await page.locator('#q1').count()).toBe(0)
    }
    expect(await page.getByText('The submission was withdrawn').count()).toBe(1)
    expect(await page.content()).not.toContain('Under review.')
    expect((await page.goto(`/calls/${call}/submissions/${of.br}`))?.status()).toBe(404)
    expect((await page.goto(`/calls/${call}/submissions/99`))?.status()).toBe(404)
    await page.goto(`/calls/${call}/replies/q1`)
    expect(await page.getByRole('row', { name: /^Yes/ }).textContent()).toContain('4 of 5')
    expect(await page.getByText('1 submission stands that is not shown to you').count()).toBe(1)
    expect(await page.getByRole('button', { name: 'Mark a passage' }).count()).toBe(0)
  })
  await visit(japan, async (page) => {
    await page.goto(`/calls/${call}/submissions/${of.ke}`)
    expect(await page.locator('#q4').textContent()).toContain('7')
  })
})

test('coverage: a row for each group, a mark for each State, silence as no information', () =>
  visit(null, async (page) => {
    await page.goto(`/calls/${call}/coverage`)
    const row = page.getByRole('row', { name: /^Latin American and Caribbean States/ })
    expect((await row.getByRole('cell').locator('span:last-child').allTextContents()).map(Number)).toEqual([
      2, 1, 0, 0, 1,
    ])
    expect(await page.getByRole('row', { name: /^Brazil/ }).textContent()).toContain('no information')
    const map = await (await fetch(`${site.origin}/calls/${call}/coverage.svg?lang=fr`)).text()
    expect(map.match(/<circle /g)?.length).toBe(7)
    expect(map).toContain('<title>Brésil: aucune information</title>')
    const table = await (await fetch(`${site.origin}/calls/${call}/coverage.csv`)).text()
    expect(table.trim().split('\r\n').length).toBe(9)
    await page.goto(`/calls/${call}/section?in=fr&as-of=2013-03-01`)
    const text = page.locator('section[lang="fr"]')
    expect(await text.getByRole('link', { name: 'Chili' }).first().getAttribute('href')).toContain(
      `/submissions/${of.cl}`,
    )
  }))
