import { afterAll, beforeAll, expect, test } from 'vitest'
import { CommandRefusal } from '#platform/manifest'
import { remind } from './commands.ts'
import { type FollowedRooms, followedRooms } from './testing/rooms.ts'

let rooms: FollowedRooms
const now = () => new Date('2013-02-01T09:00:00Z')

beforeAll(async () => {
  rooms = await followedRooms(now)
  await rooms.person('focal-point', 'secretary-general')
})
afterAll(() => rooms.close())

async function run(line: string) {
  let out = ''
  const code = await remind.run({
    ...{ args: line.split(' ').filter(Boolean), cwd: '/', terminal: false, now },
    out: (text) => {
      out += text
    },
    talk: () => {},
    rooms: async () => rooms,
  })
  return { code, out }
}

test('a dry run lists who would be reminded of what, and posts nothing', async () => {
  const { code, out } = await run('--on 2013-02-01 --dry-run --json')
  expect(code).toBe(0)
  const listed = JSON.parse(out) as Record<string, unknown>[]
  expect(listed).toHaveLength(5)
  expect(listed.find(({ dossier }) => dossier === 'E/RES/2012/19#17/1')).toMatchObject({
    ...{ actor: 'secretary-general', due: '2013-04-22', rule: '90-before', inDays: 80 },
    ...{ document: 'E/RES/2012/19', unit: 'E/RES/2012/19', path: '17' },
  })
  const table = (await run('--on 2013-02-01 --dry-run')).out.trimEnd().split('\n')
  expect(table).toHaveLength(2 + 5)
  expect(table[0]).toMatch(/^Due +Rule +Person +Actor +Dossier +What is asked$/)
  expect((await run('--on 2009-01-01 --dry-run')).out).toBe('Nobody would be reminded of anything on 2009-01-01.\n')
})

test('it reminds once, of today where no day is given', async () => {
  expect((await run('')).out).toBe('One letter about 5 matters was posted for 2013-02-01.\n')
  expect((await run('')).out).toBe('Nobody had to be reminded of anything on 2013-02-01.\n')
  expect(JSON.parse((await run('--json')).out)).toEqual({ on: '2013-02-01', letters: 0, reminders: 0 })
})

test.for(['--on 2013-02-30', '--on tomorrow', '--of x', 'now'])('%s is wrong usage', async (line) => {
  const refusal = await run(line).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(CommandRefusal)
  expect(refusal).toMatchObject({ exitCode: 2 })
})
