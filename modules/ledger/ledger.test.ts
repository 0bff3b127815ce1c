import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { canonicalJson, type Json, type Ledger, ledgerManifest } from './index.ts'

let place: TestDatabase
let ledger: Ledger

beforeEach(async () => {
  place = await testDatabase()
  ledger = ledgerManifest.open({ database: place.database, now: () => new Date('2013-04-22T09:00:00.123Z') }, {})
})
afterEach(() => place.close())

const write = (n: number, data: Json = { n }) =>
  place.database
    .transaction()
    .execute((t) => ledger.append(t, { who: 'system:test', act: 'test.write-thing', on: `thing:${n}`, data }))

/** What somebody with full power over the database could do. */
async function tamper(statement: string) {
  await sql.raw(`alter table ledger.entries disable trigger user; ${statement}`).execute(place.database)
}

describe('canonical JSON', () => {
  test('orders names by code unit and drops white space', () => {
    expect(canonicalJson({ b: [1, null, 'ü"'], a: { z: true, é: 1e21, Z: -0 } })).toBe(
      '{"a":{"Z":0,"z":true,"é":1e+21},"b":[1,null,"ü\\""]}',
    )
  })
  test('gives one text per value, and the value back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as Json)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
  test('refuses what JSON cannot hold', () => expect(() => canonicalJson(Number.NaN)).toThrow(RangeError))
})

test('each entry seals everything before it, by a recipe anybody can repeat', async () => {
  const first = await write(1)
  const second = await write(2, { weird: '","on":"x', nil: '\u0000', list: [1.5, 'ש'] })
  expect(first.previous).toBe('0'.repeat(64))
  expect(second.previous).toBe(first.hash)
  const { hash, ...content } = second
  expect(createHash('sha256').update(canonicalJson(content)).digest('hex')).toBe(hash)
  expect(await ledger.entry(2)).toEqual(second)
  expect((await ledger.verify()).faults).toEqual([])
})

test('fifty appends at once make one chain without a gap', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, n) => write(n)))
  const verdict = await ledger.verify()
  expect(verdict).toMatchObject({ entries: 50, faults: [], crossFaults: [], knownHead: null })
  expect((await ledger.verify(place.database, verdict.head)).knownHead).toBe(true)
  expect((await ledger.verify(place.database, 'f'.repeat(64))).knownHead).toBe(false)
})

test('an act that fails leaves no entry and no gap', async () => {
  await write(1)
  const failing = place.database.transaction().execute(async (t) => {
    await ledger.append(t, { who: 'system:test', act: 'test.write-thing', on: 'thing:2', data: {} })
    throw new Error('the act failed')
  })
  await expect(failing).rejects.toThrow('the act failed')
  expect((await write(3)).seq).toBe(2)
})

test.each(['update ledger.entries set who = who', 'delete from ledger.entries', 'truncate ledger.entries'])(
  'the database refuses: %s',
  async (statement) => {
    await write(1)
    await expect(sql.raw(statement).execute(place.database)).rejects.toThrow('append-only')
    expect((await ledger.verify()).entries).toBe(1)
  },
)

describe('tampering is found', () => {
  beforeEach(async () => {
    for (const n of [1, 2, 3, 4]) await write(n)
  })
  test.each([
    ['a changed row', `update ledger.entries set data = '{"n":9}' where seq = 2`, [[2, 'hash']]],
    ['a changed time', `update ledger.entries set at = at + interval '1 second' where seq = 3`, [[3, 'hash']]],
    [
      'a removed row',
      'delete from ledger.entries where seq = 2',
      [
        [2, 'gap'],
        [3, 'link'],
      ],
    ],
    [
      'a removed first row',
      'delete from ledger.entries where seq = 1',
      [
        [1, 'gap'],
        [2, 'link'],
      ],
    ],
    [
      'an inserted row',
      `update ledger.entries set seq = 5 where seq = 4;
       insert into ledger.entries select 4, at, who, act, "on", data, previous, repeat('a', 64) from ledger.entries where seq = 3`,
      [
        [4, 'link'],
        [4, 'hash'],
        [5, 'link'],
        [5, 'hash'],
      ],
    ],
  ] as const)('%s', async (_, statement, faults) => {
    await tamper(statement)
    const verdict = await ledger.verify()
    expect(verdict.faults.map(({ seq, code }) => [seq, code])).toEqual(faults)
    expect(ledger.sayFault(verdict.faults[0]!)).toMatch(/^Entry \d/)
  })
  test('the end cut off, by the head noted before', async () => {
    const { head } = await ledger.verify()
    await tamper('delete from ledger.entries where seq = 4')
    expect(await ledger.verify(undefined, head)).toMatchObject({ faults: [], knownHead: false })
  })
})

test('a room may set its tables beside the ledger', async () => {
  await write(1)
  ledger.onVerify({
    messages: { 'test.fault.lost': 'The thing {thing} is lost.' },
    async *faults(_, { stream }) {
      for await (const { on } of stream({ act: 'test.write-thing' })) {
        yield { module: 'test', code: 'lost', facts: { thing: on } }
      }
    },
  })
  const { crossFaults } = await ledger.verify()
  expect(crossFaults.map(ledger.sayFault)).toEqual(['The thing thing:1 is lost.'])
})

test('entries are read newest first, by page and by what they are about', async () => {
  for (const n of [1, 2, 3]) await write(n)
  expect((await ledger.entries({ limit: 2 })).map(({ seq }) => seq)).toEqual([3, 2])
  expect((await ledger.entries({ before: 2 })).map(({ seq }) => seq)).toEqual([1])
  expect((await ledger.entries({ on: 'thing:2' })).map(({ seq }) => seq)).toEqual([2])
})
