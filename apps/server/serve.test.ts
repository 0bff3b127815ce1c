import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { addressOf } from './address.ts'
import { openApplication } from './application.ts'
import { checkPort, listen } from './listen.ts'
import { importSamples } from './samples.ts'

let own: TestDatabase
const now = () => new Date('2013-04-22T10:00:00Z')
const say = () => {}

beforeEach(async () => {
  own = await testDatabase()
})
afterEach(() => own.close())

test.each([
  [{}, { host: 'localhost', port: 8080, origin: 'http://localhost:8080' }],
  [
    { PORT: '18101', HOST: '0.0.0.0' },
    { host: '0.0.0.0', port: 18101, origin: 'http://localhost:18101' },
  ],
  [{ HOST: '::1' }, { host: '::1', port: 8080, origin: 'http://[::1]:8080' }],
  [{ ORIGIN: 'https://resolute.example/' }, { host: 'localhost', port: 8080, origin: 'https://resolute.example' }],
])('the address by %o', (environment, address) => {
  expect(addressOf(environment)).toEqual(address)
})

test('a port that is none is refused', () => {
  expect(() => addressOf({ PORT: 'eighty' })).toThrow(/PORT=eighty is no port/)
})

test('both loopback addresses answer, and a taken port is refused in words', async () => {
  const server = await listen(() => new Response('here'), { host: 'localhost', port: 0 })
  const answers = ['127.0.0.1', 'localhost'].map(async (host) => (await fetch(`http://${host}:${server.port}/`)).text())
  expect(await Promise.all(answers)).toEqual(['here', 'here'])
  await expect(checkPort({ host: 'localhost', port: server.port })).rejects.toThrow(
    new RegExp(`Port ${server.port} is in use.+PORT=${server.port + 1} npm start`),
  )
  await server.close()
})

test('a request under way is answered before the server stops', async () => {
  const server = await listen(
    async () => {
      await new Promise((done) => setTimeout(done, 200))
      return new Response('late')
    },
    { host: '127.0.0.1', port: 0 },
  )
  const asked = fetch(`http://127.0.0.1:${server.port}/`)
  await new Promise((done) => setTimeout(done, 50))
  const closing = server.close()
  expect(await (await asked).text()).toBe('late')
  await closing
})

test('the samples are imported at the first start and never again', async () => {
  const said: string[] = []
  const application = await openApplication({ environment: { DATABASE_URL: own.url }, now, say })
  await importSamples(application, now, (text) => void said.push(text))
  expect(said).toHaveLength(2)
  await importSamples(application, now, (text) => void said.push(text))
  expect(said).toHaveLength(2)
  expect((await application.rooms.documents.list()).map(({ id }) => id).sort()).toEqual(['E/2011/30', 'E/RES/2012/19'])
  await application.close()
})

test('two programs may open the same database at once', async () => {
  const options = { environment: { DATABASE_URL: own.url }, now, say }
  const both = await Promise.all([openApplication(options), openApplication(options)])
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.ledger_migrations`.execute(
    own.database,
  )
  expect(rows[0]?.n).toBeGreaterThan(0)
  await Promise.all(both.map((application) => application.close()))
})

test('the process that serves ends with a sentence and 1 where the port is taken', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as { port: number }
  const start = fileURLToPath(new URL('./start.ts', import.meta.url))
  const environment = { ...process.env, PORT: String(port), DATABASE_URL: own.url }
  const child = spawn(process.execPath, [start], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] })
  let talk = ''
  child.stderr.on('data', (text) => {
    talk += text
  })
  const [code] = await once(child, 'exit')
  expect(code).toBe(1)
  expect(talk).toMatch(/Port \d+ is in use|pages are not built/)
  expect(talk).not.toContain(' at ')
  taken.close()
})
