import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinEmbedded, type Share } from '#platform/database'
import { isPlain, isRefused, resolute, root, run, secret } from './testing/command.ts'

let home = ''
let share: Share

const start = () => joinEmbedded({ root, dataFolder: join(home, 'data'), say: () => {} })
const url = (who: string, database = 'resolute') => share.urlOf(database).replace(/\/\/[^@]+@/, `//${who}@`)

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'database-away-'))
  chmodSync(home, 0o711)
  share = await start()
})

afterAll(async () => {
  await share?.leave()
  rmSync(home, { recursive: true, force: true })
})

test.each([
  ['nobody listens', `postgres://me:${secret}@127.0.0.1:18599/mine`, /127\.0\.0\.1:18599\/mine\) does not answer/],
  ['no port', `postgres://me:${secret}@127.0.0.1:port/mine`, /DATABASE_URL is no address of a database\. Write it as/],
  ['no database address', `https://me:${secret}@127.0.0.1/mine`, /DATABASE_URL is no address of a database/],
])('DATABASE_URL where %s', async (_, DATABASE_URL, words) => {
  isRefused(await run(['verify'], { env: { DATABASE_URL } }), 1, words)
})

test('a wrong password and a database that does not exist', async () => {
  const client = new Client({ connectionString: share.url })
  await client.connect()
  await client.query(`create role clerk login password 'right'`)
  const rules = join(share.place.folder, 'data/pg_hba.conf')
  writeFileSync(rules, `local all clerk scram-sha-256\n${readFileSync(rules, 'utf8')}`)
  await client.query('select pg_reload_conf()')
  await client.end()
  const wrong = { env: { DATABASE_URL: url(`clerk:${secret}`) } }
  isRefused(await run(['verify'], wrong), 1, /does not let this user in\. Check the user and password in DATABASE_URL/)
  const missing = { env: { DATABASE_URL: url(`resolute:${secret}`, 'nowhere') } }
  isRefused(await run(['verify'], missing), 1, /has no database of that name\. Create it, or correct the name/)
  const poor = { env: { DATABASE_URL: url('clerk:right', 'postgres') } }
  isRefused(await run(['verify'], poor), 1, /refuses this user what is needed\. Make the user the owner/)
})

test('a port that is taken', async () => {
  const other = createServer()
  await new Promise<void>((done) => other.listen(18597, '127.0.0.1', done))
  isRefused(
    await run(['serve'], { env: { DATABASE_URL: share.url, PORT: '18597' } }),
    1,
    /Port 18597 is in use.*PORT=18598/,
  )
  other.close()
  isRefused(await run(['serve'], { env: { DATABASE_URL: share.url, PORT: 'eighty' } }), 1, /PORT=eighty is no port/)
})

test('a server that goes away in the middle of an import: one sentence, and nothing half there', async () => {
  const good = readFileSync(join(root, 'samples/E-RES-2012-19.txt'), 'utf8')
  mkdirSync(join(home, 'texts'))
  const facts = Array.from({ length: 150 }, (_, n) => ({ file: `${n}.txt`, symbol: `E/RES/2099/${n}`, title: 'T' }))
  for (const { file } of facts) writeFileSync(join(home, 'texts', file), `${good}\n`)
  writeFileSync(join(home, 'texts/samples.json'), JSON.stringify(facts))
  const env = { ...process.env, DATABASE_URL: url(`resolute:${secret}`) }
  const command = spawn(process.execPath, [resolute, 'import', join(home, 'texts')], { env })
  let out = ''
  let talk = ''
  command.stdout.on('data', (data) => {
    out += data
  })
  command.stderr.on('data', (data) => {
    talk += data
  })
  const closed = once(command, 'close')
  await once(command.stdout, 'data')
  await share.leave() // stops the server, which nobody else holds
  const [code] = await closed
  expect(talk).toMatch(/The database (?:cannot be reached|is just starting or stopping)/)
  expect(code).toBe(1)
  expect(talk.trim().split('\n')).toHaveLength(1)
  isPlain(out + talk)

  share = await start()
  const { code: whole, out: verdict } = await run(['verify', '--json'], { env: { DATABASE_URL: share.url } })
  expect(whole).toBe(0)
  const kept = (JSON.parse(verdict) as { entries: number }).entries - 2 // calendar and directory come first
  const acknowledged = out.match(/imported as/g)?.length ?? 0
  expect(acknowledged).toBeLessThan(facts.length)
  expect(kept).toBeGreaterThanOrEqual(acknowledged)
  expect(kept).toBeLessThanOrEqual(acknowledged + 1) // committed, and not yet said
})
