import AxeBuilder from '@axe-core/playwright'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Rooms } from '../modules/modules.ts'
import { type SignedInAs, signInAs } from '../modules/parties/testing/sign-in-as.ts'
import { openedCall } from '../modules/submissions/testing/opened-call.ts'
import { openBrowser, type TestSite, testSite } from './testing/site.ts'

const now = () => new Date('2012-09-03T09:00:00Z')

let site: TestSite
let browser: Browser
let rooms: Rooms
let officer: SignedInAs
let chile: SignedInAs
let call: string

beforeAll(async () => {
  site = await testSite(now)
  rooms = site.rooms
  browser = await openBrowser()
  officer = await signInAs(rooms.parties, { role: 'officer', name: 'Anna Weber' })
  chile = await signInAs(rooms.parties, { role: 'focal-point', actor: 'cl', unit: 'mission', name: 'María Soto' })
  call = (await openedCall(rooms)).call
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await site?.close()
  expect(site.faults).toEqual([])
})

/** Somebody at a browser without script. */
async function at<T>(who: SignedInAs | null, act: (page: Page) => Promise<T>, scripted = false): Promise<T> {
  const context = await browser.newContext({
    javaScriptEnabled: scripted,
    bypassCSP: scripted,
    baseURL: site.origin,
    acceptDownloads: true,
  })
  context.setDefaultTimeout(30_000)
  if (who) await context.addCookies([{ name: who.name, value: who.value, url: site.origin }])
  try {
    return await act(await context.newPage())
  } finally {
    await context.close()
  }
}

test('an officer invites a group, one State and an organization, writes to them, and sees who was not reached', () =>
  at(officer, async (page) => {
    await page.goto(`/calls/${call}/invitations`)
    await page.getByRole('button', { name: 'Group of Eastern European States' }).click()
    expect(await page.getByText('23 invited.').count()).toBe(1)
    await page.getByRole('combobox', { name: 'Name' }).fill('Chili')
    await page.getByLabel('Address for mail').first().fill('mission.cl@example.org')
    await page.getByRole('button', { name: 'Invite' }).first().click()
    expect(await page.getByText('1 invited.').count()).toBe(1)
    const other = page.getByRole('group', { name: 'An organization or a person by name' })
    await other.getByLabel('Name').fill('World Tourism Forum')
    await other.getByLabel('Address for mail').fill('no address')
    await other.getByRole('button', { name: 'Invite' }).click()
    expect(await page.getByText('This is not an address for mail.').count()).toBe(1)
    expect(await other.getByLabel('Name').inputValue()).toBe('World Tourism Forum')
    await other.getByLabel('Address for mail').fill('forum@example.org')
    await other.getByRole('button', { name: 'Invite' }).click()
    await page.getByRole('button', { name: 'Write to 25 not written to yet' }).click()
    expect(await page.getByText('2 written to, 23 could not be reached: they have no address.').count()).toBe(1)
    await page.getByLabel('Reached').selectOption('yes')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    expect(await page.getByRole('row').count()).toBe(24)
    const csv = await page.request.get(`/calls/${call}/invitations.csv?not-reached=yes`)
    expect((await csv.text()).trim().split('\n')).toHaveLength(24)
  }))

test('letters on paper carry a link that opens the form; more time is given to all', () =>
  at(officer, async (page) => {
    await page.goto(`/calls/${call}/invitations`)
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '25 letters as Word files' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toBe(`letters-${call}.zip`)
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    const files = unzipSync(Buffer.concat(chunks))
    expect(Object.keys(files)).toHaveLength(25)
    const letter = files[`letter-${call}-25.docx`]!
    const text = strFromU8(unzipSync(letter)['word/document.xml']!)
    const [, token = ''] = /\/answer\/([\w-]{40,})</.exec(text) ?? []
    expect((await page.request.get(`/answer/${token}`)).status()).toBe(200)
    await page.goto(`/calls/${call}/invitations`)
    await page.getByText('Give all more time').first().click()
    await page.getByLabel('New deadline').fill('2013-01-02')
    await page.getByRole('button', { name: 'Give all more time' }).click()
    expect(await page.getByText('Nobody is given less time than they were told').count()).toBe(1)
    await page.getByLabel('New deadline').fill('2013-02-01')
    await page.getByRole('button', { name: 'Give all more time' }).click()
    expect(await page.getByText('The deadline of 25 was extended.').count()).toBe(1)
  }))

test('one invitation: a new link is told once, its address changed, what happened is told', () =>
  at(officer, async (page) => {
    const address = `/calls/${call}/invitations/25`
    await page.goto(address)
    await page.getByRole('button', { name: 'Make a new link' }).click()
    const link = (await page.getByRole('link', { name: `${site.origin}/answer/` }).getAttribute('href'))!
    expect((await page.request.get(link)).status()).toBe(200)
    await page.goto(address)
    expect(await page.content()).not.toContain(link)
    await page.getByText('Address and language').click()
    await page.getByLabel('Address for mail').fill('office@example.org')
    await page.getByLabel('Language of the letter').selectOption('fr')
    await page.getByRole('button', { name: 'Keep' }).click()
    expect(await page.getByText('office@example.org').count()).toBe(1)
    const history = page.getByRole('table', { name: 'What happened' })
    expect(await history.getByRole('row').count()).toBe(7)
    expect(await history.getByText('Anna Weber').count()).toBeGreaterThan(3)
    const letter = await page.request.get(`${address}/letter.docx`)
    expect(letter.headers()['content-disposition']).toContain(`letter-${call}-25.docx`)
  }))

test('everybody else sees who is invited and who has sent, and may do nothing', async () => {
  await at(null, async (page) => {
    await page.goto(`/calls/${call}/invitations`)
    expect(await page.getByRole('button').allTextContents()).not.toContain('Invite')
    expect(await page.content()).not.toContain('@example.org')
    await page.goto(`/calls/${call}/invitations/24`)
    expect(await page.getByText('No information').count()).toBe(1)
    expect(await page.getByText('What happened').count()).toBe(0)
    const tried = await page.request.post(`/calls/${call}/letters.zip`, {
      form: { act: 'submissions.ask' },
      headers: { origin: site.origin },
    })
    expect(tried.status()).toBe(401)
    expect((await page.request.get(`/calls/${call}/invitations/24/letter.docx`)).status()).toBe(404)
  })
  await at(chile, async (page) => {
    await page.goto(`/calls/${call}/invitations/24`)
    await page.getByRole('link', { name: 'Answer this call' }).click()
    expect(new URL(page.url()).pathname).toBe(`/calls/${call}/answer/24`)
    await page.goto('/actors/cl/asked')
    const answer = page.getByRole('link', { name: 'Answer this call' })
    expect(await answer.getAttribute('href')).toBe(`/calls/${call}/answer/24`)
    await page.goto(`/dossiers/${call}/24`)
    expect(await page.getByRole('link', { name: 'Answer on the page of the call' }).count()).toBe(1)
    expect(await page.getByRole('link', { name: `Call for views ${call}` }).count()).toBe(1)
  })
})

test('axe finds nothing, in English and Arabic, also on a telephone', async () => {
  for (const lang of ['en', 'ar']) {
    for (const path of [`/calls/${call}/invitations`, `/calls/${call}/invitations/25`]) {
      await at(
        officer,
        async (page) => {
          await page.setViewportSize({ width: 360, height: 800 })
          await page.goto(`${path}?lang=${lang}`)
          const { violations } = await new AxeBuilder({ page }).analyze()
          expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
          const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)
          expect(wide, `${path} ${lang}`).toBe(false)
        },
        true,
      )
    }
  }
}, 120_000)
