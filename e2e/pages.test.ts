import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { matchRoutes, type RouteObject } from 'react-router'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program } from '#platform/access'
import siteRoutes from '../apps/web/routes.ts'
import { type SignedInAs, signInAs } from '../modules/parties/testing/sign-in-as.ts'
import { done, openedCall } from '../modules/submissions/testing/opened-call.ts'
import { answered, holderOf } from '../modules/submissions/testing/sends.ts'
import { openBrowser, type TestSite, testSite, visitWith } from './testing/site.ts'

type Who = 'anybody' | 'administrator'

/** What is looked at, and by whom; every route of the site is among them, as a test below says. */
const pages: readonly (readonly [path: string, who: Who])[] = [
  ['/', 'anybody'],
  ['/?body=CCPCJ&session=22&as-of=2013-04-01', 'anybody'],
  ['/search?q=women', 'administrator'],
  ['/search/saved', 'administrator'],
  ['/register', 'administrator'],
  ['/register?text=nothing-has-this-word', 'anybody'],
  ['/documents', 'administrator'],
  ['/documents/E/RES/2012/19', 'anybody'],
  ['/documents/E/2011/30', 'administrator'],
  ['/documents/E/2011/30?unit=D%2FResolution%2020%2F2', 'anybody'],
  ['/citations/E/RES/2012/19', 'administrator'],
  ['/citations/E/2011/30?unit=D%2FResolution%2020%2F7&order=times', 'anybody'],
  ['/compare', 'anybody'],
  ['/compare?old=E/RES/2012/19&new=E/2011/30&show=changed', 'anybody'],
  ['/mandates/E/RES/2012/19%234', 'administrator'],
  ['/lineage/E/RES/2012/19?path=12', 'anybody'],
  ['/series/E/RES/2012/19', 'anybody'],
  ['/series/E/2011/30', 'anybody'],
  ['/overlap', 'administrator'],
  ['/recurring', 'anybody'],
  ['/calls', 'administrator'],
  ['/calls/new?from=E/RES/2012/19%234', 'administrator'],
  ['/calls/2013-1', 'administrator'],
  ['/calls/2013-1', 'anybody'],
  ['/calls/2013-1/setup', 'administrator'],
  ['/calls/2013-1/form?edit=q6', 'administrator'],
  ['/calls/2013-1/form?preview=yes', 'administrator'],
  ['/calls/2013-1/invitations', 'administrator'],
  ['/calls/2013-1/invitations', 'anybody'],
  ['/calls/2013-1/invitations/1', 'administrator'],
  ['/calls/2013-1/answer/1', 'administrator'],
  ['/calls/2013-1/answer/1?step=check', 'administrator'],
  ['/answer/{link}', 'anybody'],
  ['/calls/2013-1/submissions/2', 'administrator'],
  ['/calls/2013-1/submissions/2', 'anybody'],
  ['/calls/2013-1/submissions/3', 'anybody'],
  ['/calls/2013-1/replies/q3', 'administrator'],
  ['/calls/2013-1/replies/q2', 'anybody'],
  ['/calls/2013-1/replies/q9', 'administrator'],
  ['/calls/2013-1/findings', 'administrator'],
  ['/calls/2013-1/findings', 'anybody'],
  ['/calls/2013-1/coverage', 'anybody'],
  ['/calls/2013-1/section', 'anybody'],
  ['/calls/2013-1/section?in=fr', 'administrator'],
  ['/dossiers', 'administrator'],
  ['/dossiers/E/RES/2012/19%2317/1', 'administrator'],
  ['/readings', 'administrator'],
  ['/readings/E/RES/2012/19%234', 'administrator'],
  ['/actors', 'anybody'],
  ['/actors/unodc', 'administrator'],
  ['/actors/cl', 'anybody'],
  ['/actors/cl/asked', 'administrator'],
  ['/sessions', 'anybody'],
  ['/sessions/ccpcj/22', 'administrator'],
  ['/sessions/ccpcj/22/move', 'administrator'],
  ['/sessions/ccpcj/22/report', 'administrator'],
  ['/reports/1', 'anybody'],
  ['/agreed', 'anybody'],
  ['/agreed?document=E/RES/2012/19', 'anybody'],
  ['/read', 'anybody'],
  ['/ledger?verify=yes', 'administrator'],
  ['/sign-in', 'anybody'],
  ['/sign-in/link?token=x', 'anybody'],
  ['/sign-in/passkey', 'anybody'],
  ['/sign-out', 'administrator'],
  ['/account', 'administrator'],
  ['/account/passkey', 'administrator'],
  ['/letters', 'administrator'],
  ['/outbox', 'administrator'],
  ['/people', 'administrator'],
  ['/people/1', 'administrator'],
  ['/about', 'anybody'],
  ['/nowhere', 'anybody'],
]

let site: TestSite
let browser: Browser
let origin: string
let administrator: SignedInAs
/** What stands for `{link}` in an address: the personal link of an invitation. */
let link: string

beforeAll(async () => {
  site = await testSite(() => new Date('2013-04-01T09:00:00Z'))
  const { rooms } = site
  origin = site.origin
  // A name as long as names are: the header has to hold it on a telephone.
  const name = 'María de los Ángeles Fernández-Villavicencio y Sánchez de Bustamante'
  administrator = await signInAs(rooms.parties, { role: 'administrator', name })
  const { visitor } = await signInAs(rooms.parties, { role: 'officer', name: 'Anna Weber' })
  const issued = await rooms.reports.issue(visitor, { body: 'CCPCJ', session: 22 })
  if ('refused' in issued) throw new Error(issued.refused)
  const invitees = ['cl', 'it', 'ke', 'br'].map((actor) => ({ kind: 'actor' as const, actor }))
  const { call, invited } = await openedCall(rooms, { words: { deadline: '2013-05-15' }, invitees })
  await answerAsStates(rooms, call, invited)
  link = done(await rooms.submissions.renewLink(program('system:test'), { invitation: invited[0]! })).token
  browser = await openBrowser()
})

/** Italy answers for everybody, with a passage marked for a finding; Kenya for the office alone. */
async function answerAsStates(rooms: TestSite['rooms'], call: string, [, italy = '', kenya = '']: readonly string[]) {
  const said = {
    q1: { options: ['yes'] },
    q2: { options: ['fraud'], other: 'False guides' },
    q3: { text: 'Tourist police units were set up in 2011.' },
    q4: { text: '1250' },
    q5: { note: 'no_information' },
    q9: { comments: [{ path: '4', text: 'We welcome it.', proposal: 'Invites all States' }] },
  }
  const submission = await answered(rooms, holderOf(italy), italy, said)
  await answered(rooms, holderOf(kenya), kenya, { q1: { options: ['no'] } }, { visibility: 'office' })
  const by = program('system:test')
  const statement = { en: 'reported that tourist police units had been set up' }
  const { finding } = done(await rooms.submissions.makeFinding(by, { call, statement, theme: { en: 'Police' } }))
  const quote = 'Tourist police units'
  done(await rooms.submissions.markPassage(by, { finding, submission, question: 'q3', part: null, quote }))
}

afterAll(async () => {
  await browser?.close()
  await site?.close()
  expect(site.faults).toEqual([])
})

/** A visitor without script: what every page must work for. */
const visit = <T>(options: BrowserContextOptions, act: (page: Page) => Promise<T>): Promise<T> =>
  visitWith(browser, { javaScriptEnabled: false, baseURL: origin, ...options }, act)

describe('without script', () => {
  test('what is due at CCPCJ 22, one entry to its paragraph, and the report as a Word file', () =>
    visit({ acceptDownloads: true }, async (page) => {
      await page.goto('/')
      await page
        .getByRole('navigation', { name: 'Sessions at which something is due' })
        .getByRole('link', { name: /^CCPCJ 22 / })
        .click()
      await expect.poll(() => page.getByRole('heading', { level: 2, name: /22nd session/ }).count()).toBe(1)
      const row = page.getByRole('row').filter({ hasText: 'E/RES/2012/19, para. 17' })
      await expect.poll(() => row.getByRole('cell', { name: /22.26 April 2013, verified/ }).count()).toBe(1)
      await expect.poll(() => row.getByRole('cell', { name: 'no information' }).count()).toBe(1)
      await row.getByRole('link', { name: 'E/RES/2012/19, para. 17' }).click()
      expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/documents/E/RES/2012/19#17')
      const paragraph = page.locator(':target')
      expect(await paragraph.textContent()).toMatch(/Requests the Secretary-General .* twenty-second session/s)
      expect(await paragraph.getByRole('complementary').textContent()).toContain('CCPCJ 22')

      await page.goto('/sessions/ccpcj/22')
      await page.getByRole('link', { name: 'Report on implementation' }).click()
      await expect.poll(() => page.getByText(/of 8,500 words/).count()).toBe(1)
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
      await expect
        .poll(() => page.getByRole('rowheader', { name: 'E/RES/2012/19, para. 4' }).count())
        .toBeGreaterThan(0)
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
    await expect.poll(() => focused.count()).toBe(1)
    expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
  }))

const inLanguage = (path: string, language: string) =>
  `${path.replace('{link}', link)}${path.includes('?') ? '&' : '?'}lang=${language}`

describe.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
])('%s', (language, direction) => {
  /** One window a person, since opening one takes longer than a page. */
  const windows = new Map<Who, Page>()
  afterAll(() => Promise.all([...windows.values()].map((page) => page.context().close())))

  async function windowOf(who: Who): Promise<Page> {
    const open = windows.get(who)
    if (open) return open
    const context = await browser.newContext({ bypassCSP: true, baseURL: origin })
    context.setDefaultTimeout(15_000)
    if (who === 'administrator') {
      await context.addCookies([{ name: administrator.name, value: administrator.value, url: origin }])
    }
    const page = await context.newPage()
    windows.set(who, page)
    return page
  }

  test.each(pages)('%s, seen by %s, has no fault axe can find, and fits a telephone', async (path, who) => {
    const page = await windowOf(who)
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto(inLanguage(path, language))
    const html = page.locator('html')
    expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual([language, direction])
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true
    })
    // Only what is wrong is told in full: telling what is right takes most of the time on a long table.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true)
    const { violations } = await axe.analyze()
    const said = violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
    expect(said).toEqual([])
    await page.setViewportSize({ width: 360, height: 720 })
    const beyond = await page.evaluate(() => {
      if (document.documentElement.scrollWidth <= 360) return []
      const isOut = ({ left, right }: DOMRect) => right > 360.5 || left < -0.5
      const out = [...document.querySelectorAll('body *')].filter((one) => isOut(one.getBoundingClientRect()))
      return ['wider than the telephone', ...out.map((element) => element.outerHTML.slice(0, 160))]
    })
    expect(beyond).toEqual([])
  })

  test('without script every page is there with its heading, and no message of one is missing', async () => {
    for (const [path, who] of pages) {
      const headers = { cookie: who === 'administrator' ? administrator.cookie : '' }
      const answer = await fetch(origin + inLanguage(path, language), { headers, redirect: 'manual' })
      expect(answer.status, path).toBe(path === '/nowhere' ? 404 : 200)
      const page = await answer.text()
      expect(page.match(/<h1[\s>]/g)?.length, path).toBe(1)
      const text = page.replace(/<(code|script)[^>]*>.*?<\/\1>/gs, '').replace(/<[^>]+>/g, '\n')
      expect(text.match(/^\s*(?:[a-z-]+\.){1,3}[a-z_-]+\s*$/gm) ?? [], path).toEqual([])
    }
  })
})

test('every route of the site is among the pages looked at', () => {
  const routes: RouteObject[] = siteRoutes.map(({ file, index, path }) =>
    index ? { id: file, index } : { id: file, ...(path !== undefined && { path }) },
  )
  const seen = new Set(pages.map(([path]) => matchRoutes(routes, path)?.at(-1)?.route.id))
  expect(routes.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([])
  expect(siteRoutes.filter(({ children }) => children)).toEqual([])
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
