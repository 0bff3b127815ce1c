import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Ledger, ledgerManifest } from '#modules/ledger'
import { type Parties, partiesManifest } from '#modules/parties'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { type Calendar, calendarManifest, sessionTable, shippedCalendar } from './index.ts'

let place: TestDatabase
let ledger: Ledger
let parties: Parties
let calendar: Calendar

beforeEach(async () => {
  place = await testDatabase()
  const platform = { database: place.database, now: () => new Date('2013-04-01T09:00:00Z') }
  ledger = ledgerManifest.open(platform, {})
  parties = partiesManifest.open(platform, { ledger })
  calendar = calendarManifest.open(platform, { ledger, parties })
  await parties.loadDirectory('system:test')
})
afterEach(() => place.close())

const entries = () => ledger.entries({ act: 'calendar.load-sessions' })

describe('calendar.load-sessions', () => {
  test('fills the tables once, with one entry; what comes back is what ships', async () => {
    expect((await calendar.table()).bodies()).toEqual([])
    await calendarManifest.prepare!(calendar)
    await calendarManifest.prepare!(calendar)
    expect(await entries()).toHaveLength(1)
    const [kept, shipped] = [await calendar.table(), sessionTable(shippedCalendar())]
    expect(kept.bodies()).toEqual(shipped.bodies())
    for (const { code } of shipped.bodies()) {
      expect(kept.sessions(code)).toEqual(shipped.sessions(code))
      expect(kept.deadlines(code, 22)).toEqual(shipped.deadlines(code, 22))
      expect(kept.session(code, 99)).toEqual(shipped.session(code, 99))
    }
  })

  test('two programs that start at once load it once', async () => {
    const states = await Promise.all([calendar.loadSessions('system:a'), calendar.loadSessions('system:b')])
    expect(states.map(({ state }) => state).sort()).toEqual(['loaded', 'unchanged'])
    expect(await entries()).toHaveLength(1)
  })

  test('a session put off is seen by whoever kept the table', async () => {
    await calendar.loadSessions('system:test')
    const before = await calendar.table()
    expect(await calendar.table()).toBe(before)
    const rows = shippedCalendar()
    const later = { from: '2013-05-13', to: '2013-05-17' }
    const sessions = rows.sessions.map((session) => {
      if (session.body !== 'CCPCJ' || session.number !== 22) return session
      const parts = session.parts.map((p) => (p.part === 'regular' ? { ...p, planned: p.held, held: later } : p))
      return { ...session, parts }
    })
    await calendar.loadSessions('system:test', { ...rows, sessions })
    expect((await calendar.table()).deadlines('ccpcj', 22).find(({ code }) => code === 'drafts')?.on).toBe('2013-04-13')
    expect(await entries()).toHaveLength(2)
  })

  test('rows that contradict each other change nothing', async () => {
    await calendar.loadSessions('system:test')
    const rows = shippedCalendar()
    const stranger = { ...rows.bodies[0]!, code: 'NOBODY', slug: 'nobody', actor: 'nobody-listed' }
    await expect(
      calendar.loadSessions('system:test', { ...rows, bodies: [...rows.bodies, stranger] }),
    ).rejects.toThrow()
    expect((await calendar.table()).body('NOBODY')).toBeNull()
    expect(await entries()).toHaveLength(1)
  })

  test('a calendar changed by hand is found by verify', async () => {
    await calendar.loadSessions('system:test')
    expect((await ledger.verify()).crossFaults).toEqual([])
    await sql`update calendar.parts set held_to = '2013-04-27' where body = 'CCPCJ' and number = 22 and part = 'regular'`.execute(
      place.database,
    )
    const { crossFaults } = await ledger.verify()
    expect(crossFaults).toEqual([{ module: 'calendar', code: 'calendar-changed', facts: { revision: 1 } }])
    expect(ledger.sayFault(crossFaults[0]!)).toMatch(/not the one the ledger says/)
  })

  test('every body is an actor of the same names', async () => {
    const directory = await parties.directory()
    for (const body of shippedCalendar().bodies) expect(directory.actor(body.actor)?.name, body.code).toEqual(body.name)
  })
})

describe('the routes', () => {
  const get = async (address: string) => {
    const response = await calendarManifest.routes!(calendar, { ledger, parties }).request(address)
    return { status: response.status, body: response.status === 200 ? await response.json() : null }
  }

  test('bodies, sessions, one session with its deadlines', async () => {
    await calendar.loadSessions('system:test')
    expect((await get('/bodies')).body.rows.map((b: { slug: string }) => b.slug)).toContain('ccpcj')
    expect((await get('/sessions?body=ccpcj')).body.rows).toHaveLength(35)
    expect((await get('/sessions?body=nobody')).status).toBe(404)
    const { body } = await get('/sessions/ccpcj/22')
    expect(body).toMatchObject({ body: 'CCPCJ', number: 22, place: 'Vienna', window: false })
    expect(body.deadlines[0]).toEqual({
      code: 'report-submitted',
      on: '2013-02-11',
      why: 'reports submitted for processing 10 weeks before CCPCJ 22 opens on 22 April 2013 (United Nations 10-4-6 rule for slotted documents)',
    })
    expect((await get('/sessions/ecosoc/2012')).body).toMatchObject({ window: true })
    expect((await get('/sessions/congress/99')).status).toBe(404)
    expect((await get('/sessions/ccpcj/first')).status).toBe(400)
  })
})
