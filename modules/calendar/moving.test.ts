import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Ledger, ledgerManifest } from '#modules/ledger'
import { partiesManifest } from '#modules/parties'
import { anybody, program, type Visitor } from '#platform/access'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { type Calendar, calendarManifest, type MoveRequest, shippedCalendar } from './index.ts'

let place: TestDatabase
let ledger: Ledger
let calendar: Calendar
const officer: Visitor = { ...program('person:7'), person: '7', grants: [{ role: 'officer', actor: null }] }

beforeEach(async () => {
  place = await testDatabase()
  const platform = testPlatform({ database: place.database, now: () => new Date('2013-02-01T09:00:00Z') })
  ledger = ledgerManifest.open(platform, {})
  const parties = partiesManifest.open(platform, { ledger })
  calendar = calendarManifest.open(platform, { ledger, parties })
  await parties.loadDirectory('system:test')
  await calendar.loadSessions('system:test')
})
afterEach(() => place.close())

const may = { from: '2013-05-13', to: '2013-05-17' }
const april = { from: '2013-04-22', to: '2013-04-26' }
const request: MoveRequest = {
  body: 'ccpcj',
  number: 22,
  part: 'regular',
  to: may,
  reason: ' The hall is being mended. ',
}
const move = (more: Partial<MoveRequest> = {}, by = officer) => calendar.moveSession(by, { ...request, ...more })
const regular = async (number = 22) =>
  (await calendar.table()).session('CCPCJ', number)?.parts.find(({ part }) => part === 'regular')
const faults = async () => (await ledger.verify()).crossFaults

test('a session that is moved takes every date with it, and says why', async () => {
  const before = await calendar.table()
  const result = await move()
  expect(result).toEqual({
    move: {
      ...{ n: 1, body: 'CCPCJ', number: 22, part: 'regular', from: april, to: may },
      ...{ reason: 'The hall is being mended.', by: 'person:7', at: '2013-02-01T09:00:00.000Z' },
    },
  })
  const after = await calendar.table()
  expect(after).not.toBe(before)
  expect(await regular()).toMatchObject({ held: may, movedFrom: april, note: 'The hall is being mended.' })
  expect(after.deadlines('ccpcj', 22).find(({ code }) => code === 'drafts')?.on).toBe('2013-04-13')
  const timing = { kind: 'session', asWritten: 'at its twenty-second session', body: 'CCPCJ', number: 22 } as const
  const asked = { ...timing, year: null, relative: null, part: null }
  const [due] = after.due(asked, { adopted: null, session: null }, '2020-12-31')
  expect(due).toMatchObject({ state: 'dated', ...may })
  expect(after.explain(due!.why)).toMatch(/13–17 May 2013 \(first fixed for 22–26 April 2013\)/)
  const [entry] = await ledger.entries({ act: 'calendar.move-session' })
  expect(entry).toMatchObject({
    ...{ who: 'person:7', on: 'session:CCPCJ/22' },
    data: { n: 1, part: 'regular', from: april, to: may, reason: 'The hall is being mended.' },
  })
  expect(await faults()).toEqual([])
})

test('moved twice it stands where it was put last; moved back it stands as first fixed', async () => {
  await move()
  await move({ to: { from: '2013-06-03', to: '2013-06-07' }, reason: 'Again.' })
  expect(await regular()).toMatchObject({ held: { from: '2013-06-03', to: '2013-06-07' }, movedFrom: april })
  await move({ to: april, reason: 'The hall is ready after all.' })
  expect(await regular()).toMatchObject({ held: april })
  expect(await regular()).not.toHaveProperty('movedFrom')
  expect((await calendar.moves('CCPCJ', 22)).map(({ from }) => from)).toEqual([april, may, expect.anything()])
  expect(await faults()).toEqual([])
})

test('the program started anew leaves moves as they are; a calendar that knows better wins', async () => {
  await move()
  expect(await calendar.loadSessions('system:test')).toMatchObject({ state: 'unchanged' })
  expect(await regular()).toMatchObject({ held: may })
  const rows = shippedCalendar()
  const known = { from: '2013-05-20', to: '2013-05-24' }
  const sessions = rows.sessions.map((session) =>
    session.body === 'CCPCJ' && session.number === 22
      ? { ...session, parts: session.parts.map((p) => (p.part === 'regular' ? { ...p, held: known } : p)) }
      : session,
  )
  await calendar.loadSessions('system:test', { ...rows, sessions })
  expect(await regular()).toMatchObject({ held: known })
  expect(await faults()).toEqual([])
})

test('one that only a rule gave is given days', async () => {
  const next = shippedCalendar().sessions.filter(({ body }) => body === 'CCPCJ').length + 10
  expect((await calendar.table()).session('CCPCJ', next)).toMatchObject({ window: true })
  const to = { from: '2036-05-12', to: '2036-05-16' }
  expect(await move({ number: next, to, reason: 'Fixed by the Commission.' })).toMatchObject({
    move: { from: null, to },
  })
  expect((await calendar.table()).session('CCPCJ', next)).toMatchObject({
    window: false,
    parts: [{ part: 'regular', planned: to, held: null, movedFrom: null }],
  })
})

test('what cannot be is refused and leaves no trace', async () => {
  const refusals: readonly (readonly [Partial<MoveRequest>, string])[] = [
    [{ number: 9999, body: 'CONGRESS' }, 'no-such-session'],
    [{ body: 'nobody' }, 'no-such-session'],
    [{ to: { from: '2013-02-30', to: '2013-03-02' } }, 'bad-dates'],
    [{ to: { from: '2013-05-17', to: '2013-05-13' } }, 'bad-dates'],
    [{ to: { from: '2013-05-13', to: '2014-05-13' } }, 'bad-dates'],
    [{ to: april }, 'same-dates'],
    [{ reason: ' ' }, 'no-reason'],
    [{ reason: 'x'.repeat(1001) }, 'long-reason'],
  ]
  for (const [more, refused] of refusals) expect(await move(more)).toEqual({ refused })
  expect(await ledger.entries({ act: 'calendar.move-session' })).toEqual([])
})

test('only officers move sessions', async () => {
  expect(await move({}, anybody)).toMatchObject({ refused: 'not-allowed', signIn: true })
  const chile: Visitor = { ...officer, grants: [{ role: 'focal-point', actor: 'cl' }] }
  expect(await move({}, chile)).toMatchObject({ refused: 'not-allowed', signIn: false })
  expect(calendar.mayMove(chile)).toBe(false)
  expect(calendar.mayMove(officer)).toBe(true)
})

test('two at once are made one after the other', async () => {
  const dates = [10, 11, 12, 13].map((day) => ({ from: `2013-06-${day}`, to: `2013-06-${day + 2}` }))
  await Promise.all(dates.map((to) => move({ to })))
  const moves = await calendar.moves('CCPCJ', 22)
  expect(moves).toHaveLength(4)
  for (const [at, { from }] of moves.entries()) expect(from).toEqual(at === 0 ? april : moves[at - 1]!.to)
  expect(await faults()).toEqual([])
})

test('who listens hears it in the same transaction and may stop it', async () => {
  calendar.onMove(async () => {
    throw new Error('cannot be told')
  })
  await expect(move()).rejects.toThrow('cannot be told')
  expect(await regular()).toMatchObject({ held: april })
  expect(await calendar.moves('CCPCJ', 22)).toEqual([])
})

test('a move changed or taken away by hand is found', async () => {
  await move()
  const change = sql`update calendar.moves set reason = 'other'`.execute(place.database)
  await expect(change).rejects.toThrow('append-only')
  await sql`alter table calendar.moves disable trigger all`.execute(place.database)
  await sql`update calendar.moves set reason = 'other'`.execute(place.database)
  expect(await faults()).toMatchObject([{ module: 'calendar', code: 'move-changed', facts: { n: 1 } }])
  await sql`delete from calendar.moves`.execute(place.database)
  const [missing] = await faults()
  expect(missing).toMatchObject({ code: 'move-missing' })
  expect(ledger.sayFault(missing!)).toMatch(/tells of move 1/)
})
