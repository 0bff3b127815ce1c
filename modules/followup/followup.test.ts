import { afterAll, beforeAll, expect, test } from 'vitest'
import { anybody, type Visitor } from '#platform/access'
import type { UpdateWords } from './index.ts'
import { type FollowedRooms, followedRooms } from './testing/rooms.ts'

const now = () => new Date('2013-02-01T09:00:00Z')

let rooms: FollowedRooms
let mission: Visitor
let ministry: Visitor
let peru: Visitor
let officer: Visitor
/** Asked of all Member States, and of the Secretary-General alone. */
let ofStates = ''
let ofOne = ''

const words = (given: Partial<UpdateWords> = {}): UpdateWords => ({
  status: 'in_progress',
  asOf: '2013-01-15',
  narrative: 'A working group was set up.',
  language: 'en',
  ...given,
})

beforeAll(async () => {
  rooms = await followedRooms(now)
  mission = await rooms.person('focal-point', 'cl', 'Permanent Mission')
  ministry = await rooms.person('focal-point', 'cl', 'Ministry of Justice')
  peru = await rooms.person('focal-point', 'pe')
  officer = await rooms.person('officer')
  const { rows } = await rooms.mandates.obligations({ document: 'E/RES/2012/19', limit: 200 })
  ofStates = rows.find(({ actor }) => actor === 'member-states')!.id
  ofOne = rows.find(({ path }) => path === '17')!.id
})
afterAll(() => rooms.close())

test('a dossier is there before anybody opened it', async () => {
  expect(await rooms.followup.dossier(ofStates, anybody)).toMatchObject({ status: 'no_information', replies: [] })
  expect(await rooms.followup.dossier(`${ofStates}9`, anybody)).toBeNull()
})

test('mission to ministry, a draft, one clearance: then everybody reads it', async () => {
  const { followup } = rooms
  const target = { id: ofStates, actor: 'cl' }
  expect(await followup.handOn(mission, { ...target, person: ministry.person! })).toEqual({ id: ofStates })
  expect(await followup.recordUpdate(mission, { ...target, update: words() })).toEqual({ refused: 'held-elsewhere' })
  expect(await followup.recordUpdate(ministry, { ...target, update: words(), send: true })).toEqual({
    refused: 'not-yours-to-clear',
  })
  const drafted = await followup.recordUpdate(ministry, { ...target, update: words() })
  if ('refused' in drafted) throw new Error(drafted.refused)
  expect((await followup.dossier(ofStates, anybody))?.replies.flatMap(({ updates }) => updates)).toEqual([])
  expect((await followup.dossier(ofStates, officer))?.replies.flatMap(({ updates }) => updates)).toEqual([])
  expect((await followup.dossier(ofStates, ministry))?.replies[0]?.updates[0]?.state).toBe('draft')
  expect(await followup.clear(ministry, { ...target, update: drafted.update })).toEqual({
    refused: 'not-yours-to-clear',
  })
  expect(await followup.clear(peru, { ...target, update: drafted.update })).toMatchObject({ refused: 'not-allowed' })
  expect(await followup.clear(mission, { ...target, update: drafted.update })).toEqual({ id: ofStates })
  expect(await followup.clear(mission, { ...target, update: drafted.update })).toEqual({ refused: 'no-longer-a-draft' })
  const open = await followup.dossier(ofStates, anybody)
  expect(open?.replies[0]).toMatchObject({ actor: 'cl', status: 'in_progress', chain: [] })
  expect((await rooms.mandates.obligationsById([ofStates]))[0]?.status).toBe('in_progress')
})

test('the ledger and the rows agree', async () => {
  const verdict = await rooms.ledger.verify()
  expect(verdict.faults).toEqual([])
  expect(verdict.crossFaults).toEqual([])
})

test('lists, what is awaited and whom it concerns', async () => {
  const { followup } = rooms
  const page = await followup.dossiers({ actor: 'cl', limit: 5 }, mission)
  expect(page.rows).toHaveLength(5)
  const next = await followup.dossiers({ actor: 'cl', limit: 5, after: page.next! }, mission)
  expect(next.rows[0]?.asked.id).not.toBe(page.rows[0]?.asked.id)
  const said = await followup.dossiers({ actor: 'cl', status: 'in_progress' }, anybody)
  expect(said.rows.map(({ asked }) => asked.id)).toEqual([ofStates])
  const awaited = await followup.awaited({ from: '2013-01-01', to: '2013-12-31' })
  expect(awaited.rows.length).toBeGreaterThan(3)
  const concerned = await followup.concerned([ofStates, ofOne])
  expect(concerned.get(ofStates)?.map(({ person, why }) => [person, why])).toEqual([
    [mission.person, 'answers'],
    [ministry.person, 'holds'],
  ])
})
