import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Rooms } from '../modules/modules.ts'
import { type SignedInAs, signInAs } from '../modules/parties/testing/sign-in-as.ts'
import { openBrowser, type TestSite, testSite } from './testing/site.ts'

const now = () => new Date('2013-02-01T09:00:00Z')
/** Member States are called upon to ratify; the Secretary-General is asked for a report. */
const dossier = '/dossiers/E/RES/2012/19%231/1'
const report = '/dossiers/E/RES/2012/19%2317/1'

let site: TestSite
let browser: Browser
let origin: string
let rooms: Rooms
let mission: SignedInAs
let ministry: SignedInAs
let small: SignedInAs
let officer: SignedInAs

beforeAll(async () => {
  site = await testSite(now)
  rooms = site.rooms
  origin = site.origin
  browser = await openBrowser()
  const focal = { role: 'focal-point', actor: 'cl' } as const
  mission = await signInAs(rooms.parties, { ...focal, unit: 'Permanent Mission', name: 'María Soto' })
  ministry = await signInAs(rooms.parties, { ...focal, unit: 'Ministry of Justice', name: 'Pedro Rojas' })
  small = await signInAs(rooms.parties, { role: 'focal-point', actor: 'ki', name: 'Tebano Uriam' })
  officer = await signInAs(rooms.parties, { role: 'officer', name: 'Anna Weber' })
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  expect(site.faults).toEqual([])
})

/** Somebody at a browser, without script unless axe needs it. */
async function at<T>(who: SignedInAs | null, act: (page: Page) => Promise<T>, scripted = false): Promise<T> {
  const context = await browser.newContext({ javaScriptEnabled: scripted, bypassCSP: scripted, baseURL: origin })
  context.setDefaultTimeout(30_000)
  if (who) await context.addCookies([{ name: who.name, value: who.value, url: origin }])
  try {
    return await act(await context.newPage())
  } finally {
    await context.close()
  }
}

/** The part of a page under a heading. */
const part = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

describe('without script', () => {
  test('a focal point answers with evidence, hands on; the ministry drafts; the mission clears; an officer assesses', async () => {
    await at(mission, async (page) => {
      await page.goto('/mandates/E/RES/2012/19%231')
      await page.getByRole('link', { name: 'Dossier', exact: true }).first().click()
      const own = part(page, 'Your reply for Chile')
      // Something is missing: said beside the field, and what was written stays.
      await own.getByLabel('What was done').fill('Both Protocols were ratified.')
      await own.getByLabel('Link').fill('gazette.example.org')
      await own.getByRole('button', { name: 'Send it now' }).click()
      await expect.poll(() => own.getByText('This is needed.').count()).toBe(1)
      await expect.poll(() => own.getByText('This is no address of the web.', { exact: false }).count()).toBe(1)
      expect(await own.getByLabel('What was done').inputValue()).toBe('Both Protocols were ratified.')
      await own.getByLabel('How far it was carried out').selectOption('implemented')
      await own.getByLabel('Link').fill('https://gazette.example.org/2013/1')
      await own.getByLabel('Paragraph in the register').fill('E/RES/2012/19#4')
      await own.getByLabel('File').setInputFiles({
        name: 'ley.txt',
        mimeType: 'application/pdf',
        buffer: Buffer.from('Ley 20.000'),
      })
      await own.getByRole('button', { name: 'Send it now' }).click()
      expect(new URL(page.url()).search).toBe('?said=record-update')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        part(page, 'What was reported').getByRole('link', { name: 'ley.txt' }).click(),
      ])
      expect(download.suggestedFilename()).toBe('ley.txt')
    })
    await at(mission, async (page) => {
      await page.goto(dossier)
      await page.getByText('Hand on', { exact: true }).first().click()
      const form = page.locator('form').filter({ has: page.locator('input[value="followup.hand-on"]') })
      await form.getByLabel('To whom').selectOption({ label: 'Pedro Rojas (Ministry of Justice)' })
      await form.getByRole('button', { name: 'Hand on' }).click()
      await expect.poll(() => page.getByText('It lies with Pedro Rojas.', { exact: false }).count()).toBe(1)
    })
    await at(ministry, async (page) => {
      await page.goto(dossier)
      await page.getByText('Report again', { exact: true }).click()
      const form = page.locator('details[open] form')
      expect(await form.getByRole('button', { name: 'Send it now' }).count()).toBe(0)
      await form.getByLabel('How far it was carried out').selectOption('implemented')
      await form.getByLabel('What was done').fill('A law of implementation entered into force.')
      await form.getByRole('button', { name: 'Keep as a draft' }).click()
      await expect.poll(() => page.getByText('draft', { exact: true }).count()).toBe(1)
    })
    for (const other of [null, officer]) {
      await at(other, async (page) => {
        await page.goto(dossier)
        expect(await page.getByText('entered into force').count()).toBe(0)
        await expect.poll(() => page.getByText('Both Protocols were ratified.').count()).toBe(1)
      })
    }
    await at(mission, async (page) => {
      await page.goto(dossier)
      await page.getByRole('button', { name: 'Clear and send' }).click()
      await expect.poll(() => part(page, 'What was reported').getByText('entered into force').count()).toBe(1)
      await page.getByRole('button', { name: 'Take it back' }).click()
      await expect.poll(() => page.getByText('You answer, and it lies with you.').count()).toBe(1)
    })
    await at(officer, async (page) => {
      await page.goto(dossier)
      await page.getByText('Assess the record', { exact: true }).first().click()
      await page.getByLabel('Finding').selectOption('borne_out')
      await page.getByLabel('On what grounds').fill('The gazette of January 2013.')
      await page.getByRole('button', { name: 'Assess the record' }).click()
      await page.getByText('Write a note', { exact: true }).first().click()
      await page.getByLabel('Note').fill('Thank them.')
      await page.getByRole('button', { name: 'Write a note' }).click()
      await expect.poll(() => part(page, 'Inside the office').getByText('Thank them.').count()).toBe(1)
    })
    await at(null, async (page) => {
      await page.goto(dossier)
      await expect.poll(() => page.getByText('The evidence on file bears out what was reported').count()).toBe(1)
      expect(await page.content()).not.toContain('Thank them.')
      await page.goto('/dossiers?actor=cl&status=implemented')
      await expect.poll(() => page.getByRole('row').filter({ hasText: 'implemented' }).count()).toBe(1)
    })
    for (const path of [
      '/api/v1/dossiers/E/RES/2012/19%231/1',
      '/api/v1/dossiers?limit=1000',
      '/dossiers.csv',
      '/ledger',
    ]) {
      const text = await (await fetch(origin + path, { headers: { cookie: officer.cookie } })).text()
      expect(text, path).not.toContain('Thank them.')
    }
    const verdict = await rooms.ledger.verify()
    expect([...verdict.faults, ...verdict.crossFaults]).toEqual([])
  })

  test('a small mission answers several at once; a second click stores nothing more', () =>
    at(small, async (page) => {
      await page.goto('/actors/ki/asked')
      const lines = part(page, 'Asked').getByRole('listitem')
      const before = await lines.count()
      await page.getByRole('button', { name: 'Send the answers' }).click()
      await expect.poll(() => page.getByText('No answer was given.').count()).toBe(1)
      for (const n of [0, 2]) {
        await lines.nth(n).getByRole('combobox').selectOption('in_progress')
        await lines.nth(n).getByRole('textbox').fill(`Answer ${n}`)
      }
      await lines.nth(4).getByRole('combobox').selectOption('implemented')
      await page.getByRole('button', { name: 'Send the answers' }).click()
      await expect.poll(() => part(page, 'Asked').getByText('This is needed.').count()).toBe(1)
      expect(await lines.nth(0).getByRole('textbox').inputValue()).toBe('Answer 0')
      await lines.nth(4).getByRole('textbox').fill('Answer 4')
      const [request] = await Promise.all([
        page.waitForRequest((one) => one.method() === 'POST'),
        page.getByRole('button', { name: 'Send the answers' }).click(),
      ])
      await page.waitForURL('**/asked?said=answered')
      expect(await part(page, 'Asked').getByRole('listitem').count()).toBe(before - 3)
      await expect.poll(() => part(page, 'Answered').getByText('in progress').count()).toBe(2)
      const again = await fetch(request.url(), {
        method: 'POST',
        headers: { cookie: small.cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: request.postData(),
        redirect: 'manual',
      })
      expect(again.status).toBe(303)
      const entries = await rooms.ledger.entries({ act: 'followup.answer-several' })
      expect(entries).toHaveLength(1)
    }))
})

test('somebody else\u2019s reply is not theirs: a form sent by hand is refused', async () => {
  const body = new URLSearchParams({
    act: 'followup.record-update',
    actor: 'cl',
    status: 'implemented',
    'as-of': '2013-01-01',
  })
  const given = (cookie: string) => ({ method: 'POST', headers: { cookie, origin }, body, redirect: 'manual' as const })
  expect((await fetch(origin + dossier, given(small.cookie))).status).toBe(403)
  const away = await fetch(origin + dossier, given(''))
  expect(away.headers.get('location')).toContain('/sign-in')
})

test('what is asked of a State travels in less than 60 kB, style included, and holds no script', async () => {
  for (const cookie of ['', small.cookie]) {
    const sizeOf = async (path: string) => {
      const answer = await fetch(origin + path, { headers: { 'accept-encoding': 'br', cookie } })
      return Number(answer.headers.get('content-length'))
    }
    const page = await (await fetch(`${origin}/actors/ki/asked`, { headers: { cookie } })).text()
    const linked = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!)
    const sizes = await Promise.all(['/actors/ki/asked', ...linked].map(sizeOf))
    expect(page).not.toContain('<script')
    expect(linked.length).toBeGreaterThan(0)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000)
  }
})

describe.each(['lang=en', 'lang=ar&dir=rtl'])('%s', (reads) => {
  test.each<[string, () => SignedInAs | null]>([
    ['/dossiers', () => null],
    ['/dossiers?actor=cl&status=no_information&session=CCPCJ%2F22', () => mission],
    [dossier, () => null],
    [dossier, () => mission],
    [dossier, () => officer],
    [report, () => officer],
    ['/actors/ki/asked', () => null],
    ['/actors/ki/asked', () => small],
  ])('%s has no fault axe can find, and fits a telephone', (path, who) =>
    at(
      who(),
      async (page) => {
        await page.goto(`${path}${path.includes('?') ? '&' : '?'}${reads}`)
        await page.evaluate(() => {
          for (const folded of document.querySelectorAll('details')) folded.open = true
        })
        const { violations } = await new AxeBuilder({ page }).analyze()
        const said = violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
        expect(said).toEqual([])
        await expect.poll(() => page.locator('h1').count()).toBe(1)
        await page.setViewportSize({ width: 360, height: 720 })
        const beyond = await page.evaluate(() => {
          if (document.documentElement.scrollWidth <= 360) return []
          const isOut = ({ left, right }: DOMRect) => right > 360.5 || left < -0.5
          return [...document.querySelectorAll('main *')]
            .filter((element) => isOut(element.getBoundingClientRect()))
            .map((element) => element.outerHTML.slice(0, 160))
        })
        expect(beyond).toEqual([])
      },
      true,
    ),
  )
})
