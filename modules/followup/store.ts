import { type Insertable, sql } from 'kysely'
import type { Lying } from '#modules/parties'
import type { Database, Transaction } from '#platform/database'
import type { Implementation } from './dossier.ts'
import type { Followable } from './followable.ts'
import { partsOf } from './followable.ts'
import type { DossierRow, EvidenceRow, ReplyRow, Tables, UpdateRow } from './store-rows.ts'

/** The row of a dossier, made where nobody has done anything with it yet. */
export async function openDossier(transaction: Transaction, asked: Followable, at: Date): Promise<DossierRow> {
  const { holder, n } = partsOf(asked.id)!
  await sql`insert into followup.dossiers (kind, holder, n, opened, opened_at)
    values (${asked.kind}, ${holder}, ${n}, ${JSON.stringify(asked)}::jsonb, ${at})
    on conflict (kind, holder, n) do nothing`.execute(transaction)
  return (await dossierRow(transaction, asked.id))!
}

export async function dossierRow(database: Database, id: string): Promise<DossierRow | null> {
  const parts = partsOf(id)
  if (!parts) return null
  const row = await database
    .withTables<Tables>()
    .selectFrom('followup.dossiers')
    .selectAll()
    .where('holder', '=', parts.holder)
    .where('n', '=', parts.n)
    .executeTakeFirst()
  return row ?? null
}

export async function replyRow(database: Database, dossier: string, actor: string): Promise<ReplyRow | null> {
  const row = await database
    .withTables<Tables>()
    .selectFrom('followup.replies')
    .selectAll()
    .where('dossier', '=', dossier)
    .where('actor', '=', actor)
    .executeTakeFirst()
  return row ?? null
}

/** The reply of an actor, made where there is none, held until the act ends. `given`: it was not asked by name. */
export async function holdReply(
  transaction: Transaction,
  dossier: string,
  actor: string,
  given = false,
): Promise<ReplyRow> {
  const db = transaction.withTables<Tables>()
  const made = { dossier, actor, given } as Insertable<Tables['followup.replies']>
  await db
    .insertInto('followup.replies')
    .values(made)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return db
    .selectFrom('followup.replies')
    .selectAll()
    .where('dossier', '=', dossier)
    .where('actor', '=', actor)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function countAct(transaction: Transaction, reply: string): Promise<void> {
  await sql`update followup.replies set acts = acts + 1 where key = ${reply}`.execute(transaction)
}

export async function layReply(transaction: Transaction, reply: string, { answers, chain }: Lying): Promise<void> {
  await sql`update followup.replies set answers = ${answers}::bigint, chain = ${chain}::bigint[],
    holds = ${chain.at(-1) ?? answers}::bigint where key = ${reply}`.execute(transaction)
}

/** A row of one of the tables that are only added to. Returns its key. */
async function add(
  transaction: Transaction,
  table: string,
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  const columns = Object.keys(values)
  const { rows } = await sql<{ key: string }>`
    insert into ${sql.table(`followup.${table}`)} (${sql.join(columns.map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(values))}) returning key`.execute(transaction)
  return rows[0]!.key
}

interface Doing {
  readonly by: string
  readonly at: Date
}

export const addHandover = (
  t: Transaction,
  row: Doing & {
    reply: string
    act: string
    from_person: string | null
    to_person: string | null
    reason: string | null
  },
) => add(t, 'handovers', { ...row })

export const addUpdate = (t: Transaction, row: Omit<UpdateRow, 'key'>) => add(t, 'updates', { ...row })

export const addEvidenceRow = (
  t: Transaction,
  row: Partial<EvidenceRow> & Pick<EvidenceRow, 'update' | 'kind' | 'title'>,
) => add(t, 'evidence', row)

export const addWithdrawal = (
  t: Transaction,
  row: Doing & { update: string | null; evidence: string | null; reason: string | null },
) => add(t, 'withdrawals', { ...row })

export const addNote = (t: Transaction, row: Doing & { dossier: string; text: string }) => add(t, 'notes', { ...row })

export const addWatch = (t: Transaction, row: { dossier: string; person: string; watching: boolean; at: Date }) =>
  add(t, 'watches', { ...row })

export const addAssessment = (
  t: Transaction,
  row: Doing & { dossier: string; reply: string | null; replaces: string | null; finding: string; narrative: string },
) => add(t, 'assessments', { ...row })

export async function addClearance(transaction: Transaction, update: string, { by, at }: Doing): Promise<string> {
  await sql`insert into followup.clearances (update, by, at) values (${update}, ${by}, ${at})`.execute(transaction)
  return update
}

/** That an update says a submission was sent. */
export async function addSubmitted(
  transaction: Transaction,
  update: string,
  submission: string,
  { by, at }: Doing,
): Promise<string> {
  await sql`insert into followup.submitted (update, submission, by, at)
    values (${update}, ${submission}, ${by}, ${at})`.execute(transaction)
  return update
}

/** The assessment of the same thing that nothing took the place of. */
export async function standingAssessment(
  t: Transaction,
  dossier: string,
  reply: string | null,
): Promise<string | null> {
  const { rows } = await sql<{ key: string }>`
    select a.key from followup.assessments a where a.dossier = ${dossier} and a.reply is not distinct from ${reply}::bigint
    and not exists (select from followup.assessments later where later.replaces = a.key)
    order by a.key desc limit 1`.execute(t)
  return rows[0]?.key ?? null
}

/** Dossiers whose status is worked out anew: one at a time, in the order they are given. */
export async function holdDossier(transaction: Transaction, dossier: string): Promise<void> {
  await sql`select key from followup.dossiers where key = ${dossier} for no key update`.execute(transaction)
}

/** What a reply says now: the newest day of what stands published. */
export async function refreshReply(transaction: Transaction, reply: string): Promise<void> {
  await sql`
    update followup.replies r set status = coalesce(said.status, 'no_information'), acceptance = said.acceptance,
      as_of = said.as_of
    from (select ${reply}::bigint as key) one left join followup.said said on said.reply = one.key
    where r.key = one.key`.execute(transaction)
}

export async function saidIn(transaction: Transaction, dossier: string): Promise<Implementation[]> {
  const rows = await transaction
    .withTables<Tables>()
    .selectFrom('followup.replies')
    .select('status')
    .where('dossier', '=', dossier)
    .where('status', '<>', 'no_information')
    .execute()
  return rows.map(({ status }) => status)
}

export async function setStatus(transaction: Transaction, dossier: string, status: Implementation): Promise<void> {
  await sql`update followup.dossiers set status = ${status} where key = ${dossier} and status <> ${status}`.execute(
    transaction,
  )
}
