import { sql } from 'kysely'
import type { Due } from '#modules/calendar'
import type { DocumentVersion } from '#modules/documents'
import type { Database, Transaction } from '#platform/database'
import type { Numbered } from './numbering.ts'
import type { MandateRecord, ObligationRecord } from './register.ts'
import { firstDay, type Worked } from './store.ts'
import type { PersonReadingRow, Tables } from './store-rows.ts'
import type { Duty } from './working-out.ts'

/** Which rules a version was read with. Held to the end of the transaction: imports and decisions of a document wait here. */
export async function holdReading(
  transaction: Transaction,
  document: string,
): Promise<{ version: number; rules: string } | null> {
  const db = transaction.withTables<Tables>()
  await db
    .insertInto('mandates.read_with')
    .values({ document, version: 0, rules: '' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await db
    .selectFrom('mandates.read_with')
    .select(['version', 'rules'])
    .where('document', '=', document)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.version === 0 ? null : row
}

export async function noteReading(
  transaction: Transaction,
  document: string,
  version: number,
  rules: string,
): Promise<void> {
  const db = transaction.withTables<Tables>()
  await db.updateTable('mandates.read_with').set({ version, rules }).where('document', '=', document).execute()
}

/** Every number an obligation of a document ever had, those of newer versions first. */
export async function numbersOf(
  transaction: Transaction,
  document: string,
): Promise<ReadonlyMap<string, readonly Numbered[]>> {
  const { rows } = await sql<Numbered & { id: string }>`
    select m.id, o.n, o.kind, o.actor_name as "actorName", o.action, (m.superseded_by is null and o.stands) as latest
    from mandates.obligations o join mandates.mandates m on m.key = o.mandate
    where m.document = ${document} order by m.version desc, o.n`.execute(transaction)
  return Map.groupBy(rows, ({ id }) => id)
}

/** All that persons decided about a document, the latest first. */
export function personReadingsOf(database: Database, document: string) {
  return database
    .withTables<Tables>()
    .selectFrom('mandates.person_readings')
    .selectAll()
    .where('document', '=', document)
    .orderBy('key', 'desc')
    .execute()
}

export async function insertPersonReading(
  transaction: Transaction,
  row: Omit<PersonReadingRow, 'key'>,
): Promise<string> {
  const json = (value: unknown) => sql<never>`${value === null ? null : JSON.stringify(value)}::jsonb`
  const { key } = await transaction
    .withTables<Tables>()
    .insertInto('mandates.person_readings')
    .values({
      ...row,
      context: json(row.context),
      clauses: json(row.clauses),
      rule_clauses: json(row.rule_clauses),
    })
    .returning('key')
    .executeTakeFirstOrThrow()
  return key
}

/** How readings are kept. */
export interface Keeping {
  /** When an obligation is due. */
  due(duty: Duty): readonly Due[]
  /** Nothing of this document was kept before. */
  readonly isNew: boolean
}

/**
 * Keeps mandates and obligations of one version as they are read now, whether they were kept before or not, with the
 * first day they are due. What is asked no more keeps its row and number, and stands no more; dues are left to be
 * added. Returns the obligations that stand, in the order given.
 */
export async function keepReadings(
  transaction: Transaction,
  { document, version }: Pick<DocumentVersion, 'document' | 'version'>,
  records: readonly MandateRecord[],
  { due, isNew }: Keeping,
): Promise<readonly Worked[]> {
  const mandates = records.map(mandateValues)
  const { rows } = await sql<{ key: string; id: string }>`
    insert into mandates.mandates as m (document, version, id, unit, unit_title, path, text, context, organ, adopted,
      session_body, session_number, clauses, position, rule_clauses, text_hash, certainty, doubts, state, look,
      person_reading)
    select ${document}, ${version}, id, unit, unit_title, path, text, context, organ, adopted, session_body,
      session_number, clauses, position, rule_clauses, text_hash, certainty, doubts, state, look, person_reading
    from jsonb_to_recordset(${JSON.stringify(mandates)}::jsonb) as given (position int, id text, unit text,
      unit_title text, path text, text text, context jsonb, organ text, adopted date, session_body text,
      session_number int, clauses jsonb, rule_clauses jsonb, text_hash text, certainty double precision, doubts text[],
      state text, look text, person_reading bigint)
    order by position
    on conflict (document, version, id) do update set clauses = excluded.clauses, position = excluded.position,
      rule_clauses = excluded.rule_clauses, text_hash = excluded.text_hash, certainty = excluded.certainty,
      doubts = excluded.doubts, state = excluded.state, look = excluded.look, person_reading = excluded.person_reading,
      organ = excluded.organ, unit_title = excluded.unit_title, adopted = excluded.adopted,
      session_body = excluded.session_body, session_number = excluded.session_number
    returning key, id`.execute(transaction)
  const keys = new Map(rows.map(({ id, key }) => [id, key]))
  const asked = records.flatMap(({ id, context, obligations }) =>
    obligations.map((obligation) => {
      const { timings, actor, toWhom } = obligation
      const dues = due({ timings, context, concerned: [actor.name, ...toWhom] })
      return { obligation, dues, mandate: keys.get(id)! }
    }),
  )
  const values = asked.map(({ obligation, dues, mandate }) => ({
    ...obligationValues(obligation, mandate),
    first_due: firstDay(dues),
  }))
  const kept = await sql<{ key: string; mandate: string; n: number }>`
    insert into mandates.obligations (mandate, n, kind, force, actor, actor_name, actor_as_written, action, subject,
      to_whom, conditions, timings, continuing, links, by, certainty, position, restrictions, money, life, first_due)
    select mandate, n, kind, force, actor, actor_name, actor_as_written, action, subject, to_whom, conditions, timings,
      continuing, links, by, certainty, position, restrictions, money, life, first_due
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as given (mandate bigint, n int,
      kind text, force text, actor text, actor_name text, actor_as_written text, action text, subject text,
      to_whom jsonb, conditions jsonb, timings jsonb, continuing boolean, links jsonb, by text,
      certainty double precision, position int, restrictions jsonb, money jsonb, life jsonb, first_due date)
    order by mandate, position
    on conflict (mandate, n) do update set kind = excluded.kind, force = excluded.force, actor = excluded.actor,
      actor_name = excluded.actor_name, actor_as_written = excluded.actor_as_written, action = excluded.action,
      subject = excluded.subject, to_whom = excluded.to_whom, conditions = excluded.conditions,
      timings = excluded.timings, continuing = excluded.continuing, links = excluded.links, by = excluded.by,
      certainty = excluded.certainty, position = excluded.position, restrictions = excluded.restrictions,
      money = excluded.money, life = excluded.life, first_due = excluded.first_due, stands = true
    returning key, mandate, n`.execute(transaction)
  if (!isNew) await endOthers(transaction, [...keys.values()], kept.rows)
  const key = new Map(kept.rows.map((row) => [`${row.mandate}/${row.n}`, row.key]))
  return asked.map(({ obligation: { n }, dues, mandate }) => ({ key: key.get(`${mandate}/${n}`)!, dues }))
}

async function endOthers(transaction: Transaction, mandates: readonly string[], kept: readonly { key: string }[]) {
  const ours = sql`o.mandate = any(${mandates}::bigint[])`
  await sql`
    delete from mandates.dues using mandates.obligations o
    where dues.obligation = o.key and ${ours}`.execute(transaction)
  await sql`
    update mandates.obligations o set stands = false, first_due = null
    where ${ours} and o.stands and o.key <> all(${kept.map(({ key }) => key)}::bigint[])`.execute(transaction)
}

function mandateValues({ id, unit, unitTitle, organ, context, reading, ...rest }: MandateRecord) {
  return {
    id,
    unit,
    unit_title: unitTitle,
    path: reading.path,
    text: reading.text,
    context: reading.context,
    organ,
    adopted: context.adopted,
    session_body: context.session?.body ?? null,
    session_number: context.session?.number ?? null,
    clauses: reading.clauses,
    rule_clauses: reading.rules ?? reading.clauses,
    position: rest.position,
    text_hash: rest.textHash,
    certainty: rest.certainty,
    doubts: rest.doubts,
    state: rest.state,
    look: rest.look,
    person_reading: rest.personReading,
  }
}

function obligationValues(record: ObligationRecord, mandate: string) {
  const { actor, actorId, toWhom, ...rest } = record
  return {
    ...rest,
    mandate,
    actor: actorId,
    actor_name: actor.name,
    actor_as_written: actor.asWritten,
    to_whom: toWhom,
  }
}

/** Documents whose standing version was read with other rules than these. */
export async function readOtherwise(database: Database, rules: string): Promise<readonly string[]> {
  const rows = await database
    .withTables<Tables>()
    .selectFrom('mandates.read_with')
    .select('document')
    .where('rules', '<>', rules)
    .where('version', '>', 0)
    .orderBy('document')
    .execute()
  return rows.map(({ document }) => document)
}
