import { afterAll, beforeAll, expect, test } from 'vitest'
import { CommandRefusal } from '#platform/manifest'
import { calls } from './commands.ts'
import { openedCall } from './testing/opened-call.ts'
import { type SubmissionRooms, submissionRooms } from './testing/rooms.ts'

let rooms: SubmissionRooms
const now = () => new Date('2012-10-01T09:00:00Z')

beforeAll(async () => {
  rooms = await submissionRooms(now)
})
afterAll(() => rooms.close())

async function run(line: string) {
  let out = ''
  let talk = ''
  const code = await calls.run({
    ...{ args: line.split(' ').filter(Boolean), cwd: '/', terminal: false, now },
    out: (text) => {
      out += text
    },
    talk: (text) => {
      talk += text
    },
    rooms: async () => rooms,
  })
  return { code, out, talk }
}

test('calls are listed, as a table and as JSON', async () => {
  expect(await run('')).toEqual({ code: 0, out: '', talk: 'No calls for views\n' })
  await openedCall(rooms)
  const { out, talk } = await run('')
  expect(talk).toBe('1 call for views\n')
  expect(out.split('\n')[0]).toMatch(/^Call +State +Deadline +Invited +Answered +Ordered by +Subject$/)
  expect(out).toContain('E/RES/2012/19, 4')
  expect(JSON.parse((await run('--json --state open')).out)).toMatchObject([
    { id: '2012-1', state: 'open', invited: 0, answered: 0, words: { deadline: '2013-01-15' } },
  ])
  expect(JSON.parse((await run('--json --state draft')).out)).toEqual([])
})

test.for(['--state over', '--of x', 'now'])('%s is wrong usage', async (line) => {
  const refusal = await run(line).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(CommandRefusal)
  expect(refusal).toMatchObject({ exitCode: 2 })
})
