import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { openRegister, report, resolution, sheet } from './testing/open-register.ts'

let place: TestDatabase
let register: Awaited<ReturnType<typeof openRegister>>

beforeEach(async () => {
  place = await testDatabase()
  register = await openRegister(place.database)
})
afterEach(() => place.close())

const commission = (number: string) => `Commission on Crime Prevention and Criminal Justice resolution ${number}`

/** Who cites a text, with the paragraph where: `E/RES/2012/19 pp 10`. */
async function whoCites(document: string, unit?: string) {
  const { rows } = await register.citations.citedBy(document, { unit })
  return rows.map(({ place: { document, unit, path, recital } }) =>
    [document, ...(unit.includes(' ') ? [unit] : []), path ?? `pp ${recital}`].join(' '),
  )
}

test('what 2012/19 rests on: every act, report and treaty it cites, with the paragraph where', async () => {
  await register.bring(sheet, 'E/RES/2012/19')
  const { rows, total } = await register.citations.citing('E/RES/2012/19')
  expect(total).toBe(rows.length)
  const said = rows.map(({ place, targets, locator }) => [
    place.path ?? `pp ${place.recital}`,
    targets.map(({ label }) => label).join(' | '),
    locator,
  ])
  expect(said).toContainEqual(['pp null', 'E/2012/30 | E/2012/30/Corr.1 | E/2012/30/Corr.2', null])
  expect(said).toContainEqual(['pp 10', 'A/RES/65/232', null])
  expect(said).toContainEqual(['pp 7', 'A/RES/65/230', 'annex'])
  expect(said).toContainEqual(['pp 4', 'United Nations Convention against Corruption', null])
  expect(said).toContainEqual(['11', commission('20/7'), null])
  // the footnote stands in paragraph 9
  expect(said).toContainEqual(['9', 'E/CN.15/2012/15', null])
  const [first] = rows
  expect(sheet).toContain(first?.asWritten)
  expect(rows.every(({ targets }) => targets.every(({ found }) => found === null))).toBe(true)
  expect(await register.citations.counts(['E/RES/2012/19', 'E/RES/1999/1'])).toEqual(
    new Map([
      ['E/RES/2012/19', { cites: 23, citesTexts: 24, citedAt: 0, citedBy: 0 }],
      ['E/RES/1999/1', { cites: 0, citesTexts: 0, citedAt: 0, citedBy: 0 }],
    ]),
  )
})

test('a resolution inside a report is found by body and number, whatever was imported first', async () => {
  const said = async () => {
    const { rows } = await register.citations.citing('E/RES/2012/19')
    return rows.flatMap(({ targets }) =>
      targets.flatMap(({ label, found }) => (found ? [[label, found.document, found.unit]] : [])),
    )
  }
  const expected = [
    [commission('20/3'), 'E/2011/30', 'D/Resolution 20/3'],
    [commission('20/6'), 'E/2011/30', 'D/Resolution 20/6'],
    ['E/2011/30', 'E/2011/30', null],
    [commission('20/7'), 'E/2011/30', 'D/Resolution 20/7'],
  ]
  await register.bring(sheet, 'E/RES/2012/19')
  expect(await said()).toEqual([])
  await register.bring(report, 'E/2011/30')
  expect(await said()).toEqual(expected)
  expect(await whoCites('E/2011/30', 'D/Resolution 20/7')).toEqual(['E/RES/2012/19 11'])
  // the report itself, and the resolutions in it
  expect(await whoCites('E/2011/30')).toEqual([
    'E/RES/2012/19 pp 10',
    'E/RES/2012/19 pp 12',
    'E/RES/2012/19 pp 10',
    'E/RES/2012/19 11',
  ])

  const other = await testDatabase()
  try {
    register = await openRegister(other.database)
    await register.bring(report, 'E/2011/30')
    await register.bring(sheet, 'E/RES/2012/19')
    expect(await said()).toEqual(expected)
  } finally {
    await other.close()
  }
})

test('a resolution and a decision of one number are two', async () => {
  await register.bring(report, 'E/2011/30')
  const commissionCites = (act: string) =>
    register.bring(
      `The Commission on Crime Prevention and Criminal Justice,\n\nRecalling its ${act} 20/1,\n\n1. Requests a report.`,
      `E/CN.15/2012/${act}`,
    )
  await commissionCites('resolution')
  await commissionCites('decision')
  expect(await whoCites('E/2011/30', 'D/Resolution 20/1')).toEqual(['E/CN.15/2012/resolution pp 1'])
  expect(await whoCites('E/2011/30', 'D/Decision 20/1')).toEqual(['E/CN.15/2012/decision pp 1'])
})

test('every spelling of a symbol leads to one text, and none of its own symbols counts', async () => {
  await register.bring(resolution('57/270 B', 'Recalling the Charter', 'Requests a report'), 'A/RES/57/270 B')
  await register.bring(
    resolution('65/1', 'Recalling its resolution 57/270 B of 23 June 2003', 'Takes note of A/RES/57/270B'),
    'A/RES/65/1',
  )
  await register.bring(
    `A/RES/65/2\n\nDistr.: General\n\n${resolution('65/2', 'Recalling A/RES/65/2', 'Takes note of resolution 65/1, paragraph 1')}`,
    'A/RES/65/2',
  )
  expect(await whoCites('A/RES/57/270_B')).toEqual(['A/RES/65/1 pp 1', 'A/RES/65/1 1'])
  expect(await whoCites('A/RES/65/2')).toEqual([])
  expect(await register.citations.counts(['A/RES/65/2'])).toEqual(
    new Map([['A/RES/65/2', { cites: 1, citesTexts: 1, citedAt: 0, citedBy: 0 }]]),
  )
})

test('paragraphs that are named are found by their paths', async () => {
  await register.bring(resolution('65/1', 'Recalling the Charter', 'Requests a report', 'Urges States'), 'A/RES/65/1')
  await register.bring(
    resolution(
      '66/1',
      'Recalling paragraph 2 of its resolution 65/1',
      'Takes note of resolution 65/1, paras. 1 and 2 (a)',
    ),
    'A/RES/66/1',
  )
  const naming = async (paragraph: string) => (await register.citations.citedBy('A/RES/65/1', { paragraph })).total
  expect([await naming('1'), await naming('2'), await naming('2(a)'), await naming('3')]).toEqual([1, 2, 1, 0])
  const own = async (paragraph: string) => (await register.citations.citing('A/RES/66/1', { paragraph })).total
  expect([await own('1'), await own('2')]).toEqual([1, 0])
})

test('a newer version takes the place of the one before', async () => {
  await register.bring(resolution('65/1', 'Recalling its resolution 60/1', 'Requests a report'), 'A/RES/65/1')
  await register.bring(resolution('65/1', 'Recalling its resolution 61/2', 'Requests a report'), 'A/RES/65/1')
  const { rows } = await register.citations.citing('A/RES/65/1')
  expect(rows.flatMap(({ targets }) => targets.map(({ label }) => label))).toEqual(['A/RES/61/2'])
  expect(await register.ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
})

test('texts that were there before, or were read with other rules, are read at the next start', async () => {
  const deaf = await openRegister(place.database, 'deaf')
  await deaf.bring(sheet, 'E/RES/2012/19')
  // as the migration of a database with texts leaves it
  await sql`insert into citations.read_with (document, version, rules) values ('E/RES/2012/19', 1, '')`.execute(
    place.database,
  )
  expect(await register.citations.reRead()).toBe(1)
  expect(await register.citations.reRead()).toBe(0)
  expect((await register.citations.citing('E/RES/2012/19')).total).toBe(23)
  await sql`update citations.read_with set rules = 'older'`.execute(place.database)
  await sql`update citations.citations set label = 'as older rules said'`.execute(place.database)
  expect(await register.citations.reRead()).toBe(1)
  expect(await register.ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
})

test.each([
  ['a row taken away', sql`delete from citations.citations where n = 5`, 'differs'],
  ['a target changed', sql`update citations.citations set key = 'A/RES/1/1' where n = 5`, 'differs'],
  ['a name added', sql`insert into citations.names values ('A/RES/1/1', 'E/RES/2012/19', '')`, 'differs'],
  ['a text forgotten', sql`delete from citations.read_with`, 'not-read'],
])('verify finds %s', async (_, change, code) => {
  await register.bring(sheet, 'E/RES/2012/19')
  await change.execute(place.database)
  const { crossFaults } = await register.ledger.verify()
  expect(crossFaults).toMatchObject([{ module: 'citations', code }])
  expect(crossFaults.map(register.ledger.sayFault)[0]).toContain('E/RES/2012/19')
})

test('texts listed once each, by body, by times and by place', async () => {
  await register.bring(report, 'E/2011/30')
  await register.bring(sheet, 'E/RES/2012/19')
  const list = async (order: 'body' | 'times' | 'place') =>
    (await register.citations.texts('cited', 'E/2011/30', { order }))!
  const byBody = await list('body')
  const bodies = byBody.rows.map(({ target }) => target.body)
  expect(bodies.filter((body, i) => body !== bodies[i - 1])).toEqual([...new Set(bodies)])
  expect(bodies.at(-1)).toBeNull()
  const byTimes = await list('times')
  expect(byTimes.rows.map(({ times }) => times)).toEqual(byTimes.rows.map(({ times }) => times).sort((a, b) => b - a))
  expect(byTimes.rows.reduce((sum, { times }) => sum + times, 0)).toBe(byTimes.places)
  expect(byTimes.rows).toHaveLength(byTimes.texts)
  expect((await list('place')).rows[0]?.target.label).toBe('A/RES/56/119')

  const citing = await register.citations.texts('citing', 'E/2011/30')
  expect(citing).toMatchObject({
    texts: 1,
    places: 4,
    rows: [{ times: 4, target: { found: { document: 'E/RES/2012/19' } } }],
  })
  expect(citing?.rows[0]?.places.map(({ place }) => place.path ?? place.recital)).toEqual([10, 12, 10, '11'])
  expect(await register.citations.texts('citing', 'E/RES/1999/1')).toBeNull()
  // within the report, one resolution rests on another
  const unit = await register.citations.texts('cited', 'E/2011/30', { unit: 'D/Resolution 20/3' })
  expect(unit?.rows.some(({ target }) => target.label === commission('19/1'))).toBe(true)
})

test('the slips of the source are told as the reader notes them', async () => {
  await register.bring(report, 'E/2011/30')
  expect(await register.citations.slips('E/2011/30')).toMatchObject([
    { code: 'treaty-year-contradicts', facts: { written: '1954' } },
  ])
})
