import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { program } from '#platform/access'
import { inviteAdministrator } from '#platform/database'
import { openMail } from '#platform/mail'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { createHttp } from '../apps/server/http.ts'
import { listen } from '../apps/server/listen.ts'
import { fillRooms, openRooms, type Rooms } from '../modules/modules.ts'
import { signInAs } from '../modules/parties/testing/sign-in-as.ts'
import { organization } from './testing/organization.ts'

let tests: TestDatabase
let rooms: Rooms
let site: Awaited<ReturnType<typeof listen>>
let office: Awaited<ReturnType<typeof organization>>
let browser: Browser
let origin: string
const failures: object[] = []
/** Keeps an organization's answer from the site, so that a test can bring it there itself. */
let holding = false

const members = {
  olga: { email: 'olga@office.example', verified: true },
  unverified: { email: 'olga@office.example', verified: false },
  stranger: { email: 'stranger@office.example', verified: true },
}

beforeAll(async () => {
  vi.spyOn(console, 'info').mockReturnValue() // the provider says what of it is for tests alone
  vi.spyOn(console, 'warn').mockReturnValue()
  tests = await testDatabase()
  const now = () => new Date()
  rooms = openRooms(testPlatform({ database: tests.database, now }))
  await fillRooms(rooms)
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 })
  site = await listen((request) => answer(request), { host: 'localhost', port: 0 })
  origin = `http://localhost:${site.port}`
  office = await organization(origin, members)
  const keep = (facts: object) => void failures.push(facts)
  const quiet = () => {}
  const log = { debug: quiet, info: quiet, warn: quiet, error: keep }
  const http = await createHttp(rooms, {
    origin,
    production: true,
    log,
    now,
    openid: { ...office, name: 'the Office' },
  })
  answer = (request) => {
    const held = holding && request.url.includes('/sign-in/openid/callback')
    return held ? new Response('held') : http.fetch(request)
  }
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
  await rooms.parties.invitePerson(program('system:test'), {
    ...{ role: 'officer', email: members.olga.email, name: 'Olga', language: 'en', origin: null },
  })
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  await office?.close()
  await tests?.close()
})

async function visit<T>(
  options: Parameters<Browser['newContext']>[0],
  act: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ baseURL: origin, ...options })
  context.setDefaultTimeout(15_000)
  try {
    return await act(await context.newPage(), context)
  } finally {
    await context.close()
  }
}

const scriptless = { javaScriptEnabled: false }
const path = (page: Page) => new URL(page.url()).pathname

/** The newest letter to an address, as whoever runs the site could read it. */
async function letterTo(address: string): Promise<string> {
  const mail = openMail({ database: tests.database, now: () => new Date() })
  const entries = await mail.outbox(program('system:test'))
  const [newest] = 'refused' in entries ? [] : entries.filter(({ to }) => to === address)
  const letter = newest && (await mail.letter(program('system:test'), newest.id))
  return letter && 'text' in letter ? (letter.text ?? '') : ''
}

describe('without script', () => {
  test('the first administrator invites a focal point, who signs in by mail in another browser', async () => {
    const token = await inviteAdministrator(tests.database, new Date())
    await visit(scriptless, async (page) => {
      await page.goto(`/sign-in?token=${token}`)
      await page.getByLabel('Name').fill('Ada')
      await page.getByLabel('E-mail address').fill('ada@office.example')
      await page.getByRole('button', { name: 'Become administrator and sign in' }).click()
      expect(path(page)).toBe('/account')
      await page.getByRole('link', { name: 'People' }).click()
      await page.getByLabel('Name').fill('María')
      await page.getByLabel('E-mail address').fill('maria@mission.example')
      await page.getByLabel('State or entity').fill('Chile')
      await page.getByLabel('Unit').fill('mission')
      await page.getByRole('button', { name: 'Invite' }).click()
      await expect
        .poll(() => page.getByRole('row').filter({ hasText: 'focal point for Chile (mission)' }).count())
        .toBe(1)
      expect(await letterTo('maria@mission.example')).toContain(`${origin}/sign-in`)
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.goto('/people')
      expect(path(page)).toBe('/sign-in')
    })
    await visit(scriptless, async (page) => {
      await page.goto('/people')
      await page.getByLabel('E-mail address').fill('maria@mission.example')
      await page.getByRole('button', { name: 'Send me a link' }).click()
      await expect.poll(() => page.getByText('Look into your mail').count()).toBe(1)
    })
    const link = /http\S+\/sign-in\/link\S+/.exec(await letterTo('maria@mission.example'))?.[0] ?? ''
    await visit(scriptless, async (page) => {
      expect((await page.goto(link))?.status()).toBe(200)
      await page.goto(link)
      await page.getByRole('button', { name: 'Sign in' }).click()
      expect(path(page)).toBe('/people')
      expect(await page.getByRole('cell', { name: 'ada@office.example' }).count()).toBe(0)
      await expect.poll(() => page.getByRole('cell', { name: 'maria@mission.example' }).count()).toBe(1)
      expect((await page.goto('/people/1'))?.status()).toBe(404)
      await page.goto(link)
      await expect.poll(() => page.getByText('This link is used up').count()).toBe(1)
    })
  })

  test('somebody signs out of a browser they left', async () => {
    const left = await signInAs(rooms.parties, { role: 'officer' })
    const link = await rooms.parties.giveLink(program('system:test'), left.person)
    await visit(scriptless, async (page) => {
      await page.goto(`/sign-in/link?token=${'token' in link ? link.token : ''}`)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('row').filter({ hasText: 'Unknown browser' }).getByRole('button').click()
      await expect.poll(() => page.getByText('That browser is signed out.').count()).toBe(1)
      expect(await page.getByRole('row').filter({ hasText: 'Unknown browser' }).count()).toBe(0)
    })
    expect(await rooms.parties.recognise(left.value)).toBeNull()
  })

  test('a passkey says that it needs scripts, and what works without', () =>
    visit(scriptless, async (page) => {
      await page.goto('/sign-in/passkey')
      await expect.poll(() => page.getByText('A link by mail works without.').count()).toBe(1)
      expect(await page.getByRole('button', { name: 'Use a passkey' }).isDisabled()).toBe(true)
    }))
})

/** A device with a passkey store, as the protocol of Chromium offers it to tests. */
async function authenticator(page: Page) {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
  const made = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return { client, id: made.authenticatorId }
}

describe('a passkey', () => {
  test('is made, signs in, is removed and then lets nobody in', async () => {
    const { name, value, person } = await signInAs(rooms.parties, { role: 'evaluator', name: 'Eva' })
    await visit({}, async (page, context) => {
      await authenticator(page)
      await context.addCookies([{ name, value, url: origin }])
      await page.goto('/account')
      await page.getByRole('link', { name: 'Add a passkey' }).click()
      await page.getByLabel('Name of the passkey').fill('Test key')
      await page.getByRole('button', { name: 'Make a passkey' }).click()
      await page.getByText('The passkey was added.').waitFor()
      await expect
        .poll(() => page.getByRole('row').filter({ hasText: 'Test key' }).filter({ hasText: 'not yet' }).count())
        .toBe(1)

      await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
      await page.goto('/sign-in/passkey?next=/people')
      await page.getByRole('button', { name: 'Use a passkey' }).click()
      await page.waitForURL(({ pathname }) => pathname === '/people')
      await expect.poll(() => page.getByRole('banner').getByText('Eva').count()).toBe(1)

      await page.goto('/account')
      await page.getByRole('button', { name: 'Remove the passkey Test key' }).click()
      await page.getByText('The passkey was removed.').waitFor()
      await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
      await page.goto('/sign-in/passkey')
      await page.getByRole('button', { name: 'Use a passkey' }).click()
      await page.getByRole('alert').waitFor()
      expect(await page.getByRole('alert').textContent()).toContain('You could not be recognised')
    })
    const acts = (await rooms.ledger.entries({ on: `person:${person}` })).map(({ act }) => act)
    expect(acts).toEqual(expect.arrayContaining(['parties.add-passkey', 'parties.remove-passkey', 'parties.sign-in']))
    expect(failures).toEqual([])
  })

  test('answer sent a second time, to another challenge or by another site is not taken', async () => {
    const { name, value, visitor } = await signInAs(rooms.parties, { role: 'evaluator' })
    const answers: string[] = []
    await visit({}, async (page, context) => {
      await authenticator(page)
      await context.addCookies([{ name, value, url: origin }])
      page.on('request', (request) => {
        const answer = new URLSearchParams(request.postData() ?? '').get('response')
        if (answer) answers.push(answer)
      })
      await page.goto('/account/passkey')
      await page.getByRole('button', { name: 'Make a passkey' }).click()
      await page.getByText('The passkey was added.').waitFor()
      await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
      await page.goto('/sign-in/passkey')
      await page.getByRole('button', { name: 'Use a passkey' }).click()
      await page.waitForURL('**/account*')
    })
    const [made, signed] = answers.map((answer) => JSON.parse(answer))
    const whence = { network: 'n', device: 'd', origin, session: null }
    const refused = { refused: 'not-recognised' }
    expect(await rooms.parties.signInByPasskey(signed, whence)).toEqual(refused)
    await rooms.parties.startPasskey(whence)
    expect(await rooms.parties.signInByPasskey(signed, whence)).toEqual(refused)
    expect(await rooms.parties.addPasskey(visitor, { name: 'x', response: made }, origin)).toEqual({
      refused: 'passkey-not-taken',
    })
    for (const nonsense of [{}, { id: 'x' }, { id: signed.id, response: { clientDataJSON: 7 } }, null]) {
      expect(await rooms.parties.signInByPasskey(nonsense as never, whence)).toEqual(refused)
    }
  })
})

describe('the sign-in of an organization', () => {
  async function through(page: Page, login: string) {
    await page.goto('/sign-in?next=/people')
    await page.getByRole('link', { name: 'With your account at the Office' }).click()
    await page.getByPlaceholder('Enter any login').fill(login)
    await page.getByPlaceholder('and password').fill('any')
    await page.getByRole('button', { name: 'Sign-in' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(`${origin}/**`)
  }

  test('lets in whoever it vouches for and who is known here', () =>
    visit({}, async (page, context) => {
      await through(page, 'olga')
      expect(path(page)).toBe('/people')
      await expect.poll(() => page.getByRole('banner').getByText('Olga').count()).toBe(1)
      const cookies = (await context.cookies(origin)).map(({ name }) => name)
      expect(cookies).toContain('session')
      expect(cookies).not.toContain('openid')
    }))

  test.each(['unverified', 'stranger'])('makes nobody a user: %s', (login) =>
    visit({}, async (page) => {
      await through(page, login)
      expect(path(page)).toBe('/sign-in')
      await expect.poll(() => page.getByText('You could not be recognised').count()).toBe(1)
    }),
  )

  test('is finished by nobody but who began it, once, and with what it began with', () =>
    visit({}, async (page, context) => {
      holding = true
      await through(page, 'olga').finally(() => {
        holding = false
      })
      const address = page.url()
      expect(path(page)).toBe('/sign-in/openid/callback')
      const cookie = (await context.cookies(origin)).map(({ name, value }) => `${name}=${value}`).join('; ')
      const led = async (to: string, headers: Record<string, string>) =>
        (await fetch(to, { headers, redirect: 'manual' })).headers.get('location')
      expect(await led(address, {})).toBe('/sign-in?refused=not-recognised')
      expect(await led(address, { cookie })).toBe('/people')
      expect(await led(address, { cookie })).toBe('/sign-in?refused=not-recognised')
      const another = await fetch(`${origin}/sign-in/openid`, { redirect: 'manual' })
      const fresh = (another.headers.get('set-cookie') ?? '').split(';')[0]!
      expect(await led(address, { cookie: fresh })).toBe('/sign-in?refused=not-recognised')
    }))
})

describe.each(['ltr', 'rtl'])('%s', (direction) => {
  test.each([
    '/sign-in',
    '/sign-in?sent=yes',
    '/sign-in/link?token=x',
    '/sign-in/passkey',
    '/sign-out',
    '/account',
    '/account/passkey',
    '/people',
    '/people/1',
  ])('%s has no fault axe can find, and fits a telephone', async (address) => {
    const { name, value } = await signInAs(rooms.parties, { role: 'administrator', name: 'Ada' })
    await visit({ bypassCSP: true }, async (page, context) => {
      await context.addCookies([{ name, value, url: origin }])
      await page.goto(`${address}${address.includes('?') ? '&' : '?'}dir=${direction}`)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual(
        [],
      )
      await expect.poll(() => page.locator('h1').count()).toBe(1)
      await page.setViewportSize({ width: 360, height: 720 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    })
  })
})
