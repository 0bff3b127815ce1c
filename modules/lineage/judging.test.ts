import { OpenAPIHono } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anybody, type Visitor } from '#platform/access'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { linesRoutes } from './api-lines.ts'
import type { JudgementKind, OverlapPair } from './overlap.ts'
import { archives } from './testing/archives.ts'
import { now, officer, openLineageRooms } from './testing/open-lineage.ts'

let place: TestDatabase
let open: Awaited<ReturnType<typeof openLineageRooms>>
let pair: OverlapPair

beforeEach(async () => {
  place = await testDatabase()
  open = await openLineageRooms(place.database)
  await open.bring(archives.second)
  await open.bring(archives.other)
  await open.rooms.lineage.trace()
  const { rows } = await open.rooms.lineage.overlaps()
  expect(rows).toHaveLength(1)
  pair = pairOf(rows[0]!)
})
afterEach(() => place.close())

const pairOf = ({ newer, older }: Awaited<ReturnType<typeof only>>): OverlapPair => ({
  newer: { document: newer.document, n: newer.n },
  older: { document: older.document, n: older.n },
})

const only = async () => (await open.rooms.lineage.overlaps()).rows[0]!

const judge = (kind: JudgementKind, note = '', visitor = officer) =>
  open.rooms.lineage.judgeOverlap(visitor, { pair, kind, note })

test('what a person says is kept with one entry of the ledger, and proves itself', async () => {
  const { ledger, lineage } = open.rooms
  expect(await judge('overlap', ' Ask the two offices. ')).toMatchObject({
    overlap: { judgement: { kind: 'overlap', note: 'Ask the two offices.', by: 'person:7', at: now().toISOString() } },
  })
  const [entry, ...others] = await ledger.entries({ act: 'lineage.judge-overlap' })
  expect(others).toEqual([])
  expect(entry).toMatchObject({
    who: 'person:7',
    on: 'mandate:E/RES/2013/9#2',
    data: { kind: 'overlap', other: 'E/RES/2012/7#2', judgement: 1 },
  })
  expect((await lineage.overlaps({ state: 'overlap' })).total).toBe(1)
  expect((await lineage.overlaps({ state: 'open' })).total).toBe(0)
  expect(await ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
})

test('it survives another import of the same words, and holds for no others', async () => {
  await judge('not-related')
  await open.bring(archives.other.replace('Mindful of', 'Aware of'))
  await open.rooms.lineage.trace()
  expect((await only()).judgement).toMatchObject({ kind: 'not-related' })
  await open.bring(archives.other.replace('upon request and ', ''))
  await open.rooms.lineage.trace()
  expect((await only()).judgement).toBeNull()
  expect((await open.rooms.ledger.verify()).crossFaults).toEqual([])
})

test('the latest counts, and one that withdraws leaves the question open again', async () => {
  await judge('overlap')
  await judge('renewal')
  expect((await only()).judgement).toMatchObject({ kind: 'renewal' })
  expect(await judge('withdrawn')).toMatchObject({ overlap: { judgement: null } })
  expect(await judge('withdrawn')).toEqual({ refused: 'nothing-to-withdraw' })
  expect(await open.rooms.ledger.entries({ act: 'lineage.judge-overlap' })).toHaveLength(3)
})

test('refused: whoever may not, a pair that is none, a note that is a file', async () => {
  const state: Visitor = { ...officer, grants: [{ role: 'focal-point', actor: 'cl' }] }
  expect(await judge('overlap', '', anybody)).toMatchObject({ refused: 'not-allowed', signIn: true })
  expect(await judge('overlap', '', state)).toMatchObject({ refused: 'not-allowed', signIn: false })
  expect(await judge('overlap', 'x'.repeat(2001))).toEqual({ refused: 'too-long', limit: 2000 })
  const none = { newer: pair.older, older: pair.newer }
  expect(await open.rooms.lineage.judgeOverlap(officer, { pair: none, kind: 'overlap', note: '' })).toEqual({
    refused: 'no-such-pair',
  })
  expect(await open.rooms.ledger.entries({ act: 'lineage.judge-overlap' })).toEqual([])
})

test('two who judge at once both have their say', async () => {
  const kinds = ['overlap', 'renewal', 'not-related', 'overlap'] as const
  const results = await Promise.all(kinds.map((kind) => judge(kind)))
  expect(results.every((result) => 'overlap' in result)).toBe(true)
  expect((await open.rooms.ledger.verify()).crossFaults).toEqual([])
})

test('the ledger finds a judgement changed, added or taken away behind its back', async () => {
  const { ledger } = open.rooms
  await judge('overlap')
  const told = async (statement: string) => {
    await sql.raw(`alter table lineage.judgements disable trigger user; ${statement}`).execute(place.database)
    return (await ledger.verify()).crossFaults.map(({ code }) => code)
  }
  await expect(sql`delete from lineage.judgements`.execute(place.database)).rejects.toThrow('append-only')
  expect(await told(`update lineage.judgements set kind = 'renewal'`)).toEqual(['judgement-changed'])
  const copied = `insert into lineage.judgements (document, unit, path, text, other_document, other_unit, other_path,
    other_text, kind, note, by, at) select document, unit, path, text, other_document, other_unit, other_path,
    other_text, kind, note, by, at from lineage.judgements`
  expect(await told(copied)).toEqual(['judgement-changed', 'judgement-unknown'])
  expect(await told('delete from lineage.judgements')).toEqual(['judgement-missing'])
})

test('the API lists, filters and judges', async () => {
  const as = (visitor: Visitor) => {
    const app = new OpenAPIHono()
    app.use(async (context, next) => {
      context.set('visitor', visitor)
      await next()
    })
    return app.route('/', linesRoutes(open.rooms.lineage))
  }
  const post = (visitor: Visitor, body: unknown) =>
    as(visitor).request('/overlap', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  expect(await (await as(anybody).request('/overlap?state=open')).json()).toMatchObject({ total: 1 })
  expect((await post(anybody, { pair, kind: 'overlap' })).status).toBe(401)
  expect((await post(officer, { pair, kind: 'perhaps' })).status).toBe(400)
  expect((await post(officer, { pair, kind: 'withdrawn' })).status).toBe(422)
  const kept = await post(officer, { pair, kind: 'renewal', note: 'Yes' })
  expect(await kept.json()).toMatchObject({ judgement: { kind: 'renewal', note: 'Yes' } })
  const line = await as(anybody).request('/lineage/E/RES/2013/9?path=2')
  expect(await line.json()).toMatchObject({ at: 1, end: { how: 'alone' } })
  expect((await as(anybody).request('/lineage/E/RES/2013/9?path=77')).status).toBe(404)
  expect((await as(anybody).request('/lineage/E/RES/2013/9?recital=x')).status).toBe(400)
  const series = await as(anybody).request('/series/E/RES/2013/9')
  expect(await series.json()).toMatchObject({ rhythm: { kind: 'once' } })
  expect(await (await as(anybody).request('/recurring')).json()).toMatchObject({ rows: [], total: 0 })
})
