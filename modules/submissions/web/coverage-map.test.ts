import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Directory } from '#modules/parties'
import type { Coverage } from '../finding.ts'
import { type SubmissionRooms, submissionRooms } from '../testing/rooms.ts'
import { drawCoverage } from './coverage-map.ts'

let rooms: SubmissionRooms
let directory: Directory

beforeAll(async () => {
  rooms = await submissionRooms(() => new Date('2013-03-01T10:00:00Z'), { texts: false })
  directory = await rooms.parties.directory()
})

afterAll(() => rooms?.close())

const draw = (of: readonly { readonly actor: string | null; readonly name: string }[], language = 'en') => {
  const states = ['submitted', 'late', 'withdrawn', 'no_information'] as const
  const members = of.map((one, at) => ({ ...one, invitation: at + 1, state: states[at % 4]!, address: null }))
  const groups: Coverage['groups'] = [{ group: 'africa', invited: of.length, submitted: 0, members }]
  return drawCoverage({ groups }, (id) => directory.actor(id), language)
}

test('every one of the 193 Member States has its mark, none outside the picture', async () => {
  const states = directory.actors({ kind: 'state' }).map(({ id, name }) => ({ actor: id, name: name.en }))
  const drawn = await draw(states)
  const places = [...drawn.matchAll(/cx="([\d.-]+)" cy="([\d.-]+)"/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  )
  expect(states.length).toBe(193)
  expect(places.length).toBe(193)
  expect(places.filter(([x, y]) => !(x > 0 && x < 960 && y > 0 && y < 474))).toEqual([])
  expect(new Set(places.map(String)).size).toBe(193)
})

test('marks differ in shape, a name cannot break the picture, and only States are drawn', async () => {
  const drawn = await draw(
    [
      { actor: 'cl', name: '<Chile> & "friends"' },
      { actor: 'unodc', name: 'UNODC' },
      { actor: 'tv', name: 'Tuvalu' },
      { actor: null, name: 'World Tourism Forum' },
    ],
    'ar',
  )
  expect(drawn).toContain('<title>&#60;Chile&#62; &#38; &#34;friends&#34;: مساهمة</title>')
  expect(drawn.match(/<circle /g)?.length).toBe(2)
  expect(drawn.match(/<path stroke/g)?.length).toBe(1)
  expect(drawn).not.toContain('UNODC')
})
