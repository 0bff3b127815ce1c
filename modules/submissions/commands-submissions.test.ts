import { afterAll, beforeAll, expect, test } from 'vitest'
import { CommandRefusal } from '#platform/manifest'
import { submissions } from './commands-submissions.ts'
import { answeredCall } from './testing/answered-call.ts'
import { type SubmissionRooms, submissionRooms } from './testing/rooms.ts'

let now = new Date('2012-09-03T09:00:00Z')
let rooms: SubmissionRooms
let call: string

beforeAll(async () => {
  rooms = await submissionRooms(() => now)
  const made = await answeredCall(rooms, (at) => {
    now = at
  })
  call = made.call
}, 120_000)
afterAll(() => rooms.close())

async function run(line: string) {
  let out = ''
  let talk = ''
  const code = await submissions.run({
    ...{ args: line.split(' ').filter(Boolean), cwd: '/', terminal: false, now: () => now },
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

test('what stands is listed, with who may see it', async () => {
  const { out, talk } = await run(call)
  expect(talk).toBe('6 submissions stand.\n')
  expect(out).toMatch(/Japan +2013-01-20 +true +public/)
  expect(out).toMatch(/Kenya +2012-12-03 +false +member-states/)
  expect(out).not.toContain('Poland')
  const all = JSON.parse((await run(`${call} --json`)).out) as Record<string, unknown>[]
  expect(all).toHaveLength(6)
  expect(all[0]).toMatchObject({ actor: 'cl', state: 'standing', answers: { q1: { option: 'yes' } } })
  expect(all[0]).not.toHaveProperty('by')
})

test.for([
  ['2099-1', 1],
  ['', 2],
  [`2012-1 2012-2`, 2],
  ['--all', 2],
] as const)('"%s" is refused', async ([line, code]) => {
  const refusal = await run(line).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(CommandRefusal)
  expect((refusal as CommandRefusal).exitCode).toBe(code)
})
