import { OpenAPIHono } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '#platform/access'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { fillRooms, openRooms, type Rooms } from '../../modules/modules.ts'
import { mountFeeds } from './feeds.ts'

let place: TestDatabase
let rooms: Rooms
const app = new OpenAPIHono()

beforeAll(async () => {
  place = await testDatabase()
  rooms = openRooms(testPlatform({ database: place.database, now: () => new Date('2013-02-01T09:00:00Z') }))
  await fillRooms(rooms)
  app.use(etag({ weak: true }))
  mountFeeds(app, rooms, { origin: 'https://resolute.example.int' })
})
afterAll(() => place.close())

test.for([
  ['/calendar.ics', 'text/calendar'],
  ['/calendar.ics?body=ccpcj&lang=ar', 'text/calendar'],
  ['/feed.atom?body=ccpcj&session=22', 'application/atom+xml'],
  ['/feed.atom?actor=unodc&lang=xx', 'application/atom+xml'],
  ['/search.atom?q=women&kind=operative&lang=fr', 'application/atom+xml'],
] as const)('%s is %s, and is not sent again while it is unchanged', async ([path, type]) => {
  const first = await app.request(path)
  expect(first.status).toBe(200)
  expect(first.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
  const tag = first.headers.get('etag')!
  expect((await app.request(path, { headers: { 'if-none-match': tag } })).status).toBe(304)
})

test('the address of a feed stands in it', async () => {
  const text = await (await app.request('/feed.atom?body=ccpcj&session=22')).text()
  expect(text).toContain('href="https://resolute.example.int/feed.atom?body=ccpcj&amp;session=22"')
})

test.for([
  '/calendar.ics?body=nobody',
  '/calendar.ics?session=22',
  '/calendar.ics?body=ccpcj&session=x',
  '/feed.atom?actor=nobody',
  `/feed.atom?key=${'x'.repeat(32)}`,
  '/search.atom',
  `/search.atom?key=${'x'.repeat(43)}`,
])('%s is not there', async (path) => {
  expect((await app.request(path)).status).toBe(404)
})

test('a secret address gives what is one’s own, to nobody else’s page, and is not repeated in it', async () => {
  const role = { role: 'focal-point', actor: 'unodc' } as const
  const person = { email: 'maria@example.org', name: 'Maria', language: 'en', origin: null } as const
  const invited = await rooms.parties.invitePerson(program('system:test'), { ...person, ...role })
  if ('refused' in invited) throw new Error(invited.refused)
  const maria = { doer: `person:${invited.person}`, person: invited.person, name: 'Maria', grants: [] }
  const made = await rooms.followup.makeFeedAddress(maria)
  if ('refused' in made) throw new Error(made.act)
  for (const path of ['/calendar.ics', '/feed.atom']) {
    const answer = await app.request(`${path}?key=${made.key}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    expect(answer.headers.has('access-control-allow-origin')).toBe(false)
    expect(await answer.text()).not.toContain(made.key)
  }
})

test('the feed of a search somebody keeps is theirs alone, and its secret is not repeated in it', async () => {
  const role = { role: 'officer', actor: null } as const
  const person = { email: 'olga@example.org', name: 'Olga', language: 'ru', origin: null } as const
  const invited = await rooms.parties.invitePerson(program('system:test'), { ...person, ...role })
  if ('refused' in invited) throw new Error(invited.refused)
  const olga = { doer: `person:${invited.person}`, person: invited.person, name: 'Olga', grants: [] }
  const kept = await rooms.search.save(olga, { name: 'Tourism', asked: { text: 'tourism' } })
  if (!('saved' in kept)) throw new Error(kept.refused)
  const made = await rooms.search.makeFeedAddress(olga, kept.saved)
  if (!('key' in made)) throw new Error(made.refused)
  const answer = await app.request(`/search.atom?key=${made.key}&lang=ru`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('private, no-cache')
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  const text = await answer.text()
  expect(text).toContain('<title>Поиск: Tourism</title>')
  expect(text).not.toContain(made.key)
})
