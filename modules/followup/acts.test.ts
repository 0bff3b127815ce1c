import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anybody, type Visitor } from '#platform/access'
import type { Transaction } from '#platform/database'
import { openFiles } from '#platform/files'
import { crossCheck } from './cross-check.ts'
import type { EvidenceGiven, Refusal, UpdateWords } from './index.ts'
import { type FollowedRooms, followedRooms } from './testing/rooms.ts'

const now = () => new Date('2013-02-01T09:00:00Z')

let rooms: FollowedRooms
let mission: Visitor
let colleague: Visitor
let ministry: Visitor
let agency: Visitor
let unodc: Visitor
let officer: Visitor
let evaluator: Visitor
/** Obligations of Member States, each used by one test. */
let free: string[] = []
/** One asked of the Secretary-General alone. */
let ofOne = ''

const words = (given: Partial<UpdateWords> = {}): UpdateWords => ({
  status: 'in_progress',
  asOf: '2013-01-15',
  narrative: 'A working group was set up.',
  language: 'en',
  ...given,
})

const bytes = (text: string | Uint8Array) =>
  (async function* () {
    yield typeof text === 'string' ? new TextEncoder().encode(text) : text
  })()

const fileOf = (text: string | Uint8Array, name = 'law.txt'): EvidenceGiven => ({
  title: 'The law',
  content: { kind: 'file', name, bytes: bytes(text) },
})

/** What was done; throws where it was refused. */
function done<T extends object>(result: T | Refusal): T {
  if ('refused' in result) throw new Error(JSON.stringify(result))
  return result
}

beforeAll(async () => {
  rooms = await followedRooms(now)
  mission = await rooms.person('focal-point', 'cl', 'Permanent Mission')
  colleague = await rooms.person('focal-point', 'cl', 'Permanent Mission')
  ministry = await rooms.person('focal-point', 'cl', 'Ministry of Justice')
  agency = await rooms.person('focal-point', 'cl', 'Agency')
  unodc = await rooms.person('focal-point', 'unodc')
  officer = await rooms.person('officer')
  evaluator = await rooms.person('evaluator')
  const { rows } = await rooms.mandates.obligations({ limit: 500 })
  free = rows.filter(({ actor, force }) => actor === 'member-states' && force !== 'recommendation').map(({ id }) => id)
  ofOne = rows.find(({ document, path }) => document === 'E/RES/2012/19' && path === '17')!.id
})
afterAll(() => rooms.close())

describe('from hand to hand', () => {
  test('mission, ministry, agency and back; the colleague of the mission clears too', async () => {
    const target = { id: free.pop()!, actor: 'cl' }
    const { followup } = rooms
    done(await followup.handOn(mission, { ...target, person: ministry.person! }))
    expect(await followup.handOn(mission, { ...target, person: agency.person! })).toEqual({ refused: 'held-elsewhere' })
    done(await followup.handOn(ministry, { ...target, person: agency.person!, reason: 'Yours' }))
    const draft = done(await followup.recordUpdate(agency, { ...target, update: words() }))
    expect(await followup.takeBack(unodc, target)).toMatchObject({ refused: 'not-allowed' })
    done(await followup.takeBack(ministry, { ...target, person: ministry.person! }))
    expect(await followup.recordUpdate(agency, { ...target, update: words() })).toEqual({ refused: 'held-elsewhere' })
    expect(await followup.clear(ministry, { ...target, update: draft.update })).toEqual({
      refused: 'not-yours-to-clear',
    })
    done(await followup.clear(colleague, { ...target, update: draft.update }))
    done(await followup.takeBack(colleague, target))
    const [reply] = (await followup.dossier(target.id, mission))!.replies
    expect(reply).toMatchObject({ answers: mission.person, chain: [] })
    expect(reply?.handovers.map(({ act, to }) => [act, to])).toEqual([
      ['followup.hand-on', ministry.person],
      ['followup.hand-on', agency.person],
      ['followup.take-back', ministry.person],
      ['followup.take-back', mission.person],
    ])
    expect((await followup.dossier(target.id, officer))!.replies[0]?.handovers).toEqual([])
  })

  test('the office names who answers, also for an actor that was not asked by name', async () => {
    const { followup } = rooms
    const reported = { id: ofOne, actor: 'unodc', update: words() }
    expect(await followup.recordUpdate(unodc, reported)).toEqual({ refused: 'not-asked' })
    done(await followup.assign(officer, { id: ofOne, actor: 'unodc', person: unodc.person }))
    done(await followup.recordUpdate(unodc, { ...reported, send: true }))
    const listed = await followup.dossiers({ actor: 'unodc', status: 'in_progress' }, anybody)
    expect(listed.rows.map(({ asked }) => asked.id)).toEqual([ofOne])
    const mine = await followup.dossiers({ person: unodc.person! }, unodc)
    expect(mine.rows.map(({ asked }) => asked.id)).toEqual([ofOne])
    const wrong = await followup.assign(officer, { id: ofOne, actor: 'unodc', person: mission.person })
    expect(wrong).toEqual({ refused: 'invalid', errors: [{ field: 'person', code: 'no-such-person' }] })
    const to = await followup.concerned([ofOne])
    expect(to.get(ofOne)).toContainEqual({ person: unodc.person, why: 'answers', actor: 'unodc' })
  })
})

describe('what is reported', () => {
  test('is checked field by field, with everything that is wrong at once', async () => {
    const target = { id: free.pop()!, actor: 'cl' }
    const { followup } = rooms
    const update = words({ narrative: ' ', asOf: '2013-02-30', status: 'overtaken' })
    const evidence: EvidenceGiven[] = [{ title: 'x', content: { kind: 'link', url: 'javascript:alert(1)' } }]
    const refused = await followup.recordUpdate(mission, { ...target, update, evidence })
    if (!('refused' in refused) || refused.refused !== 'invalid') throw new Error('it was taken')
    expect(refused.errors.map(({ field, code }) => [field, code])).toEqual([
      ['reason', 'reason-needed'],
      ['as-of', 'no-such-day'],
      ['narrative', 'missing'],
      ['url', 'no-web-address'],
    ])
    const later = await followup.recordUpdate(mission, { ...target, update: words({ asOf: '2013-02-03' }) })
    expect(later).toMatchObject({ errors: [{ field: 'as-of', code: 'in-the-future' }] })
    expect((await followup.dossier(target.id, mission))?.replies).toEqual([])
  })

  test('a correction takes the place of what was said once it goes out; both stay', async () => {
    const target = { id: free.pop()!, actor: 'cl' }
    const { followup } = rooms
    const first = done(
      await followup.recordUpdate(mission, { ...target, update: words({ status: 'implemented' }), send: true }),
    )
    const goesBack = words({ status: 'not_started' })
    const corrects = { ...target, corrects: first.update }
    expect(await followup.recordUpdate(mission, { ...corrects, update: goesBack })).toMatchObject({
      errors: [{ field: 'reason', code: 'reason-needed' }],
    })
    const update = { ...goesBack, reason: 'The wrong paragraph was meant.' }
    const second = done(await followup.recordUpdate(mission, { ...corrects, update }))
    const states = async () => {
      const [reply] = (await followup.dossier(target.id, mission))!.replies
      return [reply?.status, reply?.updates.map(({ id, state }) => [id, state])]
    }
    expect(await states()).toEqual([
      'implemented',
      [
        [second.update, 'draft'],
        [first.update, 'published'],
      ],
    ])
    done(await followup.clear(mission, { ...target, update: second.update }))
    expect(await states()).toEqual([
      'not_started',
      [
        [second.update, 'published'],
        [first.update, 'replaced'],
      ],
    ])
    done(await followup.withdrawUpdate(mission, { ...target, update: second.update, reason: 'Said too early.' }))
    expect(await states()).toEqual([
      'no_information',
      [
        [second.update, 'withdrawn'],
        [first.update, 'replaced'],
      ],
    ])
    expect((await followup.statuses([target.id])).get(target.id)).toBeUndefined()
  })

  test('of several updates the one with the newest day speaks', async () => {
    const target = { id: free.pop()!, actor: 'cl' }
    const send = (update: UpdateWords) => rooms.followup.recordUpdate(mission, { ...target, update, send: true })
    done(await send(words({ status: 'implemented', asOf: '2013-01-20' })))
    const reason = 'What we did before.'
    done(await send(words({ status: 'in_progress', asOf: '2012-06-01', reason })))
    expect((await rooms.followup.dossier(target.id, anybody))?.replies[0]).toMatchObject({ status: 'implemented' })
  })

  test('the office writes down what an actor sent, and says so', async () => {
    const target = { id: free.pop()!, actor: 'pe' }
    done(await rooms.followup.recordUpdate(officer, { ...target, update: words() }))
    const [reply] = (await rooms.followup.dossier(target.id, anybody))!.replies
    expect(reply).toMatchObject({ actor: 'pe', updates: [{ onBehalf: true, state: 'published' }] })
  })

  test('a form sent twice at once, or again, is done once and answered alike', async () => {
    const target = { id: free.pop()!, actor: 'cl', once: 'form-0123456789abcdef' }
    const send = () => rooms.followup.recordUpdate(mission, { ...target, update: words() })
    const answers = await Promise.all([send(), send(), send()])
    answers.push(await send())
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect((await rooms.followup.dossier(target.id, mission))?.replies[0]?.updates).toHaveLength(1)
  })

  test('what changed since the page was shown is not written over', async () => {
    const target = { id: free.pop()!, actor: 'cl' }
    const both = [1, 2].map((n) =>
      rooms.followup.recordUpdate(mission, { ...target, seen: 0, update: words({ narrative: `Text ${n}` }) }),
    )
    const outcomes = await Promise.all(both)
    expect(outcomes.filter((outcome) => 'refused' in outcome)).toEqual([{ refused: 'changed-since' }])
  })
})

describe('evidence', () => {
  test('files by their own bytes, links, paragraphs; withdrawn it is seen no more', async () => {
    const target = { id: free.pop()!, actor: 'cl' }
    const { followup } = rooms
    const page = '<html><script>alert(1)</script></html>'
    const evidence: EvidenceGiven[] = [
      fileOf(page, 'report.pdf'),
      { title: 'Gazette', content: { kind: 'link', url: 'https://example.org/gazette' } },
      { title: 'Basis', content: { kind: 'paragraph', document: 'E/RES/2012/19', unit: 'E/RES/2012/19', path: '4' } },
    ]
    const { update } = done(await followup.recordUpdate(mission, { ...target, update: words(), evidence }))
    const [reply] = (await followup.dossier(target.id, mission))!.replies
    const [file] = reply!.updates[0]!.evidence
    expect(file?.content).toMatchObject({ kind: 'file', type: 'text/plain', name: 'report.pdf' })
    expect(await followup.evidenceFile(file!.id, anybody)).toBeNull()
    done(await followup.clear(mission, { ...target, update }))
    const open = await followup.evidenceFile(file!.id, anybody)
    expect(Buffer.concat(await open!.content.toArray()).toString()).toBe(page)
    done(await followup.withdrawEvidence(mission, { ...target, evidence: file!.id }))
    expect(await followup.evidenceFile(file!.id, anybody)).toBeNull()
    const titles = (await followup.dossier(target.id, anybody))!.replies[0]!.updates[0]!.evidence.map(
      ({ title }) => title,
    )
    expect(titles).toEqual(['Gazette', 'Basis'])
  })

  test.each<[string, EvidenceGiven, string]>([
    ['an archive', fileOf(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0])), 'type-not-taken'],
    ['a program', fileOf(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0])), 'type-not-taken'],
    ['nothing', fileOf(''), 'empty'],
    ['a file beyond the limit', fileOf(new Uint8Array(20 * 1024 * 1024 + 1)), 'too-large'],
    [
      'a link with a password',
      { title: 'x', content: { kind: 'link', url: 'https://a:b@example.org' } },
      'no-web-address',
    ],
    ['a file of this machine', { title: 'x', content: { kind: 'link', url: 'file:///etc/passwd' } }, 'no-web-address'],
    [
      'a paragraph that is not there',
      { title: 'x', content: { kind: 'paragraph', document: 'E/RES/2012/19', unit: 'E/RES/2012/19', path: '99' } },
      'no-such-paragraph',
    ],
  ])('%s is refused', async (_, given, code) => {
    const target = { id: free.at(-1)!, actor: 'cl' }
    const refused = await rooms.followup.recordUpdate(mission, { ...target, update: words(), evidence: [given] })
    expect(refused).toMatchObject({ refused: 'invalid', errors: [{ code }] })
  })
})

describe('the office', () => {
  test('notes are read by officers and evaluators alone, and no word of them is in the ledger', async () => {
    const id = free.pop()!
    const text = 'Ask again in private.'
    done(await rooms.followup.note(officer, { id, text }))
    expect((await rooms.followup.dossier(id, evaluator))?.notes.map((note) => note.text)).toEqual([text])
    for (const other of [anybody, mission, unodc]) {
      expect((await rooms.followup.dossier(id, other))?.notes).toEqual([])
      expect(await rooms.followup.note(other, { id, text })).toMatchObject({ refused: 'not-allowed' })
    }
    expect(JSON.stringify(await rooms.ledger.entries({ act: 'followup.note' }))).not.toContain('private')
  })

  test('an assessment stands beside what was reported and gives way to a later one', async () => {
    const id = free.pop()!
    const { followup } = rooms
    const given = { id, actor: null, finding: 'more_would_help', narrative: 'No figures.' } as const
    expect(await followup.assess(mission, given)).toMatchObject({ refused: 'not-allowed' })
    const first = done(await followup.assess(officer, given))
    const second = done(await followup.assess(evaluator, { ...given, finding: 'borne_out' }))
    const dossier = await followup.dossier(id, anybody)
    expect(dossier?.status).toBe('no_information')
    expect(dossier?.assessments.map(({ id: one, replacedBy }) => [one, replacedBy])).toEqual([
      [second.assessment, null],
      [first.assessment, second.assessment],
    ])
  })

  test('whoever is signed in may watch, and stop', async () => {
    const id = free.pop()!
    expect(await rooms.followup.watch(anybody, { id, watching: true })).toMatchObject({ signIn: true })
    done(await rooms.followup.watch(unodc, { id, watching: true }))
    expect((await rooms.followup.concerned([id])).get(id)).toEqual([
      { person: unodc.person, why: 'watches', actor: null },
    ])
    done(await rooms.followup.watch(unodc, { id, watching: false }))
    expect((await rooms.followup.concerned([id])).get(id)).toBeUndefined()
  })
})

test('several answered together: all or none, one entry', async () => {
  const ids = [free.pop()!, free.pop()!, free.pop()!]
  const entries = async () => (await rooms.ledger.entries({ act: 'followup.answer-several' })).length
  const bad = ids.map((id, i) => ({ id, update: words({ narrative: i === 1 ? '' : 'Done.' }) }))
  expect(await rooms.followup.answerSeveral(mission, { actor: 'cl', answers: bad, send: true })).toEqual({
    refused: 'invalid',
    errors: [{ field: `${ids[1]} narrative`, code: 'missing' }],
  })
  expect(await entries()).toBe(0)
  const answers = ids.map((id) => ({ id, update: words({ status: 'implemented' }) }))
  const { updates } = done(await rooms.followup.answerSeveral(mission, { actor: 'cl', answers, send: true }))
  expect(updates).toHaveLength(3)
  expect(await entries()).toBe(1)
  const said = await rooms.followup.dossiers({ actor: 'cl', status: 'implemented', limit: 100 }, anybody)
  expect(ids.every((id) => said.rows.some(({ asked }) => asked.id === id))).toBe(true)
})

test('what a correction takes from the register keeps its dossier, which takes nothing more', async () => {
  const target = { id: free.pop()!, actor: 'cl' }
  done(await rooms.followup.recordUpdate(mission, { ...target, update: words(), send: true }))
  const [mandate, n] = [target.id.slice(0, target.id.lastIndexOf('/')), target.id.slice(target.id.lastIndexOf('/') + 1)]
  const set = (stands: boolean) =>
    sql`update mandates.obligations o set stands = ${stands} from mandates.mandates m
      where m.key = o.mandate and m.id = ${mandate} and o.n = ${Number(n)}`.execute(rooms.place.database)
  await set(false)
  const dossier = await rooms.followup.dossier(target.id, anybody)
  expect(dossier).toMatchObject({
    stands: false,
    status: 'in_progress',
    asked: { id: target.id, actor: 'member-states' },
  })
  expect(await rooms.followup.recordUpdate(mission, { ...target, update: words() })).toEqual({ refused: 'gone' })
  done(await rooms.followup.note(officer, { id: target.id, text: 'It went.' }))
  await set(true)
})

describe('the record', () => {
  test('agrees with the ledger after all of this', async () => {
    const verdict = await rooms.ledger.verify()
    expect(verdict.faults).toEqual([])
    expect(verdict.crossFaults.map(rooms.ledger.sayFault)).toEqual([])
  })

  test.each([
    'handovers',
    'updates',
    'clearances',
    'evidence',
    'withdrawals',
    'assessments',
    'notes',
    'watches',
    'once',
  ])('the database refuses to change followup.%s', async (table) => {
    const { database } = rooms.place
    await expect(sql.raw(`delete from followup.${table}`).execute(database)).rejects.toThrow('append-only')
    await expect(sql.raw(`update followup.${table} set at = at`).execute(database)).rejects.toThrow('append-only')
    await expect(sql.raw(`truncate followup.${table} cascade`).execute(database)).rejects.toThrow('append-only')
  })

  test.each([
    ['updates', `update followup.updates set narrative = 'All done.' where key = 1`, 'changed'],
    ['notes', `delete from followup.notes where key = 1`, 'missing'],
    [
      'watches',
      `insert into followup.watches (dossier, person, watching, at) select dossier, person, true, at from followup.watches limit 1`,
      'without-entry',
    ],
    ['replies', `update followup.replies set status = 'implemented' where status = 'in_progress'`, 'status-differs'],
  ])('tampering with %s is found', async (table, statement, code) => {
    const { database } = rooms.place
    const transaction = await database.startTransaction().execute()
    await sql.raw(`set local session_replication_role = replica; ${statement}`).execute(transaction)
    const faults = []
    for await (const fault of crossCheck(rooms.platform.files).faults(transaction, rooms.ledger)) faults.push(fault)
    await transaction.rollback().execute()
    expect(
      faults.map((fault) => fault.code),
      table,
    ).toContain(code)
    expect(faults.map(rooms.ledger.sayFault).join()).not.toContain('undefined')
  })

  test('a file of evidence that is not there is named', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'no-files-'))
    const files = openFiles({ database: rooms.place.database, now, folder })
    const faults = []
    for await (const fault of crossCheck(files).faults(rooms.place.database as Transaction, rooms.ledger))
      faults.push(fault)
    rmSync(folder, { recursive: true })
    expect(faults).toMatchObject([{ code: 'file-missing', facts: { name: 'report.pdf' } }])
    expect(rooms.ledger.sayFault(faults[0]!)).toContain('report.pdf')
  })
})
