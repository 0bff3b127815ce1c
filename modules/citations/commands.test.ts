import { afterAll, beforeAll, expect, test } from 'vitest'
import { CommandRefusal } from '#platform/manifest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { citations } from './commands.ts'
import { openRegister, report, sheet } from './testing/open-register.ts'

let place: TestDatabase
let register: Awaited<ReturnType<typeof openRegister>>

beforeAll(async () => {
  place = await testDatabase()
  register = await openRegister(place.database)
  await register.bring(sheet, 'E/RES/2012/19')
  await register.bring(report, 'E/2011/30')
})
afterAll(() => place.close())

async function run(...args: readonly string[]) {
  const out: string[] = []
  const talk: string[] = []
  const code = await citations.run({
    args,
    cwd: '/',
    out: (text) => void out.push(String(text)),
    talk: (text) => void talk.push(text),
    terminal: false,
    rooms: async () => register,
    now: () => new Date(),
  })
  return { code, out: out.join(''), talk: talk.join('') }
}

test('two lists on a terminal, or as JSON', async () => {
  const { code, out, talk } = await run('E/2011/30', '--unit', 'D/Resolution 20/7')
  expect(code).toBe(0)
  expect(talk).toMatch(/It rests on \d+ texts.*\n1 text of the register rests on it, in 1 place:/)
  expect(out).toMatch(/2012 {2}E\/RES\/2012\/19 .* para\. 11\n$/)
  const { cited, citing } = JSON.parse((await run('E/RES/2012/19', '--json')).out)
  expect([cited.texts, cited.places, citing.texts]).toEqual([24, 26, 0])
})

test('the graph of one text and that of the register', async () => {
  expect((await run('E/RES/2012/19', '--format', 'csv')).out.trimEnd().split('\r\n')).toHaveLength(25)
  expect((await run('--format', 'graphml')).out).toMatch(/^<\?xml [\s\S]*<\/graphml>\n$/)
  const linked = JSON.parse((await run('--format', 'jsonld', '--base', 'https://register.example')).out)
  expect(linked['@context']['@base']).toBe('https://register.example/')
})

test.each([
  [['E/RES/1999/1'], 1, 'The register holds no document E/RES/1999/1'],
  [['E/2011/30', '--unit', 'nowhere'], 1, 'holds no text "nowhere"'],
  [['E/2011/30', '--format', 'pdf'], 2, 'Formats are graphml, jsonld, csv'],
  [['E/2011/30', '--format', 'toString'], 2, 'Formats are'],
  [['E/2011/30', '--format', 'csv', '--json'], 2, 'Choose one'],
  [['E/2011/30', '--format', 'csv', '--depth', '9'], 2, 'Write 1, 2 or 3'],
  [['--format', 'jsonld', '--base', 'nowhere'], 2, 'with its scheme'],
  [[], 2, 'resolute citations DOCUMENT'],
] as const)('%j is refused', async (args, exitCode, words) => {
  const refusal = await run(...args).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(CommandRefusal)
  expect(refusal).toMatchObject({ exitCode, message: expect.stringContaining(words) })
})
