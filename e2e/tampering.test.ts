import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#platform/database'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { isPlain, run } from './testing/command.ts'

let own: TestDatabase
let server: TestDatabase
let head = ''

const verify = (...args: string[]) => run(['verify', ...args], { env: { DATABASE_URL: own.url } })

beforeAll(async () => {
  own = await testDatabase()
  server = await testDatabase()
  expect((await run(['import', 'samples'], { env: { DATABASE_URL: own.url } })).code).toBe(0)
  const { out, code } = await verify()
  expect(code).toBe(0)
  head = out.trim().slice(-64)
})

afterAll(async () => {
  await own?.close()
  await server?.close()
})

const entries = (change: string) => `alter table ledger.entries disable trigger user; ${change}`
const sheet = `document = 'E/RES/2012/19'`

/** What somebody with every right over the database may do, and how it comes to light. */
test.each([
  [
    'an entry rewritten',
    entries(`update ledger.entries set who = 'nobody' where seq = 3`),
    /Entry 3 does not match its seal/,
  ],
  [
    'an entry rewritten and sealed anew',
    entries(`update ledger.entries set who = 'nobody', hash = encode(sha256('x'), 'hex') where seq = 3`),
    /Entry 3 does not match its seal.*Entry 4 does not follow from the entry before it/s,
  ],
  [
    'an entry taken out',
    entries('delete from ledger.entries where seq = 3'),
    /Entry 3 is missing: an entry was removed/,
  ],
  [
    'the last entry cut off',
    entries('delete from ledger.entries where seq = 4'),
    /the ledger does not know of its import.*The seal [0-9a-f]{64} noted earlier is not in the ledger/s,
  ],
  ['the bytes', `update documents.versions set bytes = 'x' where ${sheet}`, /is not the text that was imported/],
  [
    'bytes and fingerprint',
    `update documents.versions set bytes = 'x', sha256 = encode(sha256('x'), 'hex') where ${sheet}`,
    /is not the text that was imported/,
  ],
  [
    'a title',
    `update documents.versions set title = 'Other' where ${sheet}`,
    /What was read from version 1 of E\/RES\/2012\/19/,
  ],
  ['a date', `update documents.versions set adopted = '2011-01-01' where ${sheet}`, /What was read from version 1/],
  [
    'the outline',
    `update documents.versions set outline = jsonb_set(outline, '{units,0,title}', '"Other"') where ${sheet}`,
    /What was read from version 1/,
  ],
  [
    'a paragraph',
    `update documents.items set text = 'Nothing' where ${sheet} and n = 9`,
    /What was read from version 1/,
  ],
  ['a paragraph taken out', `delete from documents.items where ${sheet} and n = 9`, /What was read from version 1/],
  [
    'the version that stands',
    `update documents.documents set version = 0 where id = 'E/RES/2012/19'`,
    /By the ledger version 1 of E\/RES\/2012\/19 stands/,
  ],
  [
    'a mandate',
    `update mandates.mandates set text = 'Nothing' where ${sheet} and path = '17'`,
    /were changed afterwards/,
  ],
  [
    'who is asked',
    `update mandates.obligations set actor = 'cl', actor_name = 'Chile' where n = 1`,
    /^(?=.*of E\/2011\/30 are not those)(?=.*of E\/RES\/2012\/19 are not those)/s,
  ],
  ['a time', `update mandates.obligations set timings = '[{"kind":"none"}]'`, /were changed afterwards/],
  [
    'obligations taken out',
    'delete from mandates.dues; delete from mandates.obligations',
    /should have 23 obligations by the ledger, but the register holds 0/,
  ],
  [
    'the calendar',
    `update calendar.parts set held_from = '2001-01-01', held_to = '2001-01-02' where held_from is not null`,
    /calendar/,
  ],
  ['the directory', `update parties.actors set short = 'Other' where id = 'unodc'`, /directory/],
])('%s is noticed', async (_, change, words) => {
  const name = /\/(test_[0-9a-f]+)\?/.exec(own.url)?.[1] ?? ''
  await sql.raw(`create database ${name}_twin template ${name}`).execute(server.database)
  const url = own.url.replace(name, `${name}_twin`)
  try {
    const { database, close } = openDatabase(url)
    await sql.raw(change).execute(database).finally(close)
    const ended = await run(['verify', '--head', head], { env: { DATABASE_URL: url } })
    expect(ended.out).toMatch(words)
    expect(ended.talk).toMatch(/^\d+ faults? among \d+ entries\. Restore a backup taken before the change/)
    expect(ended.code).toBe(1)
    isPlain(ended.out + ended.talk)
  } finally {
    await sql.raw(`drop database ${name}_twin with (force)`).execute(server.database)
  }
})
