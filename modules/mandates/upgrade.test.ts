import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readMandates } from '@resolute/reader'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocumentVersion } from '#modules/documents'
import { migrate, type Transaction } from '#platform/database'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { mandateId } from './register.ts'
import { openRegister, sample } from './testing/open-register.ts'

let place: TestDatabase

beforeAll(async () => {
  place = await testDatabase()
})
afterAll(() => place.close())

/** The register as the version before readings by persons wrote it: its tables, its rows, its seal. */
async function asBefore(transaction: Transaction, { document, version, outline }: DocumentVersion) {
  const kept = readMandates(outline).filter(({ clauses }) => clauses.length > 0)
  await sql`update mandates.mandates set superseded_by = ${version} where superseded_by is null`.execute(transaction)
  let obligations = 0
  for (const { unit, path, text, context, clauses, obligations: asked } of kept) {
    const { rows } = await sql<{ key: string }>`
      insert into mandates.mandates (id, document, version, unit, path, text, context, adopted, clauses)
      values (${mandateId(document, unit, path)}, ${document}, ${version}, ${unit}, ${path}, ${text},
        ${JSON.stringify(context)}::jsonb, '2012-07-26', ${JSON.stringify(clauses)}::jsonb) returning key`.execute(
      transaction,
    )
    for (const [k, one] of asked.entries()) {
      // The rules of then did not see the last clause of paragraph 4.
      if (path === '4' && k === asked.length - 1) continue
      obligations++
      const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
      await sql`
        insert into mandates.obligations (mandate, n, kind, force, actor_name, actor_as_written, action, subject, to_whom,
          conditions, timings, continuing, links, by, certainty)
        values (${rows[0]!.key}, ${k + 1}, ${one.kind}, ${one.force}, ${one.actor.name}, ${one.actor.asWritten},
          ${one.action}, ${one.subject}, ${json(one.toWhom)}, ${json(one.conditions)}, ${json(one.timings)},
          ${one.continuing}, '[]', ${one.by}, ${one.certainty})`.execute(transaction)
    }
  }
  const { rows } = await sql<{ seal: string }>`
    select encode(sha256(convert_to(jsonb_agg(jsonb_build_array(
      m.id, m.unit, m.unit_title, m.path, m.text, m.context, m.organ, m.adopted, m.session_body, m.session_number,
      m.clauses,
      (select jsonb_agg(jsonb_build_array(
         o.kind, o.force, o.actor, o.actor_name, o.actor_as_written, o.action, o.subject, o.to_whom, o.conditions,
         o.timings, o.continuing, o.links, o.by, o.certainty) order by o.n)
       from mandates.obligations o where o.mandate = m.key)
    ) order by m.id)::text, 'UTF8')), 'hex') as seal
    from mandates.mandates m where m.document = ${document} and m.version = ${version}`.execute(transaction)
  return { mandates: kept.length, obligations, mandatesSeal: rows[0]!.seal }
}

test('data of the version before are brought up: new columns, new readings, the same ids, a content ledger', async () => {
  const { database } = place
  const folder = mkdtempSync(join(tmpdir(), 'resolute-migrations-'))
  for (const file of ['001-create.sql', '002-followables.sql']) {
    cpSync(new URL(`./migrations/${file}`, import.meta.url), join(folder, file))
  }
  await sql`drop schema mandates cascade`.execute(database)
  await sql`delete from platform.mandates_migrations`.execute(database)
  await migrate(database, [{ module: 'mandates', folder: pathToFileURL(`${folder}/`) }])
  rmSync(folder, { recursive: true })

  const { documents, ledger, bring } = await openRegister(database, 'none')
  documents.onVersion(asBefore)
  await bring(sample)
  await bring(`${sample}\n`)
  expect((await ledger.entries({ act: 'documents.import-text' })).length).toBe(2)

  await migrate(database, [{ module: 'mandates', folder: new URL('./migrations/', import.meta.url) }])
  const { mandates } = await openRegister(database)
  expect(await mandates.reRead()).toBe(1)
  expect(await mandates.reRead()).toBe(0)
  expect(await ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })

  const { mandate, obligations } = (await mandates.mandate('E/RES/2012/19#4'))!
  expect(obligations.map(({ id, actorName }) => [id, actorName])).toEqual([
    ['E/RES/2012/19#4/1', 'UNODC'],
    ['E/RES/2012/19#4/2', 'Member States'],
    ['E/RES/2012/19#4/3', 'interested international organizations'],
    ['E/RES/2012/19#4/4', 'UNODC'],
  ])
  expect(obligations.map(({ stands, money, life }) => [stands, money, life?.stage])).toEqual([
    [true, [], 'new'],
    [true, [], 'new'],
    [true, [], 'new'],
    [true, [], 'new'],
  ])
  expect(mandate.reading).toMatchObject({ look: null, person: null, ruleClauses: mandate.clauses })
  expect(obligations[3]?.dues[0]).toMatchObject({ state: 'dated', session: 22 })
  expect((await mandates.obligations({ life: 'renewed' })).total).toBeLessThan(
    (await mandates.obligations({ life: 'new' })).total,
  )
  expect(await ledger.entries({ act: 'mandates.re-read' })).toHaveLength(1)
})
