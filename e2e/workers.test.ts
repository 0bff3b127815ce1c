import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '#platform/access'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { type Application, openApplication } from '../apps/server/application.ts'
import { importSamples } from '../apps/server/samples.ts'
import { type MailServer, mailServer } from '../platform/mail/testing/mail-server.ts'
import { run } from './testing/command.ts'
import { type Running, start } from './testing/process.ts'

const by = program('system:test')
const people = 20
const ports = ['18790', '18791'] as const
const day = (after: number): string => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10)

let place: TestDatabase
let application: Application
let mail: MailServer
let folder: string
let servers: readonly Running[]
let workers: readonly Running[]

beforeAll(async () => {
  place = await testDatabase()
  folder = mkdtempSync(join(tmpdir(), 'resolute-workers-'))
  const environment = { DATABASE_URL: place.url, RESOLUTE_DATA: folder }
  const now = () => new Date()
  application = await openApplication({ environment, now, say: () => {} })
  await importSamples(application, now, () => {})
  for (let n = 1; n <= people; n += 1) {
    const actor = n % 2 === 0 ? 'secretary-general' : 'unodc-executive-director'
    const role = { role: 'focal-point', actor, unit: `Unit ${n}` } as const
    const person = { email: `person.${n}@example.org`, name: `Person ${n}`, language: 'en', origin: null } as const
    const invited = await application.rooms.parties.invitePerson(by, { ...person, ...role })
    if ('refused' in invited) throw new Error(invited.refused)
  }
  // a server that takes its time, so that letters are under way when a worker dies
  mail = await mailServer(() => ({ wait: 150 }))
  const all = { ...environment, MAIL_URL: mail.url, MAIL_FROM: 'Resolute <resolute@example.int>', LOG_LEVEL: 'error' }
  const started = await Promise.all([
    ...ports.map((PORT) => start('apps/server/start.ts', { ...all, PORT })),
    ...ports.map(() => start('apps/worker/start.ts', { ...all, ORIGIN: 'http://localhost:18790' })),
  ])
  servers = started.slice(0, 2)
  workers = started.slice(2)
})

afterAll(async () => {
  await Promise.all([...servers, ...workers].map(({ child }) => child.kill('SIGKILL')))
  await application.close()
  await mail.close()
  await place.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Asks for the job again and again, as if its hour came every moment. */
async function askForReminders(until: () => boolean): Promise<number> {
  const clock = new PgBoss({ connectionString: place.url, max: 2, schedule: false, supervise: false })
  clock.on('error', () => {})
  await clock.start()
  let asked = 0
  while (!until()) {
    if ((await clock.send('followup.send-reminders')) !== null) asked += 1
    await sleep(100)
  }
  await clock.stop()
  return asked
}

/** Visitors who read pages meanwhile. */
async function read(port: string, until: () => boolean): Promise<number> {
  let pages = 0
  while (!until()) {
    const address = ['/calendar.ics?body=ccpcj', '/feed.atom?actor=unodc', '/api/v1/sessions?body=ccpcj'][pages % 3]
    const response = await fetch(`http://localhost:${port}${address}`)
    expect(response.status).toBe(200)
    await response.arrayBuffer()
    pages += 1
    await sleep(20)
  }
  return pages
}

const waiting = async () => {
  const entries = await application.rooms.mail.outbox(by, { state: 'waiting', limit: 200 })
  return 'refused' in entries ? 0 : entries.length
}

const byKind = (kind: string) => mail.received.filter(({ headers }) => headers.subject?.includes(kind))

test('two servers and two workers under load send no reminder twice and tell of a move once; a worker dies meanwhile', async () => {
  let over = false
  const load = [
    askForReminders(() => over),
    ...ports.flatMap((port) => [read(port, () => over), read(port, () => over)]),
  ]
  const to = { from: day(7), to: day(11) }
  const request = { body: 'CCPCJ', number: 22, part: 'regular', to, reason: 'The hall is being mended.' } as const
  expect(await application.rooms.calendar.moveSession(by, request)).toMatchObject({ move: { n: 1 } })
  const commands = [1, 2].map(() => run(['remind'], { env: { DATABASE_URL: place.url, RESOLUTE_DATA: folder } }))
  for (let n = 0; n < 600 && mail.received.length < 10; n += 1) await sleep(50)
  await workers[0]!.kill()
  for (const { code } of await Promise.all(commands)) expect(code).toBe(0)
  const all = () => ['await', 'moved'].every((kind) => byKind(kind).length >= people)
  for (let n = 0; n < 900 && (!all() || (await waiting()) > 0); n += 1) await sleep(100)
  over = true
  await Promise.all(load)

  for (const kind of ['await', 'moved']) {
    const letters = byKind(kind)
    const ids = new Set(letters.map(({ headers }) => headers['message-id']))
    expect(new Set(letters.map(({ to }) => to)).size, kind).toBe(people)
    expect(ids.size, kind).toBe(people)
  }
  // what was on its way when the worker died may come again, as the same letter: two at most, since it handed over two at once
  expect(mail.received.length).toBeGreaterThanOrEqual(2 * people)
  expect(mail.received.length).toBeLessThanOrEqual(2 * people + 2)

  const { rows } = await sql<{ reminders: number; people: number }>`
    select count(*)::int as reminders, count(distinct person)::int as people from followup.reminders`.execute(
    place.database,
  )
  expect(rows).toEqual([{ reminders: (people / 2) * 5 + (people / 2) * 3, people }])
  const entries = await application.rooms.ledger.entries({ act: 'followup.send-reminders', limit: 1000 })
  expect(entries).toHaveLength(people)
  expect(await application.rooms.ledger.entries({ act: 'followup.tell-move' })).toHaveLength(1)
  expect(await application.rooms.ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
})

test('told to stop, servers and workers end what they are at and leave', async () => {
  const codes = await Promise.all([...servers, workers[1]!].map((running) => running.stop()))
  expect(codes).toEqual([0, 0, 0])
})
