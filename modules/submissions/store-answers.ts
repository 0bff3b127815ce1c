import type { Language } from '@resolute/reader'
import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { Answer, AnswerFile, Answers } from './answer.ts'
import type { CallState, Visibility } from './call.ts'
import type { Desk } from './hands.ts'
import type { OfflineFormat } from './offline.ts'
import type { SentRow } from './store-replies.ts'
import type { Channel } from './submission.ts'

/** Where an answer was taken over from. */
export interface TakenFrom {
  readonly call: string
  readonly submission: string
  readonly at: string
}

/** What is being written on one question: the last pair of hands. */
export interface DraftRow {
  readonly question: string
  readonly hand: number
  /** Null: taken out. */
  readonly answer: Answer | null
  readonly by: string
  readonly at: Date
}

export async function draftRows(
  database: Database,
  invitation: string,
  desk: Desk,
): Promise<ReadonlyMap<string, DraftRow>> {
  const { rows } = await sql<DraftRow>`
    select distinct on (question) question, hand, answer, by, at from submissions.drafts
    where invitation = ${invitation} and desk = ${desk} order by question, hand desc`.execute(database)
  return new Map(rows.map((row) => [row.question, row]))
}

/** What becomes of one question: over one's own words, or as another pair of hands over those of somebody else. */
export interface DraftChange {
  readonly question: string
  readonly hand: number
  readonly answer: Answer | null
  readonly from: TakenFrom | null
}

/** Many questions in one statement: all are kept, or none. The invitation is held by whoever calls. */
export async function writeDrafts(
  transaction: Transaction,
  invitation: string,
  desk: Desk,
  changes: readonly DraftChange[],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`insert into submissions.drafts (invitation, desk, question, hand, answer, filled_from, by, at)
    select ${invitation}::bigint, ${desk}, e.question, e.hand, e.answer, e."from", ${by}, ${at}
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as e (question text, hand int, answer jsonb, "from" jsonb)
    on conflict (invitation, desk, question, hand) do update
      set answer = excluded.answer, filled_from = excluded.filled_from, by = excluded.by, at = excluded.at`.execute(
    transaction,
  )
}

const columns = sql`s.key, c.id as call_id, s.invitation_n, s.number, s.actor, s.name, s.state, s.version, s.answers,
  s.language, s.shown_to, s.channel, s.original, s.original_name, s.original_type, s.original_size, s.on_behalf, s.late,
  s.by, s.at, s.withdrawn_at, s.withdrawn_why`

/** Everything sent for an invitation, oldest first. */
export async function sentRowsOf(database: Database, invitation: string): Promise<readonly SentRow[]> {
  const { rows } = await sql<SentRow>`
    select ${columns} from submissions.sent_now s join submissions.calls c on c.key = s.call
    where s.invitation = ${invitation} order by s.number`.execute(database)
  return rows
}

/** A call whose state holds until the act ends: it does not close while something is sent. */
export async function holdState(transaction: Transaction, call: string): Promise<CallState> {
  const { rows } = await sql<{ state: CallState }>`
    select state from submissions.calls where key = ${call} for share`.execute(transaction)
  return rows[0]!.state
}

export interface Sending {
  readonly invitation: string
  readonly number: number
  readonly version: number
  readonly answers: Answers
  readonly language: Language
  readonly visibility: Visibility
  readonly channel: Channel
  readonly original: AnswerFile | null
  readonly onBehalf: boolean
  readonly late: boolean
  readonly by: string
  readonly at: Date
}

/** What was sent, whole, and once more answer by answer. Returns its key. */
export async function addSent(transaction: Transaction, call: string, sent: Sending): Promise<string> {
  const { invitation, number, version, language, visibility, channel, original, onBehalf, late, by, at } = sent
  const { rows } = await sql<{ key: string }>`
    insert into submissions.sent (invitation, number, version, answers, language, visibility, channel, original,
      original_name, original_type, original_size, on_behalf, late, by, at)
    values (${invitation}, ${number}, ${version}, ${JSON.stringify(sent.answers)}::jsonb, ${language}, ${visibility},
      ${channel}, ${original?.sha256 ?? null}, ${original?.name ?? null}, ${original?.type ?? null},
      ${original?.size ?? null}, ${onBehalf}, ${late}, ${by}, ${at})
    returning key`.execute(transaction)
  const key = rows[0]!.key
  await sql`insert into submissions.replies (sent, call, question, invitation, answer)
    select ${key}::bigint, ${call}::bigint, e.key, ${invitation}::bigint, e.value
    from jsonb_each(${JSON.stringify(sent.answers)}::jsonb) e`.execute(transaction)
  return key
}

interface Doing {
  readonly by: string
  readonly at: Date
}

export async function addWithdrawal(
  transaction: Transaction,
  { sent, reason, by, at }: Doing & { readonly sent: string; readonly reason: string | null },
): Promise<string> {
  const { rows } = await sql<{ key: string }>`insert into submissions.withdrawals (sent, reason, by, at)
    values (${sent}, ${reason}, ${by}, ${at}) returning key`.execute(transaction)
  return rows[0]!.key
}

export async function addShowing(
  transaction: Transaction,
  { sent, visibility, by, at }: Doing & { readonly sent: string; readonly visibility: Visibility },
): Promise<string> {
  const { rows } = await sql<{ key: string }>`insert into submissions.showings (sent, visibility, by, at)
    values (${sent}, ${visibility}, ${by}, ${at}) returning key`.execute(transaction)
  return rows[0]!.key
}

/** The file that was read back in since something was sent last, by those who answer or by the office; the newest. */
export async function broughtSince(
  database: Database,
  invitation: string,
  desk: Desk,
  since: Date | null,
): Promise<{ readonly format: OfflineFormat; readonly file: AnswerFile } | null> {
  const { rows } = await sql<{ format: OfflineFormat } & AnswerFile>`
    select report ->> 'format' as format, sha256, name, type, size::int as size from submissions.brought
    where invitation = ${invitation} and report ->> 'format' is not null and not (report ->> 'refused')::boolean
      and coalesce(report ->> 'desk', 'own') = ${desk} and at > coalesce(${since}::timestamptz, '-infinity')
    order by key desc limit 1`.execute(database)
  const row = rows[0]
  return row
    ? { format: row.format, file: { sha256: row.sha256, name: row.name, type: row.type, size: row.size } }
    : null
}

/** Files kept for answers to an invitation. */
export async function filesKept(
  database: Database,
  invitation: string,
): Promise<ReadonlyMap<string, Pick<AnswerFile, 'type' | 'size'>>> {
  const { rows } = await sql<{ sha256: string; type: string; size: number }>`
    select f.sha256, f.type, f.size::int as size from submissions.answer_files a join files.files f using (sha256)
    where a.invitation = ${invitation}`.execute(database)
  return new Map(rows.map(({ sha256, type, size }) => [sha256, { type, size }]))
}

export async function keepFiles(database: Database, invitation: string, files: readonly string[]): Promise<void> {
  if (files.length === 0) return
  await sql`insert into submissions.answer_files (invitation, sha256)
    select ${invitation}::bigint, unnest(${files}::text[]) on conflict do nothing`.execute(database)
}

/** A submission of the same actor to another call that stands. */
export interface EarlierRow {
  readonly sent: string
  readonly call: string
  readonly call_id: string
  readonly n: number
  readonly number: number
  readonly version: number
  readonly actor: string
  readonly shown_to: Visibility
  readonly at: Date
}

/** Newest first. */
export async function earlierRows(
  database: Database,
  { actor, call }: { readonly actor: string; readonly call: string },
): Promise<readonly EarlierRow[]> {
  const { rows } = await sql<EarlierRow>`
    select s.key as sent, s.call, c.id as call_id, s.invitation_n as n, s.number, s.version, s.actor, s.shown_to, s.at
    from submissions.sent_now s join submissions.calls c on c.key = s.call
    where s.actor = ${actor} and s.call <> ${call} and s.state = 'standing' order by s.at desc, s.key desc limit 40`.execute(
    database,
  )
  return rows
}

/** Answers to these questions of these submissions, by `<sent> <question>`. */
export async function answersIn(
  database: Database,
  asked: readonly { readonly sent: string; readonly call: string; readonly question: string }[],
): Promise<ReadonlyMap<string, Answer>> {
  if (asked.length === 0) return new Map()
  const { rows } = await sql<{ sent: string; question: string; answer: Answer }>`
    select r.sent, r.question, r.answer
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as e (sent bigint, call bigint, question text)
    join submissions.replies r on r.call = e.call and r.question = e.question and r.sent = e.sent`.execute(database)
  return new Map(rows.map(({ sent, question, answer }) => [`${sent} ${question}`, answer]))
}
