import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { fillRooms, openRooms, type Rooms } from '../../modules/modules.ts'
import { createHttp } from './http.ts'
import type { HttpOptions } from './http-options.ts'

let tests: TestDatabase
let rooms: Rooms
const logged: unknown[] = []
const keep = (facts: object) => void logged.push(facts)
const log: HttpOptions['log'] = { debug: keep, info: keep, warn: keep, error: keep }
const options: HttpOptions = {
  origin: 'http://localhost:18400',
  production: true,
  log,
  now: () => new Date('2013-04-01T00:00:00Z'),
}

let ask: (path: string, init?: RequestInit) => Promise<Response>

beforeAll(async () => {
  tests = await testDatabase()
  rooms = openRooms(testPlatform({ database: tests.database, now: options.now }))
  await fillRooms(rooms)
  const http = await createHttp(rooms, options)
  ask = async (path, init) => http.fetch(new Request(options.origin + path, init))
})

afterAll(() => tests.close())

describe('headers', () => {
  test.each(['/', '/about', '/health', '/api/v1/openapi.json', '/nowhere'])(
    '%s is closed to what it does not need',
    async (path) => {
      const { headers } = await ask(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}'/)
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{10,}$/)
      expect(headers.get('strict-transport-security')).toBeNull()
    },
  )

  test('strict transport security comes with https', async () => {
    const secure = await createHttp(rooms, { ...options, origin: 'https://resolute.example' })
    const { headers } = await secure.fetch(new Request('https://resolute.example/health'))
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
  })

  test('pages hold no script and no inline style', async () => {
    const page = await (await ask('/about')).text()
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/)
  })
})

describe('errors', () => {
  test('an unknown address of the API is a problem', async () => {
    const response = await ask('/api/v1/nowhere')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 404, code: 'not-found', instance: '/api/v1/nowhere' })
  })

  test('a parameter that is not understood is named', async () => {
    const response = await ask('/api/v1/ledger?limit=many')
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const { errors } = (await response.json()) as { errors: { pointer: string }[] }
    expect(errors.map((error) => error.pointer)).toEqual(['#/limit'])
  })

  test('a failure gives an id, keeps the cause to itself and logs it', async () => {
    const broken: Rooms = {
      ...rooms,
      ledger: { ...rooms.ledger, entries: () => Promise.reject(new Error('secret cause')) },
    }
    const http = await createHttp(broken, options)
    logged.length = 0
    const response = await http.fetch(new Request(`${options.origin}/api/v1/ledger`))
    const body = await response.text()
    expect(response.status).toBe(500)
    expect(body).not.toContain('secret')
    const { id } = JSON.parse(body) as { id: string }
    expect(logged).toContainEqual(
      expect.objectContaining({ id, err: expect.objectContaining({ message: 'secret cause' }) }),
    )

    const page = await http.fetch(new Request(`${options.origin}/ledger`))
    const html = await page.text()
    expect(page.status).toBe(500)
    expect(html).not.toContain('secret')
    expect(html).toContain(page.headers.get('x-request-id'))
  })

  test.each(['/api/v1/ledger', '/ledger'])('%s says that a database that is away may come back', async (path) => {
    const away = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
    const http = await createHttp({ ...rooms, ledger: { ...rooms.ledger, entries: away } }, options)
    const response = await http.fetch(new Request(options.origin + path))
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('10')
  })

  test('an unknown page says what to do', async () => {
    const response = await ask('/documents/A/RES/0/0')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('No document A/RES/0/0 is in the register')
  })

  test('a form from another site is refused', async () => {
    const headers = { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' }
    const response = await ask('/sign-in', { method: 'POST', headers, body: 'a=b' })
    expect(response.status).toBe(403)
  })

  test('a body beyond the limit is cut off', async () => {
    const headers = { origin: options.origin, 'content-length': String(65 * 1024 * 1024) }
    const response = await ask('/sign-in', { method: 'POST', headers, body: 'a' })
    expect(response.status).toBe(413)
  })
})

describe('on the wire', () => {
  test.each(['br', 'gzip'])('a page travels as %s', async (encoding) => {
    const response = await ask('/about', { headers: { 'accept-encoding': encoding } })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(response.headers.get('vary')).toContain('Accept-Encoding')
  })

  test.each(['/about', '/api/v1/openapi.json'])('%s is not sent again while it is unchanged', async (path) => {
    const first = await ask(path)
    const tag = first.headers.get('etag')
    expect(tag).toMatch(/^W\/".+"$/)
    const again = await ask(path, { headers: { 'if-none-match': tag! } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  test('built files keep for a year', async () => {
    const page = await (await ask('/about')).text()
    const sheet = /href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1]
    const response = await ask(sheet!)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('content-type')).toContain('text/css')
  })

  test('nothing outside the built files is served', async () => {
    expect((await ask('/assets/..%2f..%2f..%2fpackage.json')).status).toBe(404)
  })
})

describe('downloads', () => {
  test('a table as CSV, under its own name', async () => {
    const response = await ask('/sessions.csv')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toContain('filename="sessions.csv"')
    expect(await response.text()).toMatch(/^body,session,part,planned_from,.*\r\n[\s\S]*CCPCJ,22,regular,/)
  })

  test.each(['/ledger.xlsx', '/register.xlsx', '/documents.xlsx', '/due.xlsx?body=ccpcj&session=22'])(
    '%s is a workbook',
    async (path) => {
      const response = await ask(path)
      expect(response.status).toBe(200)
      expect(new TextDecoder().decode((await response.arrayBuffer()).slice(0, 2))).toBe('PK')
    },
  )

  test.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['html', 'text/html'],
    ['md', 'text/markdown'],
    ['json', 'application/json'],
  ])('the report as %s', async (format, type) => {
    const response = await ask(`/sessions/ccpcj/22/report.${format}?as-of=2013-04-01`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain(type)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"/)
  })

  test.each([
    ['/actors.csv', 'cl,state,,latin-america-caribbean,CHL,152,'],
    ['/sessions/ccpcj/22/deadlines.csv', 'CCPCJ,22,report-submitted,2013-02-11,'],
  ])('%s holds its rows', async (path, row) => {
    expect(await (await ask(path)).text()).toContain(row)
  })

  test.each(['/due.csv?body=nobody&session=1', '/sessions/ccpcj/900/report.docx', '/sessions/ccpcj/22/report.exe'])(
    '%s is not there',
    async (path) => expect((await ask(path)).status).toBe(404),
  )
})

test('the description of the API is OpenAPI 3.1 and names the ledger', async () => {
  const description = (await (await ask('/api/v1/openapi.json')).json()) as {
    openapi: string
    paths: Record<string, Record<string, { responses: object; summary?: string }>>
  }
  expect(description.openapi).toBe('3.1.0')
  expect(Object.keys(description.paths)).toContain('/api/v1/ledger')
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, route] of Object.entries(methods)) {
      expect(route.summary, `${method} ${path} says what it does`).toBeTruthy()
      expect(Object.keys(route.responses).length, `${method} ${path} says what it answers`).toBeGreaterThan(0)
    }
  }
})

describe('languages', () => {
  test('a language nobody has messages for falls back to English', async () => {
    const page = await (await ask('/about', { headers: { 'accept-language': 'tlh' } })).text()
    expect(page).toContain('<html lang="en" dir="ltr">')
  })

  test('a page can be turned round', async () => {
    expect(await (await ask('/about?dir=rtl')).text()).toContain('dir="rtl"')
  })

  test('a language the address names is kept', async () => {
    const { headers } = await ask('/about?lang=en')
    expect(headers.get('set-cookie')).toMatch(/^language=en;.*SameSite=Lax/)
  })
})
