import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type TestSite, testSite } from './testing/site.ts'

let site: TestSite

beforeAll(async () => {
  vi.spyOn(console, 'warn').mockReturnValue() // the router says each address it cannot decode
  site = await testSite(() => new Date('2013-04-01T09:00:00Z'))
})

afterAll(async () => {
  await site?.close()
})

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** As it is, without the tidying that `fetch` gives an address. Null where no client can send such a thing. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer | null> {
  return new Promise((done, fail) => {
    try {
      const asked = request(
        { host: '127.0.0.1', port: site.port, path, method, headers, agent: false },
        async (answer) => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) }),
      )
      asked.once('error', fail)
      asked.end()
    } catch {
      done(null)
    }
  })
}

/** The answer to bytes that no client would send. */
function sendBytes(bytes: string): Promise<string> {
  return new Promise((done) => {
    let said = ''
    const socket = connect(site.port, '127.0.0.1')
    socket.on('data', (data) => {
      said += data
    })
    socket.on('error', () => {})
    socket.on('close', () => done(said))
    socket.setTimeout(5_000, () => socket.destroy())
    socket.write(Buffer.from(bytes, 'latin1'))
  })
}

async function holds(path: string, method?: string): Promise<void> {
  const answer = await ask(path, method)
  if (!answer) return
  expect(answer.status, path).toBeLessThan(500)
  expect(answer.headers['content-security-policy'], path).toContain("default-src 'none'")
  expect(answer.body, path).not.toMatch(/node_modules|\n\s+at /)
  if (answer.headers['content-type']?.startsWith('text/html')) expect(answer.body, path).not.toContain('<script>alert')
  expect(site.faults, path).toEqual([])
}

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What has broken programs before: limits, encodings, paths, markup, prototypes, days that do not exist, cursors. */
const hostile = [
  ...['', '0', '-1', '1.5', '1e309', '99999999999999999999', '9007199254740993', '2147483648', '10000', 'NaN'],
  ...['%00', '%', '%zz', '%ff%fe', '%ED%A0%80', '%C0%AE%C0%AE', '%252e%252e%252f', '%2525', '..', '../../etc/passwd'],
  ...[
    '..%2f..%2fetc%2fpasswd',
    '..%5c..%5c',
    '%0d%0aSet-Cookie:a=b',
    '%E2%80%AE',
    '%F0%9F%92%A9',
    '*',
    '_',
    '%25',
    '%5C',
  ],
  ...[
    '%3Cscript%3Ealert(1)%3C/script%3E',
    '%22%3E%3Cscript%3Ealert(1)%3C/script%3E',
    '%27%20or%201=1--',
    'javascript:a',
  ],
  ...['__proto__', 'constructor', 'toString', '[]', '{}', 'a[b][c]=d', 'null', 'undefined', '2013-02-30', '0000-00-00'],
  ...[
    '9999-99-99',
    '-271821-04-20',
    '275760-09-14',
    'infinity',
    'a'.repeat(9000),
    'x%00'.repeat(500),
    '(%28'.repeat(300),
  ],
  ...[base64(['text', '\u0000', '1']), base64(['due', '2013-02-30', '1']), base64(['actor', '\ud800', '9'.repeat(18)])],
  ...[base64([]), base64({ a: 1 }), 'W10=', '////'],
]

const pages = [
  ...[
    '/',
    '/register',
    '/documents',
    '/documents/E/RES/2012/19',
    '/mandates/E/RES/2012/19%234',
    '/actors',
    '/actors/unodc',
  ],
  ...[
    '/sessions',
    '/sessions/ccpcj/22',
    '/sessions/ccpcj/22/report',
    '/ledger',
    '/sign-in',
    '/sign-in/link',
    '/people',
    '/about',
    '/health',
  ],
  ...['/register.csv', '/register.xlsx', '/ledger.csv', '/documents.csv', '/due.csv', '/sessions/ccpcj/22/report.md'],
]
const parameters = [
  ...['body', 'session', 'part', 'as-of', 'asOf', 'kind', 'force', 'sort', 'after', 'before', 'limit', 'text', 'actor'],
  ...[
    'document',
    'unit',
    'on',
    'act',
    'dir',
    'lang',
    'verify',
    'token',
    'dated',
    '_routes',
    'index',
    'next',
    'said',
    'refused',
  ],
]

interface Described {
  readonly paths: Record<string, { get?: { parameters?: readonly { name: string; in: string }[] } }>
}

describe('no address breaks the server', () => {
  test('every route of openapi.json, every parameter, everything hostile', async () => {
    const description = JSON.parse((await ask('/api/v1/openapi.json'))?.body ?? '') as Described
    const values: Record<string, string> = { body: 'ccpcj', number: '22', session: '22', seq: '1', id: 'unodc' }
    const filled = (path: string) => path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '1')
    for (const [path, { get }] of Object.entries(description.paths)) {
      for (const { name, in: place } of get?.parameters ?? []) {
        for (const value of hostile) {
          await holds(place === 'path' ? filled(path.replace(`{${name}}`, value)) : `${filled(path)}?${name}=${value}`)
        }
      }
    }
  })

  test('seeded fuzz of pages and downloads', async () => {
    const some = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...hostile) },
      fc.string({ unit: 'binary', maxLength: 60 }).map((given) => encodeURIComponent(given.toWellFormed())),
      fc
        .uint8Array({ maxLength: 20 })
        .map((bytes) => [...bytes].map((b) => `%${b.toString(16).padStart(2, '0')}`).join('')),
    )
    const query = fc.array(fc.tuple(fc.constantFrom(...parameters), some), { maxLength: 4 })
    const path = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...pages) },
      fc.tuple(fc.constantFrom(...pages), some).map((parts) => parts.join('/')),
    )
    const address = fc.tuple(path, query).map(([at, asked]) => `${at}?${asked.map((pair) => pair.join('=')).join('&')}`)
    for (const one of fc.sample(address, { seed: 19450626, numRuns: 500 })) await holds(one)
  })

  test.each(['HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'])('%s', async (method) => {
    for (const page of [...pages, '/api/v1/obligations', '/nowhere']) await holds(page, method)
  })
})

describe('no bytes break it', () => {
  const rest = 'Host: localhost\r\nConnection: close\r\n\r\n'
  test.each([
    ['noise', '\u0000\u0001garbage\r\n\r\n'],
    ['TLS to a plain port', '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: [::\r\nConnection: close\r\n\r\n'],
    ['another scheme', `GET file:///etc/passwd HTTP/1.1\r\n${rest}`],
    ['two lengths', `POST /sign-in HTTP/1.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n${rest}0\r\n\r\n`],
    ['a bad chunk', `POST /sign-in HTTP/1.1\r\nTransfer-Encoding: chunked\r\n${rest}ZZ\r\n`],
    ['headers beyond measure', `GET / HTTP/1.1\r\nX: ${'a'.repeat(40_000)}\r\n${rest}`],
    ['a path beyond measure', `GET /${'a'.repeat(40_000)} HTTP/1.1\r\n${rest}`],
    ['bytes beyond ASCII', `GET /documents/\u00ff\u00fe HTTP/1.1\r\n${rest}`],
  ])('%s', async (_, bytes) => {
    const said = await sendBytes(bytes)
    if (said === '') return // let go without a word
    expect(said).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(said.toLowerCase()).toContain("content-security-policy: default-src 'none'")
  })

  test('a body announced larger than allowed is not waited for', async () => {
    const headers = `Origin: ${site.origin}\r\nContent-Length: 70000000\r\n`
    expect(await sendBytes(`POST /sign-in HTTP/1.1\r\n${headers}${rest}abc`)).toContain('413')
  })

  test('a slow visitor keeps nobody else waiting', async () => {
    const slow = Array.from({ length: 50 }, () => connect(site.port, '127.0.0.1'))
    for (const socket of slow) socket.on('error', () => {}).write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ')
    const started = Date.now()
    expect((await ask('/health'))?.status).toBe(200)
    expect(Date.now() - started).toBeLessThan(5_000)
    for (const socket of slow) socket.destroy()
  })

  test.each(['/about?lang=%0d%0aSet-Cookie:%20a=b', '/sessions/ccpcj/22/report.md?as-of=%0d%0aX-Evil:%20a'])(
    'no header comes out of an address: %s',
    async (path) => {
      const answer = await ask(path)
      expect(answer?.headers['x-evil']).toBeUndefined()
      expect(String(answer?.headers['set-cookie'] ?? '')).not.toContain('a=b')
    },
  )
})
