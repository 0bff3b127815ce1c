import { type Clause, type GivenClause, readMandates } from '@resolute/reader'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anybody, type Visitor } from '#platform/access'
import { type TestDatabase, testDatabase } from '#platform/testing'
import type { Mandates, ReadingResult } from './index.ts'
import { now, officer, openRegister, sample } from './testing/open-register.ts'

let place: TestDatabase
let rooms: Awaited<ReturnType<typeof openRegister>>
let mandates: Mandates

beforeEach(async () => {
  place = await testDatabase()
  rooms = await openRegister(place.database)
  mandates = rooms.mandates
  await rooms.bring(sample)
})
afterEach(() => place.close())

const id = 'E/RES/2012/19#4'
/** What the rules read in it. */
const all = ['/1 UNODC', '/2 Member States', '/3 interested international organizations', '/4 UNODC']

const found = async (mandate = id) => (await mandates.mandate(mandate))!
const request = async (mandate = id) => ({ seen: (await found(mandate)).mandate.reading.seen, note: '' })
const done = (result: ReadingResult) => {
  if ('refused' in result) throw new Error(JSON.stringify(result))
  return result
}
const refusal = (result: ReadingResult) => ('refused' in result ? result : null)
const asked = async (mandate = id) =>
  (await found(mandate)).obligations.map((one) => `${one.id.slice(one.id.lastIndexOf('/'))} ${one.actorName}`)
const whole = async () => expect(await rooms.ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })

/** A clause as it stands in a form. */
const given = ({
  verb,
  inherited,
  force,
  addressees,
  action,
  conditions,
  timings,
  reporting,
}: Clause): GivenClause => ({
  ...{ verb, inherited, force, action, conditions, timings, reporting },
  addressees: addressees.map(({ asWritten, name, class: group }) => ({ asWritten, name, class: group })),
})

describe('accepting', () => {
  test('makes the rules’ reading a person’s, with the same obligations', async () => {
    const before = await found()
    const { mandate, obligations } = done(await mandates.acceptReading(officer, id, await request()))
    expect(mandate.reading).toMatchObject({
      state: 'accepted',
      look: null,
      person: { by: 'person:7' },
    })
    expect(obligations).toEqual(before.obligations.map((one) => ({ ...one, by: 'person:7', certainty: 1 })))
    expect(mandate.clauses.every(({ by, certainty }) => by === 'person:7' && certainty === 1)).toBe(true)
    await whole()
  })
  test('is the officers’ to do', async () => {
    const focal: Visitor = { ...officer, grants: [{ role: 'focal-point', actor: 'cl' }] }
    expect(refusal(await mandates.acceptReading(anybody, id, await request()))).toMatchObject({
      refused: 'not-allowed',
      signIn: true,
    })
    expect(refusal(await mandates.markNoMandate(focal, id, await request()))).toMatchObject({
      refused: 'not-allowed',
      signIn: false,
    })
    expect(await mandates.readingHistory(id)).toEqual([])
  })
  test('of what changed meanwhile is refused, with what stands now', async () => {
    const early = await request()
    done(await mandates.markNoMandate(officer, id, early))
    expect(refusal(await mandates.acceptReading(officer, id, early))).toMatchObject({
      refused: 'reading-changed',
      mandate: { reading: { state: 'no-mandate' } },
    })
  })
  test('two officers at once: one of them is told', async () => {
    const early = await request()
    const results = await Promise.all([
      mandates.acceptReading(officer, id, early),
      mandates.markNoMandate(officer, id, early),
    ])
    expect(results.map((result) => 'refused' in result).sort()).toEqual([false, true])
    await whole()
  })
})

describe('correcting', () => {
  test('changes who is asked: the number goes with the actor, and is not given again', async () => {
    const { mandate } = await found()
    expect(await asked()).toEqual(all)
    const [first, second] = mandate.clauses.map(given)
    const others = [{ ...first!, addressees: [{ asWritten: null, name: 'UNICRI', class: null }] }, second!]
    done(await mandates.correctReading(officer, id, { ...(await request()), clauses: others }))
    expect(await asked()).toEqual(['/5 UNICRI', ...all.slice(1)])
    expect(await mandates.obligation(`${id}/1`)).toMatchObject({ actorName: 'UNODC', stands: false, dues: [] })
    expect((await found()).obligations[0]).toMatchObject({ by: 'person:7', certainty: 1, actor: 'unicri' })
    await whole()
    done(await mandates.withdrawCorrection(officer, id, await request()))
    expect(await asked()).toEqual(all)
    expect(await mandates.obligation(`${id}/5`)).toMatchObject({ actorName: 'UNICRI', stands: false })
    const again = { ...first!, addressees: [{ asWritten: null, name: 'WHO', class: null }] }
    done(await mandates.correctReading(officer, id, { ...(await request()), clauses: [again, second!] }))
    expect(await asked()).toEqual(['/6 WHO', ...all.slice(1)])
    expect((await mandates.readingHistory(id)).map(({ kind }) => kind)).toEqual(['corrected', 'withdrawn', 'corrected'])
    await whole()
  })
  test('a clause left out takes its obligation away, its words elsewhere and its dates', async () => {
    const { mandate } = await found()
    done(await mandates.correctReading(officer, id, { ...(await request()), clauses: [given(mandate.clauses[0]!)] }))
    expect(await asked()).toEqual(all.slice(0, 3))
    expect((await mandates.due({ body: 'CCPCJ', session: 22 })).map(({ path }) => path)).toEqual(['17'])
    expect((await mandates.obligations({ document: 'E/RES/2012/19' })).rows.map(({ id: one }) => one)).not.toContain(
      `${id}/4`,
    )
  })
  test('what is not in the text is refused, part by part', async () => {
    const { mandate } = await found()
    const wrong = {
      ...given(mandate.clauses[0]!),
      action: 'dance',
      conditions: [{ asWritten: 'at night', class: 'other' as const }],
    }
    expect(
      refusal(await mandates.correctReading(officer, id, { ...(await request()), clauses: [wrong] })),
    ).toMatchObject({
      refused: 'not-in-text',
      faults: [
        { clause: 0, part: 'action', code: 'not-in-text' },
        { clause: 0, part: 'condition', at: 0, code: 'not-in-text' },
      ],
    })
    expect(
      refusal(
        await mandates.correctReading(officer, id, { ...(await request()), clauses: [], note: 'x'.repeat(2001) }),
      ),
    ).toMatchObject({
      refused: 'too-long',
    })
  })
  test('may be tried before', async () => {
    const { mandate } = await found()
    const tried = await mandates.previewReading(id, mandate.clauses.slice(0, 1).map(given))
    expect('obligations' in tried && tried.obligations.map(({ actor }) => actor.name)).toEqual(
      all.slice(0, 3).map((line) => line.slice(3)),
    )
    expect(await asked()).toHaveLength(4)
  })
})

describe('a decision outlives', () => {
  /** Rules of a later version: no paragraph asks Member States any more, and each is read one clause shorter. */
  const newer = {
    fingerprint: 'newer',
    read: ((outline, person) =>
      readMandates(outline, (paragraph, rules) => person?.(paragraph, rules.slice(0, 1)) ?? null).map((reading) =>
        reading.rules
          ? { ...reading, rules: reading.rules.slice(0, 1) }
          : { ...reading, clauses: reading.clauses.slice(0, 1), obligations: reading.obligations.slice(0, 1) },
      )) satisfies typeof readMandates,
  }

  test('newer rules: it stands, the difference is told, the rules’ reading kept beside it', async () => {
    const { mandate } = await found()
    const [first, second] = mandate.clauses.map(given)
    const others = [{ ...first!, addressees: [{ asWritten: null, name: 'UNICRI', class: null }] }, second!]
    done(await mandates.correctReading(officer, id, { ...(await request()), clauses: others }))
    done(await mandates.markNoMandate(officer, 'E/RES/2012/19#5', await request('E/RES/2012/19#5')))
    const before = await asked()
    const later = await openRegister(place.database, newer)
    expect(await later.mandates.reRead()).toBe(1)
    expect(await later.mandates.reRead()).toBe(0)
    expect(await asked()).toEqual(before)
    expect((await found()).mandate.reading).toMatchObject({ state: 'corrected', look: 'rules-differ' })
    expect((await found()).mandate.reading.ruleClauses).toHaveLength(1)
    expect((await found()).mandate.reading.person?.ruleClauses).toHaveLength(2)
    expect((await found('E/RES/2012/19#5')).mandate).toMatchObject({ clauses: [], reading: { look: null } })
    const entries = await rooms.ledger.entries({ act: 'mandates.re-read' })
    expect(entries).toMatchObject([
      { who: 'system:rules', on: 'document:E/RES/2012/19', data: { version: 1, rules: 'newer' } },
    ])
    await whole()
    const waiting = await later.mandates.readings({ state: 'rules-differ' })
    expect(waiting.rows.map(({ mandate: { id: one } }) => one)).toEqual([id])
    done(await later.mandates.acceptReading(officer, id, await request()))
    expect((await found()).mandate.reading).toMatchObject({ state: 'accepted', look: null })
    await whole()
  })
  test('rules that read the same leave the ledger alone', async () => {
    const later = await openRegister(place.database, { fingerprint: 'newer', read: readMandates })
    expect(await later.mandates.reRead()).toBe(1)
    expect(await rooms.ledger.entries({ act: 'mandates.re-read' })).toEqual([])
  })
  test('rows that somebody changed are not read anew: the traces stay', async () => {
    done(await mandates.acceptReading(officer, id, await request()))
    await sql`update mandates.obligations set actor_name = 'Chile' where n = 1`.execute(place.database)
    const later = await openRegister(place.database, newer)
    expect(await later.mandates.reRead()).toBe(0)
    expect(refusal(await mandates.markNoMandate(officer, id, await request()))).toEqual({ refused: 'not-whole' })
    const { crossFaults } = await rooms.ledger.verify()
    expect(crossFaults.map(rooms.ledger.sayFault)).toEqual([expect.stringContaining('were changed afterwards')])
  })
  test('a new version with the same paragraph, numbers and all', async () => {
    done(
      await mandates.correctReading(officer, id, {
        ...(await request()),
        clauses: [given((await found()).mandate.clauses[0]!)],
      }),
    )
    await rooms.bring(`${sample}\n`)
    expect((await rooms.documents.document('E/RES/2012/19'))?.version.version).toBe(2)
    expect(await asked()).toEqual(all.slice(0, 3))
    done(await mandates.withdrawCorrection(officer, id, await request()))
    expect(await asked()).toEqual(all)
    await whole()
  })
  test('not a change of the paragraph itself: that needs a look', async () => {
    done(await mandates.markNoMandate(officer, id, await request()))
    expect(await asked()).toEqual([])
    const at = sample.indexOf('twenty-second session')
    await rooms.bring(`${sample.slice(0, at)}twenty-third session${sample.slice(at + 'twenty-second session'.length)}`)
    expect(await asked()).toEqual(all)
    expect((await found()).mandate.reading).toMatchObject({ look: 'text-changed', person: { kind: 'no-mandate' } })
    expect((await mandates.readings({ state: 'text-changed' })).total).toBe(1)
    done(await mandates.withdrawCorrection(officer, id, await request()))
    expect((await found()).mandate.reading).toMatchObject({ look: null, person: null })
    await whole()
  })
})

test('what was decided cannot be changed, and a row beside the ledger is found', async () => {
  done(await mandates.acceptReading(officer, id, await request()))
  await expect(sql`update mandates.person_readings set note = 'x'`.execute(place.database)).rejects.toThrow(
    'append-only',
  )
  await expect(sql`delete from mandates.person_readings`.execute(place.database)).rejects.toThrow('append-only')
  await sql`insert into mandates.person_readings (document, unit, path, text_hash, text, context, kind, clauses,
      rule_clauses, rules, note, by, at)
    select document, unit, path, text_hash, text, context, 'no-mandate', '[]', rule_clauses, rules, '', 'nobody', ${now()}
    from mandates.person_readings`.execute(place.database)
  const { crossFaults } = await rooms.ledger.verify()
  expect(crossFaults.map(rooms.ledger.sayFault)).toEqual([expect.stringContaining('which the ledger does not tell of')])
})
