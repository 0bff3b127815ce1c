import { afterAll, beforeAll, expect, test } from 'vitest'
import { CommandRefusal } from '#platform/manifest'
import { search } from './commands.ts'
import { type SearchedRooms, searchedRooms } from './testing/searched-rooms.ts'

let rooms: SearchedRooms
const now = () => new Date('2013-02-01T09:00:00Z')

beforeAll(async () => {
  rooms = await searchedRooms(now)
})
afterAll(() => rooms.close())

async function run(...args: string[]) {
  let out = ''
  let talk = ''
  const code = await search.run({
    ...{ args, cwd: '/', terminal: false, now },
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

test('what is found is a table, with how much there is beside it', async () => {
  const { code, out, talk } = await run('money', 'laundering')
  expect(code).toBe(0)
  const [head, rule, ...rows] = out.trimEnd().split('\n')
  expect(head).toMatch(/^Place +Adopted +Kind +Text$/)
  expect(rule).toMatch(/^[-─ ]+$/)
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row).toMatch(/laundering/i)
  expect(talk).toMatch(/^(?:One paragraph|\d+ paragraphs) found/)
})

test('as JSON it is the page as the address of the API gives it, no longer than was asked for', async () => {
  const { code, out } = await run('--json', '--limit', '2', '--newest', 'crime')
  expect(code).toBe(0)
  const page = await rooms.search.find({ text: 'crime', order: 'newest', limit: 2, language: null })
  expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(page)))
  expect(page.hits).toHaveLength(2)
  expect(page.total).toBeGreaterThan(2)
})

test('a place typed comes first, by itself', async () => {
  const { code, out } = await run('2012/19 op 4')
  expect(code).toBe(0)
  expect(out.split('\n')[0]).toMatch(/^E\/RES\/2012\/19#4: /)
})

test('words between quotation marks follow one another, and those behind a hyphen are left out', async () => {
  const totalOf = async (...args: string[]) =>
    (JSON.parse((await run('--json', ...args)).out) as { total: number }).total
  const [phrase, words] = [await totalOf('"organized crime"'), await totalOf('organized crime')]
  expect(phrase).toBeGreaterThan(0)
  expect(words).toBeGreaterThanOrEqual(phrase)
  expect((await totalOf('--', 'crime', '-organized')) + words).toBe(await totalOf('crime'))
})

test('nothing found is told by the exit code, and what may have been meant is said of the first texts too', async () => {
  const { code, out, talk } = await run('launderign')
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(talk).toBe('Nothing found.\nDid you mean: laundering\n')
  expect((await run('--json', 'xyzzyplugh')).code).toBe(1)
  expect((await run('xyzzyplugh')).talk).toBe('Nothing found.\n')
})

test.for([
  [[], 'No words to search for were given.'],
  [['--limit', '0', 'crime'], '--limit 0 cannot be used: give a whole number from 1 to 100.'],
  [['--limit', 'many', 'crime'], '--limit many cannot be used: give a whole number from 1 to 100.'],
  [['--language', 'de', 'crime'], '--language de is not one of ar, zh, en, fr, ru, es.'],
  [['--oldest', 'crime'], "Unknown option '--oldest'"],
] as const)('%j is wrong usage', async ([args, said]) => {
  const refusal = await run(...args).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(CommandRefusal)
  expect(refusal).toMatchObject({ exitCode: 2, message: expect.stringContaining(said) })
})
