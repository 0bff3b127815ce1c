import { readFile } from 'node:fs/promises'
import ICAL from 'ical.js'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anybody, program, type Visitor } from '#platform/access'
import { toAtom } from '#platform/feeds'
import { sixLanguages } from '#platform/i18n'
import type { Feed, FeedOf } from './feed.ts'
import { toIcs } from './feed-ics.ts'
import { type FollowedRooms, followedRooms } from './testing/rooms.ts'

let rooms: FollowedRooms
let clock = new Date('2013-02-01T06:00:00.000Z')
const site = 'https://resolute.example.int'

beforeAll(async () => {
  rooms = await followedRooms(() => clock)
})
afterAll(() => rooms.close())

async function feed(of: FeedOf, language = 'en'): Promise<Feed> {
  const found = await rooms.followup.feed(of, language)
  if (!found) throw new Error('no feed')
  return found
}

/** Events by their UID, as a calendar program reads them. */
function events(given: Feed) {
  const text = toIcs(given, site)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const calendar = new ICAL.Component(ICAL.parse(text))
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  expect(calendar.getFirstPropertyValue('prodid')).toBeTruthy()
  const found = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  for (const event of found) expect(event.component.getFirstPropertyValue('dtstamp')).toBeTruthy()
  expect(new Set(found.map(({ uid }) => uid)).size).toBe(found.length)
  return found
}

interface Entry {
  readonly [name: string]: string
}

/** Entries as an XML reader sees them; what RFC 4287 asks of feed and entry is looked for. */
function entries(given: Feed): readonly Entry[] {
  const found: Record<string, string>[] = [{}]
  let text = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', (tag) => {
    expect(tag.uri).toBe('http://www.w3.org/2005/Atom')
    if (tag.local === 'entry') found.push({})
    if (tag.local === 'link') found.at(-1)![`link-${tag.attributes.rel?.value}`] = tag.attributes.href?.value ?? ''
    text = ''
  })
  parser.on('text', (more) => {
    text += more
  })
  parser.on('closetag', ({ local }) => {
    if (local !== 'entry' && local !== 'feed') found.at(-1)![local] = text
  })
  parser.write(toAtom(given, site, `${site}/feed.atom`)).close()
  const [head, ...rest] = found
  for (const one of found) {
    expect(one).toMatchObject({ id: expect.stringMatching(/^tag:/), title: expect.anything() })
    expect(new Date(one.updated!).toISOString()).toBe(one.updated)
    expect(one['link-alternate']).toMatch(/^https:\/\/resolute\.example\.int\//)
  }
  expect(head!['link-self']).toBe(`${site}/feed.atom`)
  expect(new Set(rest.map(({ id }) => id)).size).toBe(rest.length)
  return rest
}

const all: readonly FeedOf[] = [
  { of: 'everything' },
  { of: 'body', body: 'ccpcj' },
  { of: 'session', body: 'CCPCJ', session: 22 },
  { of: 'actor', actor: 'unodc' },
  { of: 'actor', actor: 'cl' },
]

test.for(all)('%o can be read as a calendar and as a feed, in six languages', async (of) => {
  for (const language of sixLanguages) {
    const found = await feed(of, language)
    expect(events(found).length).toBeGreaterThan(0)
    expect(entries(found)).toHaveLength(found.items.length)
    expect(found.title).not.toMatch(/feed\.|\{/)
  }
})

test('a session is a span of whole days, its deadlines and what is due by it are days', async () => {
  const found = events(await feed({ of: 'session', body: 'CCPCJ', session: 22 }))
  const session = found.find(({ summary }) => summary === 'CCPCJ 22')!
  expect([session.startDate.toString(), session.endDate.toString()]).toEqual(['2013-04-22', '2013-04-27'])
  expect(session.startDate.isDate).toBe(true)
  expect(found.find(({ summary }) => summary === 'CCPCJ 22: draft resolutions')!.startDate.toString()).toBe(
    '2013-03-22',
  )
  const due = found.filter(({ summary }) => summary.startsWith('Due: '))
  expect(due.length).toBeGreaterThan(10)
  for (const one of due) expect(one.startDate.toString()).toBe('2013-04-22')
})

test('what is the same keeps its UID when a session moves, and its SEQUENCE grows', async () => {
  const of = { of: 'session', body: 'CCPCJ', session: 22 } as const
  const before = events(await feed(of))
  clock = new Date('2013-02-10T06:00:00.000Z')
  const move = { body: 'CCPCJ', number: 22, part: 'regular', to: { from: '2013-05-13', to: '2013-05-17' } } as const
  await rooms.calendar.moveSession(program('system:test'), { ...move, reason: 'The hall & the lights.' })
  const after = events(await feed(of))
  expect(after.map(({ uid }) => uid).sort()).toEqual(before.map(({ uid }) => uid).sort())
  for (const event of after.filter(({ summary }) => /^Due|^CCPCJ 22$/.test(summary))) {
    expect(event.startDate.toString()).toBe('2013-05-13')
    expect(event.sequence).toBe(1)
    expect(event.component.getFirstPropertyValue('last-modified')?.toString()).toBe('2013-02-10T06:00:00Z')
  }
  const [news] = entries(await feed(of)).filter(({ title }) => title === 'CCPCJ 22 has been moved')
  expect(news).toMatchObject({ summary: 'The hall & the lights.', updated: '2013-02-10T06:00:00.000Z' })
})

test('unchanged, it is the same to the last byte', async () => {
  const of = { of: 'actor', actor: 'unodc' } as const
  const one = toIcs(await feed(of), site)
  clock = new Date('2013-02-11T06:00:00.000Z')
  expect(toIcs(await feed(of), site)).toBe(one)
})

test('what cannot stand in XML is left out, what means something in it is escaped', () => {
  const item = {
    kind: 'due',
    id: 'a b',
    address: '/x?a=1&b=2',
    from: '2013-01-01',
    to: '2013-01-01',
    sequence: 0,
  } as const
  const texts = { title: '<b>\u0001 & "q"', text: ']]>\ud800', updated: '2013-01-01T00:00:00.000Z' }
  const given = { id: 'x', title: '<', language: 'en', address: '/', items: [{ ...item, ...texts }] }
  expect(entries(given)).toMatchObject([{ title: '<b> & "q"', summary: ']]>\ufffd' }])
})

test('a calendar of nothing is one all the same', () => {
  const nothing = { id: 'x', title: 'x', language: 'en', address: '/', items: [] }
  expect(events(nothing)).toEqual([])
  expect(toIcs(nothing, site)).toContain('BEGIN:VTIMEZONE')
  expect(entries(nothing)).toEqual([])
})

test('what is not there is null', async () => {
  const none: readonly FeedOf[] = [
    { of: 'body', body: 'nobody' },
    { of: 'session', body: 'CONGRESS', session: 9999 },
    { of: 'actor', actor: 'nobody' },
    { of: 'person', key: 'x'.repeat(32) },
    { of: 'person', key: "' or true" },
  ]
  for (const of of none) expect(await rooms.followup.feed(of, 'en')).toBeNull()
})

test('a person has one secret address: a new one ends the old, and it can be ended', async () => {
  const maria: Visitor = await rooms.person('focal-point', 'secretary-general')
  const address = () => rooms.followup.feedAddress(maria.person!)
  expect(await address()).toBeNull()
  const keyOf = async () => {
    const made = await rooms.followup.makeFeedAddress(maria)
    if ('refused' in made) throw new Error(made.act)
    return made.key
  }
  const first = await keyOf()
  const found = await feed({ of: 'person', key: first })
  expect(found.items.map(({ id }) => id)).toContain('due:E/RES/2012/19#17/1 CCPCJ 22 regular')
  expect(JSON.stringify(found)).not.toContain(first)
  const second = await keyOf()
  expect(await rooms.followup.feed({ of: 'person', key: first }, 'en')).toBeNull()
  expect(await rooms.followup.feed({ of: 'person', key: second }, 'en')).not.toBeNull()
  expect(await address()).toBe(clock.toISOString())
  expect(await rooms.followup.endFeedAddress(maria)).toEqual({ ended: true })
  expect(await rooms.followup.endFeedAddress(maria)).toEqual({ ended: false })
  expect(await rooms.followup.feed({ of: 'person', key: second }, 'en')).toBeNull()
  expect(await rooms.followup.makeFeedAddress(anybody)).toMatchObject({ refused: 'not-allowed', signIn: true })
  const told = JSON.stringify(await rooms.ledger.entries({ on: `person:${maria.person}` }))
  expect(told).not.toContain(second)
})

test('every language has the same words, with the same facts in them', async () => {
  const folder = new URL('./letters/', import.meta.url)
  const files = await Promise.all(
    sixLanguages.map(async (language): Promise<Record<string, string>> => {
      return JSON.parse(await readFile(new URL(`${language}.json`, folder), 'utf8'))
    }),
  )
  const factsIn = (words: string) => [...new Set([...words.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]))].sort()
  const shapes = files.map((file) => Object.fromEntries(Object.entries(file).map(([id, said]) => [id, factsIn(said)])))
  for (const shape of shapes) expect(shape).toEqual(shapes[0])
})
