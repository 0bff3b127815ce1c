import { type SqlBool, sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { Call, CallLine, CallState, CallWords } from './call.ts'
import type { Form, IssuedForm } from './form.ts'

/** A call as the tables hold it, with the words that count and the version that is out. */
export interface CallRow {
  readonly key: string
  readonly id: string
  readonly state: CallState
  /** ISO day, fixed when the call opened. */
  readonly deadline: string | null
  readonly made_at: Date
  readonly opened_at: Date | null
  readonly closed_at: Date | null
  readonly acts: number
  readonly words: CallWords
  readonly version: number
}

interface CountedRow extends CallRow {
  readonly invited: number
  readonly answered: number
}

interface FormRow {
  readonly key: string
  readonly form: Form
  readonly by: string
  readonly at: Date
}

const columns = sql`c.key, c.id, c.state, c.deadline::text as deadline, c.made_at, c.opened_at, c.closed_at, c.acts,
  w.words, coalesce((select max(version) from submissions.issues where call = c.key), 0) as version`

const tables = sql`submissions.calls c cross join lateral (
  select words from submissions.call_words where call = c.key order by key desc limit 1) w`

/** A call by its id; null where there is none. */
export async function callRow(database: Database, id: string): Promise<CallRow | null> {
  const { rows } = await sql<CallRow>`select ${columns} from ${tables} where c.id = ${id}`.execute(database)
  return rows[0] ?? null
}

/** The same, held until the act ends: acts on one call come one after the other. */
export async function holdCall(transaction: Transaction, id: string): Promise<CallRow | null> {
  await sql`select key from submissions.calls where id = ${id} for no key update`.execute(transaction)
  return callRow(transaction, id)
}

/** The deadline of an open call is the day that was fixed when it opened. */
export const callOf = (row: CallRow): Call => ({
  id: row.id,
  state: row.state,
  words: row.deadline === null ? row.words : { ...row.words, deadline: row.deadline },
  version: row.version,
  madeAt: row.made_at.toISOString(),
  openedAt: row.opened_at?.toISOString() ?? null,
  closedAt: row.closed_at?.toISOString() ?? null,
  acts: row.acts,
})

const counted = sql`${columns},
  (select count(*)::int from submissions.invitations i where i.call = c.key and i.stands) as invited,
  (select count(*)::int from submissions.invitations i where i.call = c.key and i.stands and i.state = 'sent')
    as answered`

/** Calls with how many were invited and answered, newest first. */
export async function callRows(
  database: Database,
  filter: { readonly states: readonly CallState[]; readonly document?: string },
): Promise<readonly CallLine[]> {
  const ofDocument =
    filter.document === undefined
      ? sql<SqlBool>`true`
      : sql<SqlBool>`w.words -> 'anchor' ->> 'document' = ${filter.document}`
  const { rows } = await sql<CountedRow>`select ${counted} from ${tables}
    where c.state = any(${filter.states}) and ${ofDocument} order by c.key desc limit 500`.execute(database)
  return rows.map(({ invited, answered, ...row }) => ({ ...callOf(row), invited, answered }))
}

/** Open and closed calls that feed the report to a session, oldest first. */
export async function callsFeeding(database: Database, body: string, session: number): Promise<readonly Call[]> {
  const { rows } = await sql<CallRow>`select ${columns} from ${tables}
    where c.state in ('open', 'closed') and w.words -> 'report' ->> 'body' = ${body}
      and (w.words -> 'report' ->> 'session')::int = ${session} order by c.key`.execute(database)
  return rows.map(callOf)
}

/** The form as it was last written; null before any was. */
export async function newestForm(database: Database, call: string): Promise<FormRow | null> {
  const { rows } = await sql<FormRow>`select key, form, by, at from submissions.forms
    where call = ${call} order by key desc limit 1`.execute(database)
  return rows[0] ?? null
}

/** The form that is out, the newest or of a version. */
export async function issuedForm(database: Database, call: string, version?: number): Promise<IssuedForm | null> {
  const which = version === undefined ? sql<SqlBool>`true` : sql<SqlBool>`i.version = ${version}`
  const { rows } = await sql<{ version: number; form: Form; by: string; at: Date }>`
    select i.version, f.form, i.by, i.at from submissions.issues i join submissions.forms f on f.key = i.form
    where i.call = ${call} and ${which} order by i.version desc limit 1`.execute(database)
  const row = rows[0]
  return row ? { version: row.version, form: row.form, by: row.by, at: row.at.toISOString() } : null
}

/** Drafts of a form, the newest first. */
export async function formsOf(database: Database, call: string, limit = 50): Promise<readonly FormRow[]> {
  const { rows } = await sql<FormRow>`select key, form, by, at from submissions.forms
    where call = ${call} order by key desc limit ${limit}`.execute(database)
  return rows
}

/** One draft of a call's form. */
export async function formRow(database: Database, call: string, key: string): Promise<FormRow | null> {
  const { rows } = await sql<FormRow>`select key, form, by, at from submissions.forms
    where call = ${call} and key::text = ${key}`.execute(database)
  return rows[0] ?? null
}

/** Every form of a call that went out, the oldest first, with the key of its draft. */
export async function issuesOf(
  database: Database,
  call: string,
): Promise<readonly { readonly version: number; readonly draft: string; readonly form: Form }[]> {
  const { rows } = await sql<{ version: number; draft: string; form: Form }>`
    select i.version, f.key as draft, f.form from submissions.issues i join submissions.forms f on f.key = i.form
    where i.call = ${call} order by i.version`.execute(database)
  return rows
}

/** One more act on a call: pages shown before it come too late. */
export async function countCallAct(transaction: Transaction, call: string): Promise<void> {
  await sql`update submissions.calls set acts = acts + 1 where key = ${call}`.execute(transaction)
}

interface Doing {
  readonly by: string
  readonly at: Date
}

/** A new draft with the next number of its year. Returns key and id. */
export async function insertCall(
  transaction: Transaction,
  year: number,
  at: Date,
): Promise<{ readonly key: string; readonly id: string }> {
  await sql`select pg_advisory_xact_lock(hashtext('submissions.calls'), ${year})`.execute(transaction)
  const { rows } = await sql<{ key: string; id: string }>`
    insert into submissions.calls (id, made_at)
    select ${String(year)} || '-' || (coalesce(max(split_part(id, '-', 2)::int), 0) + 1), ${at}
    from submissions.calls where split_part(id, '-', 1) = ${String(year)} returning key, id`.execute(transaction)
  return rows[0]!
}

/** Puts a call into another state. `deadline` stays what it was where it is not given. */
export async function changeCallRow(
  transaction: Transaction,
  call: string,
  patch: {
    readonly state: CallState
    readonly deadline?: string
    readonly opened?: Date
    readonly closed?: Date | null
  },
): Promise<void> {
  await sql`update submissions.calls set state = ${patch.state},
    deadline = coalesce(${patch.deadline ?? null}::date, deadline),
    opened_at = coalesce(opened_at, ${patch.opened ?? null}::timestamptz),
    closed_at = ${patch.closed ?? null}::timestamptz
    where key = ${call}`.execute(transaction)
}

/** A row of one of the tables that are only added to. Returns its key. */
async function add(
  transaction: Transaction,
  table: 'call_words' | 'forms' | 'issues' | 'call_events',
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  const names = Object.keys(values)
  const { rows } = await sql<{ key: string }>`
    insert into ${sql.table(`submissions.${table}`)} (${sql.join(names.map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(values))}) returning key`.execute(transaction)
  return rows[0]!.key
}

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

export const addCallWords = (t: Transaction, { words, ...row }: Doing & { call: string; words: CallWords }) =>
  add(t, 'call_words', { ...row, words: json(words) })

export const addForm = (t: Transaction, { form, ...row }: Doing & { call: string; form: Form }) =>
  add(t, 'forms', { ...row, form: json(form) })

export const addIssue = (t: Transaction, row: Doing & { call: string; version: number; form: string }) =>
  add(t, 'issues', { ...row })

export const addCallEvent = (
  t: Transaction,
  { facts, ...row }: Doing & { call: string; act: string; facts: Readonly<Record<string, unknown>> },
) => add(t, 'call_events', { ...row, facts: json(facts) })

/** Calls whose state is not what the last of their events says. */
export async function straysIn(
  database: Database,
): Promise<readonly { readonly id: string; readonly state: string; readonly told: string }[]> {
  const { rows } = await sql<{ id: string; state: string; told: string }>`
    select c.id, c.state, coalesce(last.state, 'draft') as told
    from submissions.calls c left join lateral (
      select case e.act when 'submissions.open-call' then 'open' when 'submissions.close-call' then 'closed'
        when 'submissions.drop-call' then 'dropped' end as state
      from submissions.call_events e where e.call = c.key
        and e.act in ('submissions.open-call', 'submissions.close-call', 'submissions.drop-call')
      order by e.key desc limit 1) last on true
    where c.state <> coalesce(last.state, 'draft') order by c.key`.execute(database)
  return rows
}
