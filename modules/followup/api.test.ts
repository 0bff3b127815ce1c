import { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anybody, type Visitor } from '#platform/access'
import { followupManifest } from './index.ts'
import { type FollowedRooms, followedRooms } from './testing/rooms.ts'

const now = () => new Date('2013-02-01T09:00:00Z')
const id = 'E/RES/2012/19#1/1'
const address = '/dossiers/E/RES/2012/19%231/1'

let rooms: FollowedRooms
let mission: Visitor
let officer: Visitor

/** The routes as one visitor asks them. */
function ask(visitor: Visitor, path: string, init?: RequestInit): Promise<Response> {
  const app = new OpenAPIHono()
  app.use((context, next) => {
    context.set('visitor', visitor)
    return next()
  })
  app.route('/', followupManifest.routes!(rooms.followup, rooms))
  return Promise.resolve(app.request(path, init))
}

const post = (visitor: Visitor, body: object) =>
  ask(visitor, '/updates', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const update = {
  dossier: id,
  actor: 'cl',
  status: 'implemented',
  asOf: '2013-01-15',
  narrative: 'Ratified.',
  language: 'en',
  evidence: [{ title: 'Gazette', content: { kind: 'link', url: 'https://example.org/1' } }],
  send: true,
}

beforeAll(async () => {
  rooms = await followedRooms(now)
  mission = await rooms.person('focal-point', 'cl')
  officer = await rooms.person('officer')
})
afterAll(() => rooms.close())

test('reporting by machine: who may, what is wrong, once for one key', async () => {
  expect((await post(anybody, update)).status).toBe(401)
  expect((await post(mission, { ...update, actor: 'pe' })).status).toBe(403)
  expect((await post(mission, { ...update, dossier: `${id}99` })).status).toBe(404)
  const wrong = await post(mission, { ...update, narrative: '', asOf: '2013-02-30' })
  expect(wrong.status).toBe(422)
  expect(await wrong.json()).toMatchObject({ errors: [{ pointer: '#/as-of' }, { pointer: '#/narrative' }] })
  const keyed = { ...update, once: 'a-key-of-my-own-1' }
  const first = await post(mission, keyed)
  expect(first.status).toBe(201)
  expect(await (await post(mission, keyed)).json()).toEqual(await first.json())
  expect((await post(mission, { ...update, seen: 0 })).status).toBe(409)
})

test('a dossier as JSON holds what was published and nothing of the office', async () => {
  await rooms.followup.note(officer, { id, text: 'Between us.' })
  for (const visitor of [anybody, officer]) {
    const text = await (await ask(visitor, address)).text()
    expect(JSON.parse(text)).toMatchObject({
      id,
      status: 'in_progress',
      replies: [{ actor: 'cl', status: 'implemented' }],
    })
    expect(text).not.toContain('Between us.')
  }
  expect((await ask(anybody, `${address}99`)).status).toBe(404)
})

test('lists go on by their cursor, each dossier once', async () => {
  const seen = new Set<string>()
  let after = ''
  do {
    const page = await (await ask(anybody, `/dossiers?actor=cl&limit=40${after && `&after=${after}`}`)).json()
    for (const { asked } of page.rows as { asked: { id: string } }[]) {
      expect(seen.has(asked.id)).toBe(false)
      seen.add(asked.id)
    }
    after = page.next ?? ''
  } while (after)
  const whole = await (await ask(anybody, '/dossiers?actor=cl&limit=1000')).json()
  expect(seen.size).toBe(whole.rows.length)
  expect(seen.size).toBeGreaterThan(50)
  expect((await ask(anybody, '/dossiers?after=nothing')).status).toBe(400)
  expect((await ask(anybody, '/dossiers?status=done')).status).toBe(400)
  const due = await (await ask(anybody, '/dossiers?body=CCPCJ&session=22&limit=1000')).json()
  expect(new Set(due.rows.map((row: { asked: { id: string } }) => row.asked.id)).size).toBe(due.rows.length)
  expect(due.rows.length).toBeGreaterThan(3)
})
