import { afterAll, beforeAll, expect, test } from 'vitest'
import { ledgerManifest } from '#modules/ledger'
import { partiesManifest } from '#modules/parties'
import { CommandRefusal } from '#platform/manifest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { session } from './commands.ts'
import { type Calendar, calendarManifest } from './index.ts'

let place: TestDatabase
let calendar: Calendar
const now = () => new Date('2013-02-01T09:00:00Z')

beforeAll(async () => {
  place = await testDatabase()
  const ground = { database: place.database, now }
  const ledger = ledgerManifest.open(ground, {})
  const parties = partiesManifest.open(ground, { ledger })
  calendar = calendarManifest.open(ground, { ledger, parties })
  await parties.loadDirectory('system:test')
  await calendar.loadSessions('system:test')
})
afterAll(() => place.close())

async function run(...args: string[]) {
  const heard = { out: '', talk: '' }
  const code = await session.run({
    ...{ args, cwd: '/', terminal: false, now },
    out: (text) => {
      heard.out += text
    },
    talk: (text) => {
      heard.talk += text
    },
    rooms: async () => ({ calendar }),
  })
  return { code, ...heard }
}

const days = ['--from', '2013-05-13', '--to', '2013-05-17']

test('moves a session and says so; a second time it is refused', async () => {
  const asked = ['move', 'ccpcj', '22', ...days, '--reason', 'The hall is being mended.']
  const { code, out } = await run(...asked)
  expect(code).toBe(0)
  expect(out).toBe('CCPCJ 22 is now on 13–17 May 2013. Whatever is due by it has moved with it.\n')
  expect((await calendar.moves('CCPCJ', 22)).map(({ by }) => by)).toEqual([expect.stringMatching(/^command-line:/)])
  expect(await run(...asked)).toEqual({ code: 1, out: '', talk: 'It is on these days already.\n' })
})

test('what cannot be is refused in words', async () => {
  const bad = await run('move', 'CCPCJ', '22', '--from', '2013-02-30', '--to', '2013-03-01', '--reason', 'x')
  expect(bad).toMatchObject({ code: 1, talk: expect.stringMatching(/^2013-02-30 to 2013-03-01 are no days/) })
  const none = await run('move', 'CONGRESS', '999', ...days, '--reason', 'x', '--part', 'reconvened')
  expect(none.talk).toBe('The calendar holds no reconvened session 999 of CONGRESS.\n')
})

test.for([
  [[]],
  [['move', 'CCPCJ']],
  [['put', 'CCPCJ', '22', ...days, '--reason', 'x']],
  [['move', 'CCPCJ', '22', ...days]],
  [['move', 'CCPCJ', '22', ...days, '--reason', 'x', '--part', 'middle']],
])('%j is wrong usage', async ([args]) => {
  const refusal = await run(...args!).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(CommandRefusal)
  expect(refusal).toMatchObject({ exitCode: 2 })
})
