import { afterEach, beforeEach, expect, test } from 'vitest'
import { ledgerManifest } from '#modules/ledger'
import { CommandRefusal } from '#platform/manifest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { people } from './commands.ts'
import { type Parties, partiesManifest } from './index.ts'

let place: TestDatabase
let parties: Parties

beforeEach(async () => {
  place = await testDatabase()
  const ground = { database: place.database, now: () => new Date('2013-04-01T09:00:00Z') }
  parties = partiesManifest.open(ground, { ledger: ledgerManifest.open(ground, {}) })
  await parties.loadDirectory('system:test')
})
afterEach(() => place.close())

async function run(...args: string[]) {
  const out: string[] = []
  const talk: string[] = []
  const code = await people.run({
    args,
    cwd: '/',
    out: (text) => void out.push(String(text)),
    talk: (text) => void talk.push(text),
    terminal: false,
    rooms: async () => ({ parties }),
    now: () => new Date(),
  })
  return { code, out: out.join(''), talk: talk.join('') }
}

const maria = ['--email', 'maria@mission.example', '--name', 'María', '--role', 'focal-point', '--actor', 'Чили']

test('invite prints a link that lets in once, list shows who is there', async () => {
  expect((await run('list')).talk).toContain('Nobody can sign in yet')
  const invited = await run('invite', ...maria, '--unit', 'mission')
  expect([invited.code, invited.talk]).toEqual([0, expect.stringContaining('Person 1 was made')])
  const { searchParams } = new URL(invited.out.trim())
  const whence = { network: 'n', device: 'd', origin: 'http://localhost:8080', session: null }
  expect(await parties.signInByLink(searchParams.get('token') ?? '', whence)).toMatchObject({ person: '1' })
  const { out } = await run('list')
  expect(out).toMatch(/^1 +María +maria@mission\.example +1 +focal-point +cl +mission$/m)
  expect(JSON.parse((await run('list', '--actor', 'CL', '--json')).out)).toMatchObject([{ id: '1', language: 'en' }])
  expect((await run('list', '--actor', 'pe')).out).toBe('')
})

test('grant and end, by the number of the role', async () => {
  await run('invite', ...maria)
  expect((await run('grant', '--person', '1', '--role', 'evaluator', '--until', '2013-05-01')).talk).toContain('2')
  expect((await run('list')).out).toContain('2013-05-01')
  await run('end', '--grant', '2')
  await expect(run('end', '--grant', '2')).rejects.toThrow('ended already')
  expect((await parties.person('1'))?.grants.map(({ givenBy }) => givenBy)).toEqual([
    expect.stringMatching(/^command-line:/),
  ])
})

test.each([
  [[], 2],
  [['fire'], 2],
  [['list', 'everybody'], 2],
  [['invite', '--email', 'a@b.example', '--name', 'A'], 2],
  [['invite', ...maria.slice(0, 4), '--role', 'king'], 2],
  [['invite', ...maria, '--language', 'de'], 2],
  [['invite', ...maria.slice(0, 6), '--actor', 'Atlantis'], 1],
  [['grant', '--person', '77', '--role', 'officer'], 1],
  [['link', '--person', 'x'], 1],
  [['list', '--hard'], 2],
])('%j is refused in words', async (args, exitCode) => {
  const refused = await run(...args).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(CommandRefusal)
  expect(refused).toMatchObject({ exitCode })
})
