import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CommandRefusal } from '#platform/manifest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { verify } from './commands.ts'
import { type Ledger, ledgerManifest } from './index.ts'

let place: TestDatabase
let ledger: Ledger

beforeEach(async () => {
  place = await testDatabase()
  ledger = ledgerManifest.open({ database: place.database, now: () => new Date() }, {})
  for (const n of [1, 2]) {
    const entry = { who: 'system:test', act: 'test.write-thing', on: `thing:${n}`, data: { n } }
    await place.database.transaction().execute((t) => ledger.append(t, entry))
  }
})
afterEach(() => place.close())

async function run(...args: string[]) {
  const out: string[] = []
  const talk: string[] = []
  const code = await verify.run({
    args,
    cwd: '/',
    out: (text) => void out.push(String(text)),
    talk: (text) => void talk.push(text),
    terminal: false,
    rooms: async () => ({ ledger }),
    now: () => new Date(),
  })
  return { code, out: out.join(''), talk: talk.join('') }
}

test('a whole ledger: exit code 0, and the head to keep', async () => {
  const { code, out } = await run()
  expect(code).toBe(0)
  expect(out).toMatch(/^The ledger is whole: 2 entries, every cross-reference holds\. Head: [0-9a-f]{64}\n$/)
  const head = out.trim().slice(-64)
  expect((await run('--head', head)).code).toBe(0)
})

test('a broken one: exit code 1, each fault in words', async () => {
  const { head } = await ledger.verify()
  await sql
    .raw('alter table ledger.entries disable trigger user; update ledger.entries set who = upper(who) where seq = 2')
    .execute(place.database)
  const { code, out, talk } = await run()
  expect(code).toBe(1)
  expect(out).toBe('Entry 2 does not match its seal: its content was changed after it was written.\n')
  expect(talk).toContain('1 fault among 2 entries.')
  await sql.raw('delete from ledger.entries where seq = 2').execute(place.database)
  expect((await run()).code).toBe(0)
  const cut = await run('--head', head, '--json')
  expect(cut.code).toBe(1)
  expect(JSON.parse(cut.out)).toMatchObject({
    entries: 1,
    knownHead: false,
    words: [expect.stringContaining('cut off')],
  })
})

test('an option nobody knows is wrong usage', async () => {
  await expect(run('--hard')).rejects.toThrow(CommandRefusal)
})
