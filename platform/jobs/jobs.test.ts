import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { type JobContext, type Jobs, type ReadyJob, startJobs } from './index.ts'

let place: TestDatabase
let started: Jobs[]
let troubles: unknown[]

beforeEach(async () => {
  place = await testDatabase()
  started = []
  troubles = []
})
afterEach(async () => {
  await Promise.all(started.map((jobs) => jobs.stop()))
  await place.close()
})

function start(jobs: readonly ReadyJob[], url = place.url): Jobs {
  const error = (facts: object) => void troubles.push(facts)
  const log = { debug() {}, info() {}, warn() {}, error }
  const found = startJobs({ url, jobs, now: () => new Date(), log, site: '' })
  started.push(found)
  return found
}

/** Asks for a run now, as the clock does at its time. */
async function ask(name: string, times: number): Promise<(string | null)[]> {
  const clock = new PgBoss({ connectionString: place.url, max: 1, schedule: false, supervise: false })
  clock.on('error', () => {})
  await clock.start()
  const ids: (string | null)[] = []
  for (let n = 0; n < times; n += 1) ids.push(await clock.send(name))
  await clock.stop()
  return ids
}

async function until(done: () => boolean): Promise<void> {
  for (let n = 0; n < 400 && !done(); n += 1) await sleep(50)
  expect(done()).toBe(true)
}

test('a job of the clock is run by one of all processes', async () => {
  const ran: string[] = []
  const job = (process: string): ReadyJob => ({
    ...{ name: 'test.once', schedule: '0 5 * * *' },
    run: async () => void ran.push(process),
  })
  await Promise.all(['a', 'b', 'c'].map((process) => start([job(process)]).ready))
  const [first, ...more] = await ask('test.once', 3)
  expect(first).not.toBeNull()
  expect(more).toEqual([null, null])
  await until(() => ran.length > 0)
  expect(ran).toHaveLength(1)
  const { rows } = await sql<{ cron: string }>`select cron from pgboss.schedule`.execute(place.database)
  expect(rows).toEqual([{ cron: '0 5 * * *' }])
  expect(troubles).toEqual([])
})

test('a job that fails is told and tried again', async () => {
  const job: ReadyJob = {
    ...{ name: 'test.fails', schedule: '0 5 * * *' },
    run: async () => {
      throw new Error('no')
    },
  }
  await start([job]).ready
  const [id] = await ask('test.fails', 1)
  await until(() => troubles.length > 0)
  expect(troubles).toMatchObject([{ job: 'test.fails', err: { message: 'no' } }])
  const state = async () =>
    (await sql<{ state: string }>`select state from pgboss.job where id = ${id}`.execute(place.database)).rows[0]?.state
  for (let n = 0; n < 100 && (await state()) !== 'retry'; n += 1) await sleep(50)
  expect(await state()).toBe('retry')
})

test('told to stop, it waits for what is running and begins nothing more', async () => {
  const steps: string[] = []
  const run = async ({ signal }: JobContext) => {
    steps.push('begun')
    while (!signal.aborted) await sleep(10)
    await sleep(200)
    steps.push('done')
  }
  const jobs = start([{ name: 'test.long', schedule: { every: 10 }, run }])
  await until(() => steps.length === 1)
  await jobs.stop()
  expect(steps).toEqual(['begun', 'done'])
})

test('a job of the clock is waited for as well', async () => {
  const steps: string[] = []
  const run = async () => {
    steps.push('begun')
    await sleep(500)
    steps.push('done')
  }
  const jobs = start([{ name: 'test.clock', schedule: '0 5 * * *', run }])
  await jobs.ready
  await ask('test.clock', 1)
  await until(() => steps.length === 1)
  await jobs.stop()
  expect(steps).toEqual(['begun', 'done'])
})

test('a loop goes on after a failure, with a pause', async () => {
  let runs = 0
  const run = async () => {
    runs += 1
    if (runs === 1) throw new Error('away')
  }
  start([{ name: 'test.loop', schedule: { every: 10 }, run }])
  await until(() => runs > 2)
  expect(troubles).toMatchObject([{ job: 'test.loop' }])
})

test('jobs that are stopped before they have begun stop at once', async () => {
  await start([{ name: 'test.never', schedule: '0 5 * * *', run: async () => {} }]).stop()
})

test('a database that comes back is found', async () => {
  const ran: string[] = []
  const job: ReadyJob = { name: 'test.late', schedule: '0 5 * * *', run: async () => void ran.push('late') }
  const late = `${place.url.slice(0, place.url.indexOf('/test_'))}/late_${process.pid}?${place.url.split('?')[1]}`
  const jobs = start([job], late)
  await until(() => troubles.length > 0)
  const name = sql.id(`late_${process.pid}`)
  await sql`create database ${name}`.execute(place.database)
  await jobs.ready
  await jobs.stop()
  await sql`drop database ${name} with (force)`.execute(place.database)
  expect(ran).toEqual([])
})
