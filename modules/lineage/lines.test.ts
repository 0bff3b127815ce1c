import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { archives } from './testing/archives.ts'
import { openLineageRooms } from './testing/open-lineage.ts'

let place: TestDatabase
let open: Awaited<ReturnType<typeof openLineageRooms>>

const sheet = (number: string) => ({ document: `E/RES/${number}`, unit: `E/RES/${number}` })

describe('a series of three texts, brought in any order', () => {
  beforeAll(async () => {
    place = await testDatabase()
    open = await openLineageRooms(place.database)
    for (const text of [archives.third, archives.first]) await open.bring(text)
    await open.rooms.lineage.trace()
    for (const text of [archives.other, archives.second]) await open.bring(text)
    expect(await open.rooms.lineage.tracing()).toMatchObject({ texts: 4, waiting: 2 })
    await open.rooms.lineage.trace()
  })
  afterAll(() => place.close())

  test('nothing waits when all are traced, also what a text that came later changed', async () => {
    expect(await open.rooms.lineage.tracing()).toEqual({ texts: 4, waiting: 0 })
  })
  test('each text continues the one before it, and the rhythm shows', async () => {
    const series = (await open.rooms.lineage.series(sheet('2012/7')))!
    expect(series.members.map(({ text, before }) => [text.document, before?.document ?? null])).toEqual([
      ['E/RES/2010/5', null],
      ['E/RES/2012/7', 'E/RES/2010/5'],
      ['E/RES/2014/3', 'E/RES/2012/7'],
    ])
    expect(series.rhythm).toEqual({ kind: 'every', months: 24 })
    expect(series.gaps).toEqual([])
    expect(series.members[1]).toMatchObject({ why: ['title', 'recalls', 'paragraphs'] })
    expect(series.members[1]?.counts).toMatchObject({ same: 2, edited: 1, dropped: 1 })
  })
  test('a paragraph is walked from first to last, with the words that changed', async () => {
    const line = (await open.rooms.lineage.line({ ...sheet('2012/7'), path: '1' }))!
    expect(line.steps.map(({ saying, how }) => [saying.document, saying.path, how])).toEqual([
      ['E/RES/2010/5', '1', 'first'],
      ['E/RES/2012/7', '1', 'same'],
      ['E/RES/2014/3', '1', 'edited'],
    ])
    expect(line.at).toBe(1)
    expect(line.end).toEqual({ how: 'stands' })
    const changed = line.steps[2]!.words.filter(({ kind }) => kind !== 'kept')
    expect(changed.map(({ kind, text }) => [kind, text.trim()])).toEqual([
      ['deleted', 'thirty'],
      ['inserted', 'twenty'],
    ])
  })
  test('what the next text left out is dropped by it', async () => {
    const line = (await open.rooms.lineage.line({ ...sheet('2010/5'), path: '2' }))!
    expect(line.steps).toHaveLength(1)
    expect(line.end).toMatchObject({ how: 'dropped', by: { document: 'E/RES/2012/7' } })
  })
  test('a paragraph of the preamble is asked for by its place', async () => {
    const line = (await open.rooms.lineage.line({ ...sheet('2014/3'), recital: 2 }))!
    expect(line.steps.map(({ saying }) => saying.recital)).toEqual([1, 2, 2])
  })
  test('what another series took over branches off, and leads back', async () => {
    const line = (await open.rooms.lineage.line({ ...sheet('2012/7'), path: '2' }))!
    expect(line.steps.map(({ saying }) => saying.document)).toEqual(['E/RES/2012/7', 'E/RES/2014/3'])
    expect(line.branches.map(({ saying }) => saying.document)).toEqual(['E/RES/2013/9'])
    const back = (await open.rooms.lineage.line({ ...sheet('2013/9'), path: '2' }))!
    expect(back.steps.map(({ saying, how }) => [saying.document, how])).toEqual([
      ['E/RES/2012/7', 'first'],
      ['E/RES/2013/9', 'taken-over'],
    ])
    expect(back.end).toEqual({ how: 'alone' })
  })
  test('the nearest words of all texts stand beside it', async () => {
    const near = (await open.rooms.lineage.elsewhere({ ...sheet('2012/7'), path: '2' }))!
    expect(near.map(({ verbatim, documents, first }) => [verbatim, documents, first.document])).toContainEqual([
      true,
      2,
      'E/RES/2012/7',
    ])
    expect(near.map(({ first }) => first.document)).toContain('E/RES/2013/9')
  })
  test('a mandate renewed is one mandate with its instances', async () => {
    const { rows, total, figures } = await open.rooms.lineage.recurring()
    expect(total).toBe(3)
    expect(rows.map(({ instances }) => instances.map(({ of, path }) => `${of.unit} ${path}`))).toEqual(
      expect.arrayContaining([
        ['E/RES/2010/5 3', 'E/RES/2012/7 3', 'E/RES/2014/3 3'],
        ['E/RES/2012/7 2', 'E/RES/2014/3 2'],
      ]),
    )
    expect(figures).toEqual({ mandates: 10, renewals: 5, recurring: 3 })
  })
  test('threads tell where each paragraph came in, changed and left', async () => {
    const { threads } = (await open.rooms.lineage.series(sheet('2010/5')))!
    const paper = threads.find((thread) => thread.in[0]!.saying.text.includes('paper that lasts'))!
    expect([paper.in.length, paper.droppedBy]).toEqual([1, 1])
    const states = threads.find((thread) => thread.in[0]!.saying.text.startsWith('Invites Member States'))!
    expect(states.in.map(({ member, how }) => [member, how])).toEqual([
      [0, 'first'],
      [1, 'same'],
      [2, 'edited'],
    ])
  })
  test('an address that names nothing gives nothing', async () => {
    const { lineage } = open.rooms
    expect(await lineage.line({ ...sheet('2012/7'), path: '99' })).toBeNull()
    expect(await lineage.line({ ...sheet('2012/7'), recital: 0 })).toBeNull()
    expect(await lineage.line({ ...sheet('2012/7'), n: -1 })).toBeNull()
    expect(await lineage.line({ document: 'E/\u0000', unit: 'x', path: '1' })).toBeNull()
    expect(await lineage.series({ document: 'none', unit: 'none' })).toBeNull()
  })
  test('a text imported anew with other words is traced anew, and what continued it with it', async () => {
    const { lineage } = open.rooms
    await open.bring(archives.second.replace('Requests the United Nations Office', 'Urges the United Nations Office'))
    expect(await lineage.tracing()).toMatchObject({ waiting: 2 })
    // Whoever asks before the job did is not made to wait for it.
    const line = (await lineage.line({ ...sheet('2014/3'), path: '2' }))!
    expect(line.steps.map(({ saying, how }) => [saying.document, how])).toEqual([
      ['E/RES/2012/7', 'first'],
      ['E/RES/2014/3', 'edited'],
    ])
    await lineage.trace()
    expect(await lineage.tracing()).toMatchObject({ waiting: 0 })
  })
})

describe('the founding texts', () => {
  beforeAll(async () => {
    place = await testDatabase()
    open = await openLineageRooms(place.database)
    await open.bringSamples()
    await open.rooms.lineage.trace()
  })
  afterAll(() => place.close())

  // What is known to have been taken over (field.md, section 0, 17).
  const known: readonly (readonly [unit: string, path: string, into: { path?: string; recital?: number }])[] = [
    ['D/Resolution 20/6', '2', { recital: 12 }],
    ['D/Resolution 20/4', '7', { path: '12' }],
    ['D/Resolution 20/4', '1', { path: '1' }],
    ['A/Draft resolution III', '6', { path: '8' }],
  ]
  test.each(known)('%s, paragraph %s went into resolution 2012/19', async (unit, path, into) => {
    const line = (await open.rooms.lineage.line({ ...sheet('2012/19'), ...into }))!
    expect(line.steps.map(({ saying, how }) => [saying.of.unit, saying.path, how])).toEqual([
      [unit, path, 'first'],
      ['E/RES/2012/19', into.path ?? null, 'taken-over'],
    ])
    const forth = (await open.rooms.lineage.line({ document: 'E/2011/30', unit, path }))!
    expect(forth.steps.at(-1)?.saying.document).toBe('E/RES/2012/19')
  })
  test('possible overlaps lie open, the most similar first', async () => {
    const { rows, total } = await open.rooms.lineage.overlaps()
    expect(total).toBe(rows.length)
    expect(rows[0]).toMatchObject({
      newer: { mandate: 'E/RES/2012/19#1' },
      older: { mandate: 'E/2011/30#D/Resolution 20/4#1' },
      judgement: null,
    })
    const unodc = await open.rooms.lineage.overlaps({ actor: 'unodc', body: 'ECOSOC', session: 2012, state: 'open' })
    expect(unodc.rows.map(({ newer }) => newer.path)).toEqual(['12'])
    expect((await open.rooms.lineage.overlaps({ body: 'ECOSOC', session: 2011 })).total).toBe(0)
    const facets = await open.rooms.lineage.overlapFacets()
    expect(facets.sessions).toEqual([{ body: 'ECOSOC', session: 2012, count: total }])
    expect(facets.states).toEqual([{ state: 'open', count: total }])
    expect(facets.actors.map(({ actor }) => actor)).toContain('unodc')
  })
})
