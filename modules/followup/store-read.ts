import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Update } from './dossier.ts'
import type { Places } from './followable.ts'
import type { AssessmentRow, DossierRow, EvidenceRow, ReplyRow, Tables, UpdateRow } from './store-rows.ts'

export interface UpdateNow extends UpdateRow {
  readonly state: Update['state']
  readonly cleared_by: string | null
  readonly cleared_at: Date | null
  readonly withdrawn_by: string | null
  readonly withdrawn_at: Date | null
  readonly withdrawn_why: string | null
  readonly submission: string | null
}

export interface EvidenceNow extends EvidenceRow {
  readonly withdrawn_by: string | null
  readonly withdrawn_at: Date | null
  readonly withdrawn_why: string | null
}

export interface HandoverRow {
  readonly reply: string
  readonly act: string
  readonly from_person: string | null
  readonly to_person: string | null
  readonly reason: string | null
  readonly by: string
  readonly at: Date
}

/** Everything kept of some dossiers, as rows. */
export interface Kept {
  readonly dossiers: readonly DossierRow[]
  readonly replies: readonly ReplyRow[]
  readonly updates: readonly UpdateNow[]
  readonly evidence: readonly EvidenceNow[]
  readonly assessments: readonly AssessmentRow[]
  readonly handovers: readonly HandoverRow[]
}

export async function keptAt(database: Database, { holders, ns }: Places): Promise<Kept> {
  const db = database.withTables<Tables>()
  const { rows: dossiers } = await sql<DossierRow>`
    select d.* from unnest(${holders}::text[], ${ns}::int[]) as given (holder, n)
    join followup.dossiers d on d.holder = given.holder and d.n = given.n`.execute(database)
  if (dossiers.length === 0) {
    return { dossiers, replies: [], updates: [], evidence: [], assessments: [], handovers: [] }
  }
  const keys = dossiers.map(({ key }) => key)
  const replies = await db
    .selectFrom('followup.replies')
    .selectAll()
    .where('dossier', 'in', keys)
    .orderBy('actor')
    .execute()
  const mine = replies.map(({ key }) => key)
  const [updates, evidence, assessments, handovers] = await Promise.all([
    sql<UpdateNow>`select * from followup.updates_now where reply = any(${mine}::bigint[])
      order by as_of desc, key desc`.execute(database),
    sql<EvidenceNow>`select e.*, w.by as withdrawn_by, w.at as withdrawn_at, w.reason as withdrawn_why
      from followup.updates u join followup.evidence e on e.update = u.key
      left join followup.withdrawals w on w.evidence = e.key
      where u.reply = any(${mine}::bigint[]) order by e.key`.execute(database),
    db.selectFrom('followup.assessments').selectAll().where('dossier', 'in', keys).orderBy('key', 'desc').execute(),
    sql<HandoverRow>`select * from followup.handovers where reply = any(${mine}::bigint[]) order by key`.execute(
      database,
    ),
  ])
  return {
    dossiers,
    replies,
    updates: updates.rows,
    evidence: evidence.rows,
    assessments,
    handovers: handovers.rows,
  }
}

export function notesOf(database: Database, dossier: string) {
  return database
    .withTables<Tables>()
    .selectFrom('followup.notes')
    .select(['key', 'text', 'by', 'at'])
    .where('dossier', '=', dossier)
    .orderBy('key', 'desc')
    .execute()
}

export async function isWatched(database: Database, dossier: string, person: string): Promise<boolean> {
  const row = await database
    .withTables<Tables>()
    .selectFrom('followup.watches')
    .select('watching')
    .where('dossier', '=', dossier)
    .where('person', '=', person)
    .orderBy('key', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.watching ?? false
}

/** The update that says a submission was sent, and the one of a reply that stands. */
export async function updateOfSubmission(database: Database, submission: string): Promise<string | null> {
  const { rows } = await sql<{ update: string }>`
    select update from followup.submitted where submission = ${submission}`.execute(database)
  return rows[0]?.update ?? null
}

export async function standingSubmitted(database: Database, reply: string): Promise<string | null> {
  const { rows } = await sql<{ key: string }>`select key from followup.updates_now
    where reply = ${reply} and submission is not null and state = 'published' order by key desc limit 1`.execute(
    database,
  )
  return rows[0]?.key ?? null
}

/** An update as it stands, with whose it is. */
export async function updateNow(
  database: Database,
  key: string,
): Promise<(UpdateNow & { actor: string; dossier: string; holder: string; n: number }) | null> {
  if (!/^\d{1,18}$/.test(key)) return null
  const { rows } = await sql<UpdateNow & { actor: string; dossier: string; holder: string; n: number }>`
    select u.*, r.actor, r.dossier, d.holder, d.n from followup.updates_now u
    join followup.replies r on r.key = u.reply join followup.dossiers d on d.key = r.dossier
    where u.key = ${key}`.execute(database)
  return rows[0] ?? null
}

export async function evidenceNow(database: Database, key: string): Promise<EvidenceNow | null> {
  if (!/^\d{1,18}$/.test(key)) return null
  const { rows } = await sql<EvidenceNow>`
    select e.*, w.by as withdrawn_by, w.at as withdrawn_at, w.reason as withdrawn_why
    from followup.evidence e left join followup.withdrawals w on w.evidence = e.key where e.key = ${key}`.execute(
    database,
  )
  return rows[0] ?? null
}
