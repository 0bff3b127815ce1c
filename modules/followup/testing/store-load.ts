import { sql } from 'kysely'
import type { Database } from '#platform/database'

/**
 * For measurements: as many copies of a document that is in the register as are asked for, each with its mandates,
 * obligations and dates, and dossiers of its obligations in which every second one was reported on. Written past the
 * acts, so that a hundred thousand take seconds: the ledger knows nothing of them.
 */
export async function loadCopies(database: Database, document: string, copies: number): Promise<void> {
  const name = sql`${`${document} copy `} || i`
  await sql`
    insert into documents.documents (id, version) select ${name}, 1 from generate_series(1, ${copies}::int) i`.execute(
    database,
  )
  await sql`
    insert into documents.versions
    select (jsonb_populate_record(v, jsonb_build_object('document', ${name}, 'bytes', '', 'outline', '{"units": []}'::jsonb))).*
    from documents.versions v, generate_series(1, ${copies}::int) i
    where v.document = ${document} and v.version = 1`.execute(database)
  await sql`
    insert into mandates.mandates overriding system value
    select (jsonb_populate_record(m, jsonb_build_object('key', nextval(pg_get_serial_sequence('mandates.mandates', 'key')),
      'document', ${name}, 'unit', ${name}, 'id', ${name} || substr(m.id, length(${document}) + 1)))).*
    from mandates.mandates m, generate_series(1, ${copies}::int) i
    where m.document = ${document} and m.superseded_by is null`.execute(database)
  await sql`
    insert into mandates.obligations overriding system value
    select (jsonb_populate_record(o, jsonb_build_object('mandate', c.key,
      'key', nextval(pg_get_serial_sequence('mandates.obligations', 'key'))))).*
    from mandates.obligations o join mandates.mandates m on m.key = o.mandate and m.superseded_by is null
    join mandates.mandates c on c.document like ${`${document} copy %`}
      and substr(c.id, length(c.document) + 1) = substr(m.id, length(m.document) + 1)
    where m.document = ${document}`.execute(database)
  await sql`
    insert into mandates.dues
    select (jsonb_populate_record(d, jsonb_build_object('obligation', oc.key))).*
    from mandates.dues d join mandates.obligations o on o.key = d.obligation
    join mandates.mandates m on m.key = o.mandate and m.document = ${document} and m.superseded_by is null
    join mandates.mandates c on c.document like ${`${document} copy %`}
      and substr(c.id, length(c.document) + 1) = substr(m.id, length(m.document) + 1)
    join mandates.obligations oc on oc.mandate = c.key and oc.n = o.n`.execute(database)
  await sql`
    insert into followup.dossiers (kind, holder, n, opened, opened_at, status)
    select 'obligation', holder, n, '{}', now(), case when key % 2 = 0 then 'in_progress' else 'no_information' end
    from mandates.followables where document like ${`${document} copy %`}`.execute(database)
  await sql`
    insert into followup.replies (dossier, actor, status, as_of, acts)
    select key, 'cl', status, date '2013-01-01', 1 from followup.dossiers
    where status = 'in_progress' and holder like ${`${document} copy %`}`.execute(database)
  await sql`vacuum analyze`.execute(database)
}
