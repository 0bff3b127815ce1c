import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program, type Visitor } from '#platform/access'
import type { DossierFilter, DossierLine } from './index.ts'
import { type FollowedRooms, followedRooms } from './testing/rooms.ts'

const now = () => new Date('2013-02-01T09:00:00Z')
const text = new URL('../../samples/E-RES-2012-19.txt', import.meta.url)

let rooms: FollowedRooms
let officer: Visitor

beforeAll(async () => {
  rooms = await followedRooms(now)
  officer = await rooms.person('officer')
  await rooms.person('focal-point', 'cl')
})
afterAll(() => rooms.close())

/** Every row of a list, a few at a time as a reader would turn its pages. */
async function all(filter: DossierFilter): Promise<readonly DossierLine[]> {
  const rows: DossierLine[] = []
  for (let after: string | undefined; ; ) {
    const page = await rooms.followup.dossiers({ ...filter, limit: 4, after }, officer)
    rows.push(...page.rows)
    if (!page.next) return rows
    after = page.next
  }
}

const ids = (rows: readonly DossierLine[]) => rows.map(({ asked }) => asked.id)

/** A list of one status is the list of all, in its order, without the others. */
async function expectOneOrder(): Promise<readonly string[]> {
  const said: string[] = []
  for (const filter of [{ actor: 'cl' }, { actor: 'unodc' }, {}, { actor: 'cl', document: 'E/RES/2012/19' }]) {
    const whole = await all(filter)
    for (const status of ['in_progress', 'implemented', 'no_information'] as const) {
      const own = ids(await all({ ...filter, status }))
      expect(own, JSON.stringify({ ...filter, status })).toEqual(ids(whole.filter((row) => row.status === status)))
      if (status !== 'no_information') said.push(...own)
    }
  }
  return said
}

async function report(id: string, actor: string, status: 'in_progress' | 'implemented'): Promise<void> {
  const given = { id, actor, update: { status, asOf: '2013-01-15', narrative: 'A law.', language: 'en' } } as const
  expect(await rooms.followup.recordUpdate(officer, given)).not.toHaveProperty('refused')
}

test('a list of one status stands in the order of the whole list, when dates move and a text changes too', async () => {
  const asked = ids(await all({ actor: 'cl' }))
  const ofUnodc = ids(await all({ actor: 'unodc' }))
  for (const id of asked.filter((_, i) => i % 3 === 0)) await report(id, 'cl', 'in_progress')
  for (const id of asked.filter((_, i) => i % 7 === 1)) await report(id, 'cl', 'implemented')
  for (const id of ofUnodc.filter((_, i) => i % 2 === 0)) await report(id, 'unodc', 'in_progress')
  const first = await expectOneOrder()
  expect(first.length).toBeGreaterThan(40)

  const to = { from: '2011-05-09', to: '2011-05-13' }
  const move = { body: 'CCPCJ', number: 22, part: 'regular', to, reason: 'The hall is being mended.' } as const
  expect(await rooms.calendar.moveSession(program('system:test'), move)).toHaveProperty('move')
  expect(await expectOneOrder()).not.toEqual(first)

  const changed = (await readFile(text, 'utf8')).replace(/^[1-9]\. .*$/gmu, '')
  const version = await rooms.documents.importText({
    fileName: 'E-RES-2012-19.txt',
    bytes: new TextEncoder().encode(changed),
    facts: { symbol: 'E/RES/2012/19' },
    by: 'system:test',
  })
  expect(version).toMatchObject({ state: 'new-version' })
  const last = await expectOneOrder()
  expect(last.length).toBeLessThan(first.length)
}, 60_000)
