import { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anybody, type Visitor } from '#platform/access'
import { submissionsManifest } from './index.ts'
import { done, openedCall } from './testing/opened-call.ts'
import { type SubmissionRooms, submissionRooms } from './testing/rooms.ts'

const now = () => new Date('2012-11-05T09:00:00Z')
let rooms: SubmissionRooms
let mission: Visitor
let token: string
let address: string

/** The routes as a program asks them: somebody signed in, or nobody with a link. */
function ask(path: string, init: RequestInit & { readonly by?: Visitor } = {}): Promise<Response> {
  const { by = anybody, ...request } = init
  const app = new OpenAPIHono()
  app.use((context, next) => {
    context.set('visitor', by)
    return next()
  })
  app.route('/', submissionsManifest.routes!(rooms.submissions, rooms))
  return Promise.resolve(app.request(path, request))
}

const given = (method: string, body: object, more: Readonly<Record<string, string>> = {}) => ({
  method,
  headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...more },
  body: JSON.stringify(body),
})

beforeAll(async () => {
  rooms = await submissionRooms(now)
  mission = await rooms.person('focal-point', 'cl', 'mission')
  const officer = await rooms.person('officer')
  const { call } = await openedCall(rooms, { invitees: [{ kind: 'actor', actor: 'cl' }] })
  token = done(await rooms.submissions.renewLink(officer, { invitation: `${call}/1` })).token
  address = `/calls/${call}/invitations/1/answers`
}, 60_000)
afterAll(() => rooms.close())

test('a program answers with the personal link: reads, gives, sends, and gives back what it read', async () => {
  const first = await ask(address, { headers: { authorization: `Bearer ${token}` } })
  expect(first.status).toBe(200)
  expect(first.headers.get('cache-control')).toBe('private, no-store')
  expect(await first.json()).toMatchObject({
    answers: {},
    missing: ['q1'],
    sent: null,
    may: { write: true, send: true },
  })
  const answers = {
    q1: { options: ['Oui'] },
    q4: { text: '1234' },
    q6: { rows: [{ row: '2010', cells: { cases: '12.345' } }] },
  }
  const etag = first.headers.get('etag')!
  const put = await ask(address, given('PUT', { language: 'en', answers }, { 'if-match': etag }))
  expect(put.status).toBe(200)
  const stale = await ask(address, given('PUT', { language: 'en', answers: {} }, { 'if-match': etag }))
  expect(stale.status).toBe(412)
  const read = (await (await ask(address, { by: mission })).json()) as { answers: object }
  expect(read.answers).toMatchObject({ q1: { options: ['yes'] }, q6: { rows: [{ cells: { cases: '12.345' } }] } })
  // what was read is what may be given
  const again = await ask(address, given('PUT', { language: 'en', answers: read.answers }))
  expect(again.headers.get('etag')).toBe(put.headers.get('etag'))
  const more = await ask(address, given('PATCH', { language: 'en', answers: { q6: {}, q10: { text: 'Short.' } } }))
  expect(await more.json()).toMatchObject({ saved: ['q6', 'q10'] })
  const key = { 'idempotency-key': crypto.randomUUID() }
  const out = await ask(`${address}/send`, given('POST', { visibility: 'public', language: 'en' }, key))
  expect(out.status).toBe(201)
  const twice = await ask(`${address}/send`, given('POST', { visibility: 'public', language: 'en' }, key))
  expect(await twice.json()).toEqual(await out.json())
  expect(await (await ask(address, { by: mission })).json()).toMatchObject({
    state: 'sent',
    sent: { state: 'standing', visibility: 'public' },
  })
  const { sent } = (await rooms.submissions.answering('2012-1/1', mission))!
  expect(sent).toMatchObject({ channel: 'api', number: 1, by: 'invitee:2012-1/1' })
})

test('where one answer cannot be taken none is; problems name the field', async () => {
  const wrong = { q4: { text: '1,234' }, q10: { text: 'Not kept.' } }
  const refused = await ask(address, given('PATCH', { language: 'en', answers: wrong }))
  expect(refused.status).toBe(422)
  expect(refused.headers.get('content-type')).toContain('application/problem+json')
  expect(await refused.json()).toMatchObject({ code: 'invalid', errors: [{ pointer: '#/q4', detail: 'no-number' }] })
  const { drafts } = (await rooms.submissions.answering('2012-1/1', mission))!
  expect(drafts.q10?.answer).toMatchObject({ text: 'Short.' })
})

test('files come before the answer that names them', async () => {
  const init = {
    method: 'POST',
    body: 'The law.',
    by: mission,
    headers: { 'content-type': 'application/octet-stream' },
  }
  const kept = await ask(`${address}/files?question=q8&name=law.txt`, init)
  expect(kept.status).toBe(201)
  const { file } = (await kept.json()) as { file: object }
  const named = await ask(address, given('PATCH', { language: 'en', answers: { q8: { files: [file] } } }))
  expect(named.status).toBe(200)
})

test('without a link, or with another, nothing is told and nothing taken', async () => {
  expect((await ask(address)).status).toBe(404)
  const stranger = given('PUT', { language: 'en', answers: {} }, { authorization: `Bearer ${'x'.repeat(43)}` })
  expect((await ask(address, stranger)).status).toBe(401)
  const italy = await rooms.person('focal-point', 'it')
  const foreign = { ...given('PUT', { language: 'en', answers: {} }), by: italy }
  expect((await ask(address, { ...foreign, headers: { 'content-type': 'application/json' } })).status).toBe(403)
  expect(
    (await ask('/calls/2012-1/invitations/99/answers', given('PUT', { language: 'en', answers: {} }))).status,
  ).toBe(404)
})
