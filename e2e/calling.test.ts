import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SignedInAs, signInAs } from '../modules/parties/testing/sign-in-as.ts'
import { openBrowser, type TestSite, testSite, visitWith } from './testing/site.ts'

let site: TestSite
let browser: Browser
let officer: SignedInAs

beforeAll(async () => {
  site = await testSite(() => new Date('2012-10-01T09:00:00Z'))
  officer = await signInAs(site.rooms.parties, { role: 'officer', name: 'Anna Weber' })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  expect(site.faults).toEqual([])
})

/** A visitor without script: what every page must work for. */
const visit = <T>(who: SignedInAs | null, act: (page: Page) => Promise<T>, options: BrowserContextOptions = {}) =>
  visitWith(browser, { javaScriptEnabled: false, baseURL: site.origin, ...options }, async (page) => {
    if (who) await page.context().addCookies([{ name: who.name, value: who.value, url: site.origin }])
    return act(page)
  })

/** A question added at the end of the first section. */
async function add(page: Page, kind: string, label: string, options: readonly string[] = []) {
  const form = page.locator('#add-s1')
  if ((await form.getAttribute('open')) === null) await form.locator('summary').click()
  await form.getByLabel('Kind').selectOption({ label: kind })
  await form.getByLabel('Question').fill(label)
  if (options.length > 0) await form.getByLabel('Options').fill(options.join('\n'))
  await form.getByRole('button', { name: 'Add' }).click()
}

test('an officer makes the call of 2012/19, paragraph 4, with eight questions, without script', async () => {
  await visit(null, async (page) => {
    await page.goto('/mandates/E/RES/2012/19%234')
    expect(await page.getByRole('link', { name: 'Call for views', exact: true }).count()).toBe(0)
    expect((await page.goto('/calls/new?from=E/RES/2012/19%234'))?.url()).toContain('/sign-in?next=')
  })
  await visit(officer, async (page) => {
    await page.goto('/mandates/E/RES/2012/19%234')
    await page.getByRole('link', { name: 'Call for views', exact: true }).click()
    await expect.poll(() => page.getByText('Views are wanted from: Member States and').count()).toBe(1)
    expect(await page.getByLabel('Answers are asked for by').inputValue()).toBe('2013-01-14')
    expect(await page.getByLabel('Session whose report it feeds').inputValue()).toBe('CCPCJ/22')
    await page.getByLabel('Subject (English)').fill('Threats to the tourism sector')
    await page.getByLabel('Address for questions').fill('not an address')
    await page.getByRole('button', { name: 'Make the call' }).click()
    // A browser refuses what is no address by itself; the server does so, too.
    await page.getByLabel('Address for questions').fill('tourism@example.org')
    await page.getByRole('button', { name: 'Make the call' }).click()
    await page.waitForURL('**/calls/2012-1/form')

    await add(page, 'Choose one', 'Has your country met threats to tourism?', ['Yes', 'No'])
    await add(page, 'Choose several', 'Which?', ['Trafficking in persons', 'Fraud', 'Terrorism'])
    await add(page, 'Text', 'Describe them.')
    await add(page, 'Number', 'Cases in the last year')
    await add(page, 'Day', 'Day the strategy entered into force')
    await add(page, 'Table', 'Cases by year', ['Year', 'Cases'])
    await add(page, 'Files', 'Strategies and laws')
    await add(page, 'Comments on a text, paragraph by paragraph', 'Comments on the resolution')
    expect(await page.getByText('8 questions').first().isVisible()).toBe(true)
    await expect.poll(() => page.getByText('does not hold the text').count()).toBe(1)

    await page.getByRole('link', { name: /8\. Comments on the resolution/ }).click()
    await page.getByLabel('Text of the register').fill('E/RES/2012/19')
    await page.getByLabel('Paragraphs').fill('4, 5, 6')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => page.getByText('What keeps it from going out').count()).toBe(0)

    await page.getByRole('link', { name: /2\. Which\?/ }).click()
    await page.getByText('Asked only where').click()
    await page.getByLabel('Where this was answered').selectOption('q1')
    await page.getByRole('checkbox', { name: 'Yes' }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => page.getByText('only if q1 is: Yes').count()).toBe(1)
    await page.getByRole('button', { name: 'Move q3 up' }).click()
    await expect.poll(() => page.getByRole('link', { name: '2. Describe them.' }).count()).toBe(1)
    await page.getByRole('button', { name: 'Undo the last change' }).click()
    await expect.poll(() => page.getByRole('link', { name: '3. Describe them.' }).count()).toBe(1)

    await page.getByRole('link', { name: 'Français' }).first().click()
    await page.getByRole('link', { name: /1\. Has your country/ }).click()
    await page
      .locator('#q1')
      .getByLabel('Question', { exact: true })
      .fill('Votre pays a-t-il connu de telles menaces ?')
    await page.locator('#q1').getByLabel('Options').fill('Oui\nNon')
    await page.getByRole('button', { name: 'Save' }).click()
    const draft = await site.rooms.submissions.draftForm('2012-1', officer.visitor)
    expect(draft?.form.sections[0]?.questions[0]).toMatchObject({
      id: 'q1',
      same: '2012-1/q1',
      label: { en: 'Has your country met threats to tourism?', fr: 'Votre pays a-t-il connu de telles menaces ?' },
      options: [
        { id: 'o1', label: { en: 'Yes', fr: 'Oui' } },
        { id: 'o2', label: { en: 'No', fr: 'Non' } },
      ],
    })

    await page.goto('/calls/2012-1')
    await page.getByRole('button', { name: 'Open the call' }).click()
    await expect.poll(() => page.getByText('The call is open: invited parties can answer.').count()).toBe(1)
  })
  await visit(null, async (page) => {
    await page.goto('/calls')
    await page.getByRole('link', { name: 'Threats to the tourism sector' }).click()
    await expect.poll(() => page.getByText('14 January 2013').count()).toBe(1)
    expect(
      await page
        .getByRole('link', { name: /para. 4/ })
        .first()
        .getAttribute('href'),
    ).toBe('/mandates/E/RES/2012/19%234')
    await page.getByText('Show the form: 8 questions').click()
    await expect.poll(() => page.getByText('Which?').isVisible()).toBe(true)
    expect((await page.goto('/calls/2012-1/form'))?.url()).toContain('/sign-in')
  })
  expect(await site.rooms.ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
})
