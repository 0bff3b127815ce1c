import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program } from '#platform/access'
import { openMail } from '#platform/mail'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { fillRooms, openRooms, type Rooms } from '../../modules/modules.ts'
import { signInAs } from '../../modules/parties/testing/sign-in-as.ts'
import { createHttp } from './http.ts'
import type { HttpOptions } from './http-options.ts'

let tests: TestDatabase
let rooms: Rooms
let now = new Date('2013-04-01T09:00:00Z')
const quiet = () => {}
const options: HttpOptions = {
  origin: 'https://resolute.example',
  production: true,
  log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  now: () => now,
}

let ask: (path: string, init?: RequestInit) => Promise<Response>

beforeAll(async () => {
  tests = await testDatabase()
  rooms = openRooms(testPlatform({ database: tests.database, now: () => now }))
  await fillRooms(rooms)
  const http = await createHttp(rooms, options)
  ask = async (path, init) => http.fetch(new Request(options.origin + path, init))
})
afterAll(() => tests.close())

const secure = (cookie: string) => cookie.replace('session=', '__Host-session=')
const form = 'application/x-www-form-urlencoded'

function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(fields).toString()
  return ask(path, { method: 'POST', body, headers: { origin: options.origin, 'content-type': form, ...headers } })
}

/** A link for somebody new, as it would come by mail. */
async function newLink() {
  const role = { role: 'officer' as const, language: 'en' as const, origin: null }
  const email = `${Math.random()}@office.example`
  const invited = await rooms.parties.invitePerson(program('system:test'), { ...role, name: 'O', email })
  const link = 'person' in invited ? await rooms.parties.giveLink(program('system:test'), invited.person) : invited
  return 'token' in link ? link.token : ''
}

const cookieOf = (response: Response) => response.headers.get('set-cookie') ?? ''

describe('the cookie', () => {
  test('is bound to host and https, hidden from scripts, and kept from other sites', async () => {
    const signedIn = await post('/sign-in/link', { act: 'parties.sign-in', token: await newLink() })
    expect(signedIn.status).toBe(303)
    const [pair, ...flags] = cookieOf(signedIn).split('; ')
    expect(pair).toMatch(/^__Host-session=[\w-]{43}$/)
    expect(flags.map((flag) => flag.replace(/^Expires=.*/, 'Expires'))).toEqual(
      expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Expires']),
    )
    expect(cookieOf(signedIn)).not.toContain('Domain')
  })

  test('is nobody’s choice: one slipped under a browser is worth nothing, before and after', async () => {
    const slipped = '__Host-session=chosen-by-somebody-else'
    const signedIn = await post(
      '/sign-in/link',
      { act: 'parties.sign-in', token: await newLink() },
      { cookie: slipped },
    )
    expect(cookieOf(signedIn)).not.toContain('chosen-by-somebody-else')
    expect((await ask('/account', { headers: { cookie: slipped } })).status).toBe(303)
  })

  test('that stands for nobody is taken away', async () => {
    const response = await ask('/about', { headers: { cookie: '__Host-session=x' } })
    expect(cookieOf(response)).toMatch(/^__Host-session=; Max-Age=0; Path=\/;/)
  })

  test('is turned while it is used, and given to the browser with the answer', async () => {
    const { cookie } = await signInAs(rooms.parties, { role: 'officer' })
    expect(cookieOf(await ask('/about', { headers: { cookie: secure(cookie) } }))).toBe('')
    now = new Date(now.getTime() + 2 * 60 * 60_000)
    const turned = await ask('/about', { headers: { cookie: secure(cookie) } })
    expect(cookieOf(turned)).toMatch(/^__Host-session=[\w-]{43}; /)
  })

  test('ends with signing out, on the server as well', async () => {
    const { cookie } = await signInAs(rooms.parties, { role: 'officer' })
    const out = await post('/sign-out', { act: 'parties.sign-out' }, { cookie: secure(cookie) })
    expect(cookieOf(out)).toMatch(/^__Host-session=; Max-Age=0/)
    expect((await ask('/account', { headers: { cookie: secure(cookie) } })).status).toBe(303)
  })
})

describe('requests from elsewhere', () => {
  const types = [form, 'multipart/form-data; boundary=x', 'text/plain', 'application/json', '']
  const methods = ['POST', 'PUT', 'PATCH', 'DELETE']
  const elsewhere: readonly Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://resolute.example' },
    { 'sec-fetch-site': 'same-site' },
    {},
  ]

  test('change nothing, whatever the method, the type and the place', async () => {
    const { cookie, person } = await signInAs(rooms.parties, { role: 'administrator' })
    const before = (await rooms.ledger.entries({ limit: 1 }))[0]!.seq
    for (const path of ['/sign-out', '/people', `/people/${person}`, '/account', '/api/v1/ledger', '/api/v1/nowhere']) {
      for (const method of methods) {
        for (const type of types) {
          for (const headers of elsewhere) {
            const init = {
              method,
              body: 'act=parties.sign-out',
              headers: { ...headers, cookie: secure(cookie), 'content-type': type },
            }
            expect((await ask(path, init)).status, `${method} ${path} ${type} ${JSON.stringify(headers)}`).toBe(403)
          }
        }
      }
    }
    expect((await rooms.ledger.entries({ limit: 1 }))[0]!.seq).toBe(before)
  })

  test('read the API as anybody would: the cookie does not count', async () => {
    const { cookie } = await signInAs(rooms.parties, { role: 'administrator' })
    const read = (headers: Record<string, string>) =>
      ask('/api/v1/actors/cl', { headers: { cookie: secure(cookie), ...headers } })
    const foreign = await read({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })
    expect(foreign.status).toBe(200)
    expect(foreign.headers.get('access-control-allow-origin')).toBe('*')
    expect(foreign.headers.get('access-control-allow-credentials')).toBeNull()
    expect(foreign.headers.get('cache-control')).toBe('no-cache')
    expect((await read({ 'sec-fetch-site': 'same-origin' })).headers.get('cache-control')).toBe('private, no-store')
  })

  test('may not be asked about beforehand for more than reading', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
    const allowed = (await ask('/api/v1/ledger', { method: 'OPTIONS', headers })).headers
    expect(allowed.get('access-control-allow-methods')).toBe('GET,HEAD,OPTIONS')
    expect(allowed.get('access-control-allow-credentials')).toBeNull()
  })
})

test('a form of ours is taken behind a proxy that ends https', async () => {
  const body = new URLSearchParams({ act: 'parties.sign-in', token: await newLink() }).toString()
  const headers = { origin: options.origin, 'content-type': form }
  const http = await createHttp(rooms, options)
  const response = await http.fetch(
    new Request('http://127.0.0.1:8080/sign-in/link', { method: 'POST', body, headers }),
  )
  expect(response.status).toBe(303)
})

test.each(['//evil.example', 'https://evil.example/', '/\\evil.example', '/%09/evil.example\t', 'javascript:alert(1)'])(
  'nobody is led away after signing in: %j',
  async (next) => {
    const response = await post('/sign-in/link', { act: 'parties.sign-in', token: await newLink(), next })
    const target = new URL(response.headers.get('location') ?? '', options.origin)
    expect(target.origin).toBe(options.origin)
    expect(target.pathname).not.toMatch(/^\/[/\\]/)
    const page = await (await ask(`/sign-in?next=${encodeURIComponent(next)}`)).text()
    // the same page in another language keeps what the address says; nothing leads there, nothing carries it on
    expect(page).not.toMatch(/(?:href|action|value)="[^"?]*evil\.example/)
  },
)

test('whoever must sign in first comes back to where they were', async () => {
  const response = await ask('/people?lang=en')
  expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fpeople%3Flang%3Den'])
})

test('a letter goes to the address that is known, in the language of its person, and to no other', async () => {
  const mail = openMail({ database: tests.database, now: () => now })
  await post('/sign-in', { act: 'parties.request-link', email: 'x@y.example\r\nBcc: all@y.example' })
  const entries = await mail.outbox(program('system:test'))
  expect('refused' in entries ? null : entries.map(({ to }) => to)).toEqual([])
})

test('a page of somebody signed in is kept by nobody else', async () => {
  const { cookie } = await signInAs(rooms.parties, { role: 'administrator', name: 'Ada Lovelace' })
  const response = await ask('/people', { headers: { cookie: secure(cookie) } })
  expect(response.headers.get('cache-control')).toMatch(/^private/)
  expect(response.headers.get('vary')).toContain('Cookie')
  expect(await response.text()).toContain('Ada Lovelace')
})

describe('methods the API does not take', () => {
  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is 405 and says which it takes', async (method) => {
    const response = await ask('/api/v1/ledger', { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(await response.json()).toMatchObject({ code: 'method-not-allowed' })
    expect((await ask('/api/v1/nowhere', { method })).status).toBe(404)
  })
})
