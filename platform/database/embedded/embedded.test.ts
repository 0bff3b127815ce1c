import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endEmbedded, joinEmbedded, openDatabase } from '../index.ts'
import { checkout, isAlive, type Joiner, joiner, pause, pidOf, serverProcesses } from './testing/processes.ts'

let dataFolder = ''
const begun: Joiner[] = []

function begin(options: Parameters<typeof joiner>[0] = {}): Joiner {
  const one = joiner({ dataFolder, ...options })
  begun.push(one)
  return one
}

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'embedded-'))
  chmodSync(dataFolder, 0o711)
})

afterEach(() => {
  for (const one of begun.splice(0)) one.process.kill('SIGKILL')
  endEmbedded(dataFolder)
  rmSync(dataFolder, { recursive: true, force: true })
})

const killed = async (one: Joiner) => {
  const exit = once(one.process, 'exit')
  one.process.kill('SIGKILL')
  await exit
}

test('two processes at once share one server, and the last to leave stops it', async () => {
  const [one, two] = [begin(), begin()]
  const joined = await Promise.all([one.joined, two.joined])
  expect(joined.map(({ adopted }) => adopted).sort()).toEqual([false, true])
  expect(joined[0].url).toBe(joined[1].url)
  const pid = pidOf(dataFolder)
  await one.leave()
  expect(isAlive(pid)).toBe(true)
  await two.leave()
  expect(isAlive(pid)).toBe(false)
  expect(existsSync(join(dataFolder, 'data/postmaster.pid'))).toBe(false)
}, 180_000)

test('a server that outlived its starter is adopted, and stopped by the adopter', async () => {
  const first = begin()
  await first.joined
  const pid = pidOf(dataFolder)
  await killed(first)
  expect(isAlive(pid)).toBe(true)
  const second = begin()
  expect((await second.joined).adopted).toBe(true)
  expect(pidOf(dataFolder)).toBe(pid)
  await second.leave()
  expect(isAlive(pid)).toBe(false)
}, 180_000)

test('twelve rounds of kill -9 while it writes lose nothing acknowledged', async () => {
  let acknowledged = 0
  for (let round = 1; round <= 12; round++) {
    const writer = begin({ task: 'write' })
    const { n, last } = await writer.joined
    expect(n).toBe(last) // no gap
    expect(last).toBeGreaterThanOrEqual(acknowledged)
    while (writer.wrote() < last + 20) await pause(5)
    // By turns: our process alone, the server alone, everything at once.
    const server = round % 3 === 1 ? [] : round % 3 === 2 ? [pidOf(dataFolder)] : serverProcesses(dataFolder)
    const exit = once(writer.process, 'exit')
    writer.process.kill('SIGKILL')
    for (const pid of server) process.kill(pid, 'SIGKILL')
    await exit
    acknowledged = writer.wrote()
  }
  const last = begin()
  const found = await last.joined
  expect(found.n).toBeGreaterThanOrEqual(acknowledged)
  await last.leave()
}, 240_000)

test('a server killed under a running program is started again at the same address', async () => {
  const share = await joinEmbedded({ root: checkout, dataFolder, say: () => {} })
  const { database, close } = openDatabase(share.url)
  const before = pidOf(dataFolder)
  process.kill(before, 'SIGKILL')
  const deadline = Date.now() + 15_000
  for (;;) {
    try {
      await sql`select 1`.execute(database)
      if (pidOf(dataFolder) !== before) break
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
    await pause(50)
  }
  await close()
  await share.leave()
  expect(existsSync(join(dataFolder, 'data/postmaster.pid'))).toBe(false)
}, 180_000)

test('a first start broken off half-way leaves nothing that stands in the way', async () => {
  const first = begin()
  while (!readdirSync(dataFolder).some((name) => name.startsWith('data.new-'))) await pause(5)
  await pause(60)
  await killed(first)
  expect(existsSync(join(dataFolder, 'data'))).toBe(false)
  const second = begin()
  expect((await second.joined).n).toBe(0)
  await second.leave()
  expect(readdirSync(dataFolder).filter((name) => name.startsWith('data.new-'))).toEqual([])
}, 180_000)

test('a postmaster.pid whose number belongs to another process by now is no hindrance', async () => {
  const first = begin()
  await first.joined
  const [server, ...rest] = serverProcesses(dataFolder)
  const file = join(dataFolder, 'data/postmaster.pid')
  for (const pid of [first.process.pid, server, ...rest]) process.kill(Number(pid), 'SIGKILL')
  await pause(200)
  writeFileSync(file, `${process.pid}\n${dataFolder}/data\n1\n5432\n${dataFolder}/run\n\n1 1\nready   \n`)
  const second = begin()
  expect((await second.joined).adopted).toBe(false)
  await second.leave()
}, 180_000)

test('a folder too deep for a socket gets one elsewhere, gone when the server is', async () => {
  const deep = join(dataFolder, 'a'.repeat(60), 'b'.repeat(60))
  mkdirSync(deep, { recursive: true, mode: 0o711 })
  const one = begin({ dataFolder: deep })
  const { url } = await one.joined
  const socket = decodeURIComponent(new URL(url).searchParams.get('host') ?? '')
  expect(socket.startsWith(tmpdir())).toBe(true)
  await one.leave()
  expect(existsSync(socket)).toBe(false)
}, 180_000)
