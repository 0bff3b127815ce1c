import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/index.ts'
import {
  DatabaseRefusal,
  inviteAdministrator,
  isOpenInvitation,
  isReached,
  markReached,
  migrate,
  onlyOne,
  openDatabase,
  prepareDatabase,
  reachDatabase,
} from './index.ts'

let own: TestDatabase
let folder = ''

beforeEach(async () => {
  own = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'migrations-'))
})

afterEach(async () => {
  await own.close()
  await rm(folder, { recursive: true })
})

async function source(module: string, ...texts: string[]) {
  const home = await mkdtemp(join(folder, `${module}-`))
  for (const [i, text] of texts.entries()) await writeFile(join(home, `00${i + 1}-step.sql`), text)
  return { module, folder: pathToFileURL(`${home}/`) }
}

test('migrations run in the order of the line, once, and a module may come in between later', async () => {
  const zebra = await source('zebra', 'create table zebra (n int primary key)')
  const apple = await source('apple', 'create table apple (n int references zebra)')
  expect(await migrate(own.database, [zebra, apple])).toEqual(['zebra/001-step', 'apple/001-step'])
  const middle = await source('middle', 'create table middle (n int references zebra)')
  expect(await migrate(own.database, [zebra, middle, apple])).toEqual(['middle/001-step'])
  expect(await migrate(own.database, [zebra, middle, apple])).toEqual([])
})

test('several processes may migrate at once', async () => {
  const one = await source('one', 'create table one (n int)', 'alter table one add m int')
  const others = [openDatabase(own.url), openDatabase(own.url)]
  const applied = await Promise.all([own, ...others].map(({ database }) => migrate(database, [one])))
  expect(applied.flat().sort()).toEqual(['one/001-step', 'one/002-step'])
  await Promise.all(others.map(({ close }) => close()))
})

test('a step that fails leaves nothing half done and names itself', async () => {
  const bad = await source('bad', 'create table bad (n int); select 1/0')
  await expect(migrate(own.database, [bad])).rejects.toThrow('Migration bad/001-step failed')
  const { rows } = await sql<{ there: string | null }>`select to_regclass('bad') as there`.execute(own.database)
  expect(rows).toEqual([{ there: null }])
})

test('data of a newer version are refused in words', async () => {
  const newer = await source('room', 'create table room (n int)', 'alter table room add m int')
  await migrate(own.database, [newer])
  const older = await source('room', 'create table room (n int)')
  await expect(migrate(own.database, [older])).rejects.toThrow(DatabaseRefusal)
})

test('preparing checks six languages and lets one process fill at a time', async () => {
  let filling = 0
  const fill = async () => {
    expect(++filling).toBe(1)
    await sql`select pg_sleep(0.05)`.execute(own.database)
    filling--
  }
  const other = openDatabase(own.url)
  await Promise.all([own, other].map(({ database }) => prepareDatabase(database, [], fill)))
  await other.close()
})

test('a database that does not know six alphabets is refused', async () => {
  await sql
    .raw(`create database plain template template0 encoding 'UTF8' locale_provider libc locale 'C'`)
    .execute(own.database)
  const plain = openDatabase(own.url.replace(/\/[^/?]*\?/, '/plain?'))
  await expect(prepareDatabase(plain.database, [], async () => {})).rejects.toThrow(/Arabic, Chinese, Russian/)
  await plain.close()
  await sql.raw('drop database plain').execute(own.database)
})

test('work of one key is done by one at a time', async () => {
  const order: string[] = []
  const work = (name: string) => () => {
    order.push(`${name} begins`)
    return sql`select pg_sleep(0.05)`.execute(own.database).then(() => order.push(`${name} ends`))
  }
  await Promise.all([onlyOne(own.database, 7, work('one')), onlyOne(own.database, 7, work('two'))])
  expect(order.map((line) => line.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends'])
})

test('a milestone is reached once', async () => {
  const now = new Date('2013-04-22T10:00:00Z')
  expect(await isReached(own.database, 'samples')).toBe(false)
  const first = await Promise.all([
    markReached(own.database, 'samples', now),
    markReached(own.database, 'samples', now),
  ])
  expect(first.sort()).toEqual([false, true])
  expect(await isReached(own.database, 'samples')).toBe(true)
})

test('an invitation is known by its token, which is kept nowhere', async () => {
  const token = await inviteAdministrator(own.database, new Date())
  expect(await isOpenInvitation(own.database, token)).toBe(true)
  expect(await isOpenInvitation(own.database, `${token}x`)).toBe(false)
  const { rows } = await sql<{ kept: string }>`select i::text as kept from platform.invitations i`.execute(own.database)
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('a server of one’s own that is away: waited for, then refused without its password', async () => {
  const said: string[] = []
  const where = { root: '/', say: (text: string) => void said.push(text), patience: 600 }
  const reaching = reachDatabase({ ...where, url: 'postgres://me:secret@127.0.0.1:18199/mine' })
  await expect(reaching).rejects.toThrow(/DATABASE_URL \(127\.0\.0\.1:18199\/mine\) does not answer/)
  await reaching.catch((error: Error) => expect(error.message).not.toContain('secret'))
  expect(said).toEqual(['Waiting for the database at 127.0.0.1:18199/mine'])
})

test.each(['postgres://me:secret@127.0.0.1:port/mine', 'http://me:secret@127.0.0.1/mine', 'secret'])(
  'an address that is none is refused at once and not repeated: %s',
  async (url) => {
    const refused = await reachDatabase({ root: '/', say: () => {}, url }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(DatabaseRefusal)
    expect(String(refused)).toContain('DATABASE_URL is no address of a database')
    expect(String(refused)).not.toContain('secret')
  },
)

test('a server named by its address is used as it is', async () => {
  const { database, close } = await reachDatabase({ root: '/', url: own.url, say: () => {} })
  expect((await sql`select 1 as one`.execute(database)).rows).toEqual([{ one: 1 }])
  await close()
})
