import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Rooms } from '../modules/modules.ts'
import { checkAndSend, followed, invite, linksIn, mark, shows, spaced } from './testing/calling.ts'
import { at, downloaded, linkTo, type Somebody, somebody } from './testing/people.ts'
import { openBrowser, type TestSite, testSite } from './testing/site.ts'

/** Comments on a text, from draft resolution A-III of E/2011/30, paragraph 8, to the report. */

let today = '2012-10-02'
const now = () => new Date(`${today}T09:00:00Z`)

const call = '2012-1'
const home = `/calls/${call}`
const comments = {
  peru: 'Objects found under water should be named.',
  peruWords: 'Each State Party shall prohibit the import of stolen movable and underwater cultural property.',
  kenya: 'The paragraph should cover objects found under water, too.',
  kenyaCosts: 'Costs should be shared between the parties.',
  poland: 'Costs fall on the requesting State under our law.',
} as const

let site: TestSite
let browser: Browser
let rooms: Rooms
let officer: Somebody
let lima: Somebody
let nairobi: Somebody

beforeAll(async () => {
  site = await testSite(now)
  rooms = site.rooms
  browser = await openBrowser()
  officer = await somebody(site, now, { role: 'officer', name: 'Anna Weber' })
  lima = await somebody(site, now, { role: 'focal-point', actor: 'pe', name: 'Rosa Quispe' })
  nairobi = await somebody(site, now, { role: 'focal-point', actor: 'ke', name: 'Wanjiru Kamau' })
  const title =
    'Model treaty for the prevention of crimes that infringe on the cultural heritage of peoples in the form of movable property'
  const paragraphs = [
    '*Decides* that each State Party shall prohibit the import of stolen movable cultural property;',
    '*Decides also* that each State Party shall return such property at the request of another;',
    '*Decides further* that the costs of a return are borne by the requesting State Party.',
  ]
  const text = [`# ${title}`, '*The General Assembly*,', ...paragraphs.map((words, at) => `${at + 1}. ${words}`)]
  const imported = await rooms.documents.importText({
    fileName: 'model-treaty.md',
    bytes: new TextEncoder().encode(text.join('\n\n')),
    facts: { symbol: 'A/CONF.144/28', title },
    by: 'system:test',
  })
  expect(imported.state).toBe('imported')
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  expect(site.faults).toEqual([])
})

const visit = <T>(who: Somebody | null, act: (page: Page) => Promise<T>, options?: BrowserContextOptions) =>
  at({ browser, site }, who, act, options)

test('the call begins with comments on the text the paragraph names', () =>
  visit(officer, async (page) => {
    await page.goto('/mandates/E/2011/30%23A/Draft%20resolution%20III%238')
    await page.getByRole('link', { name: 'Call for views', exact: true }).click()
    expect(
      await page.getByRole('checkbox', { name: 'comments, paragraph by paragraph, on A/CONF.144/28' }).isChecked(),
    ).toBe(true)
    expect(await page.getByLabel('Session whose report it feeds').inputValue()).toBe('CCPCJ/22')
    await page.getByLabel('Subject (English)').fill('The model treaty on movable cultural property')
    await page.getByRole('button', { name: 'Make the call' }).click()
    await page.waitForURL(`**${home}/form`)
    await shows(page, '1 question')
    await page.goto(home)
    await page.getByRole('button', { name: 'Open the call' }).click()
    await shows(page, 'The call is open')
    await page.goto(`${home}/invitations`)
    await invite(page, { name: 'Peru' })
    await invite(page, { name: 'Kenya' })
    await invite(page, { name: 'Poland', address: 'culture.pl@example.org' })
    await page.getByRole('button', { name: 'Write to 3 not written to yet' }).click()
    await shows(page, '3 written to.')
  }))

test('two States comment online, paragraph by paragraph, one of them with words of its own', async () => {
  today = '2012-11-05'
  await visit(lima, async (page) => {
    await page.goto(`${home}/answer/1`)
    await shows(page, 'shall prohibit the import of stolen movable cultural property')
    await page.getByLabel('Your comment on paragraph 1').fill(comments.peru)
    await page.getByText('Propose other words for paragraph 1').click()
    await page.getByLabel('Words in the place of paragraph 1').fill(comments.peruWords)
    await checkAndSend(page)
  })
  await visit(nairobi, async (page) => {
    await page.goto(`${home}/answer/2`)
    await page.getByLabel('Your comment on paragraph 1').fill(comments.kenya)
    await page.getByLabel('Your comment on paragraph 3').fill(comments.kenyaCosts)
    await checkAndSend(page)
  })
})

test('a third comments in a page taken away, without a network', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'resolute-calls-'))
  const path = join(folder, 'form.html')
  const link = await linkTo(site, now, 'culture.pl@example.org')
  try {
    const name = await visit(null, async (page) => {
      await page.goto(link)
      const file = await downloaded(page, () => page.getByRole('link', { name: 'Page for the browser' }).click())
      await writeFile(path, file.bytes)
      return file.name
    })
    const filled = await visit(
      null,
      async (page) => {
        await page.goto(pathToFileURL(path).href)
        await page.locator('[data-code="q1.c.3"]').fill(comments.poland)
        return downloaded(page, () => page.locator('#save').click())
      },
      { javaScriptEnabled: true, offline: true },
    )
    await visit(null, async (page) => {
      await page.goto(link)
      const buffer = filled.bytes
      await page.locator('input[type=file][name=file]').setInputFiles({ name, mimeType: 'text/html', buffer })
      await page.locator('button', { hasText: 'Bring a file back' }).click()
      await shows(page, 'Taken: 1 answer')
      await checkAndSend(page)
    })
  } finally {
    await rm(folder, { recursive: true })
  }
  const { visitor } = await officer.signedIn()
  expect(await rooms.submissions.submission(call, 3, visitor)).toMatchObject({
    channel: 'html',
    answers: { q1: { kind: 'comments', comments: [{ path: '3', text: comments.poland, proposal: null }] } },
  })
})

test('the section of the report shows comments by paragraph, and leads to them', async () => {
  today = '2013-03-15'
  const found = 'proposed to name objects found under water'
  await visit(officer, async (page) => {
    await page.goto(`${home}/replies/q1`)
    await mark(page, 1, 'Objects found under water', { makes: found }, '1')
    await mark(page, 2, 'objects found under water', { finding: 1 }, '1')
    await expect.poll(() => page.locator('#reply-2').getByText('Marked for finding 1').count()).toBe(1)
  })
  await visit(null, async (page) => {
    await page.goto('/sessions/ccpcj/22/report')
    const chapter = spaced((await page.locator(`#call-${call}`).textContent()) ?? '')
    expect(chapter).toContain('Pursuant to paragraph 8 of E/2011/30, A/Draft resolution III, views')
    expect(chapter).toContain('As at 15 March 2013, 3 submissions had been received, from: Kenya, Peru and Poland.')
    expect(chapter).toContain(`Kenya and Peru ${found}.`)
    expect(chapter).toContain('of the 3 submissions, 3 answered this question.')
    expect(chapter).toContain('paragraph 1: 2 (Kenya and Peru); paragraph 3: 2 (Kenya and Poland)')
    const replies = spaced((await page.locator('[aria-labelledby=replies]').textContent()) ?? '')
    for (const words of Object.values(comments)) expect(replies).toContain(words)
    await followed(page, await linksIn(page, `#call-${call}`))
    await page.locator(`#call-${call} a[href="${home}/submissions/1#q1"]`).first().click()
    const answer = (await page.locator('#q1').textContent()) ?? ''
    for (const words of [comments.peru, comments.peruWords]) expect(answer).toContain(words)
  })
})

test('the ledger is whole', async () => {
  expect(await rooms.ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
})
