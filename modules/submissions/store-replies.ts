import type { Language } from '@resolute/reader'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Answer, Answers } from './answer.ts'
import type { Visibility } from './call.ts'
import type { Channel, Submission } from './submission.ts'
import type { Sight } from './visible.ts'

/** A row of `sent_now` with the id of its call; `call` is the key. */
export interface SentRow {
  readonly key: string
  readonly call_id: string
  readonly invitation_n: number
  readonly number: number
  readonly actor: string | null
  readonly name: string
  readonly state: Submission['state']
  readonly version: number
  readonly answers: Answers
  readonly language: Language
  readonly shown_to: Visibility
  readonly channel: Channel
  readonly original: string | null
  readonly original_name: string | null
  readonly original_type: string | null
  readonly original_size: string | null
  readonly on_behalf: boolean
  readonly late: boolean
  readonly by: string
  readonly at: Date
  readonly withdrawn_at: Date | null
  readonly withdrawn_why: string | null
}

/** A reply to one question as a row: `answer` is null where the submission says nothing there. */
export interface ReplyRow {
  readonly n: number
  readonly number: number
  readonly actor: string | null
  readonly name: string
  readonly language: Language
  readonly visibility: Visibility
  readonly answer: Answer | null
  readonly seen: number
  readonly standing: number
}

/** The rule of `maySee`, for what stands, as the database is asked it. */
const isSeen = (
  sight: Sight,
  of: { readonly shown: RawBuilder<unknown>; readonly actor: RawBuilder<unknown>; readonly id: RawBuilder<unknown> },
): RawBuilder<SqlBool> =>
  sight.seesAll
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(${of.shown} = any(${sight.visibilities}::text[]) or ${of.actor} = any(${sight.actors}::text[])
        or ${of.id} = any(${sight.invitations}::text[]))`

const idIn = (call: string, n: RawBuilder<unknown>) => sql`${`${call}/`} || ${n}`

/** Everything that stands of a call, one row for each invitation: the newest that went out, unless it was withdrawn. */
const standing = (key: string) => sql`
  select s.key as sent, s.number, s.language, i.n, i.actor, i.name,
    coalesce((select w.visibility from submissions.showings w where w.sent = s.key order by w.key desc limit 1),
      s.visibility) as visibility
  from submissions.invitations i
  cross join lateral (select key, number, language, visibility from submissions.sent
    where invitation = i.key order by number desc limit 1) s
  where i.call = ${key} and not exists (select from submissions.withdrawals d where d.sent = s.key)`

/** Replies to one question of those who may be seen, by the number of their invitation; silence there is a null. */
export async function replyRows(
  database: Database,
  call: { readonly key: string; readonly id: string },
  question: string,
  sight: Sight,
  { limit, after }: { readonly limit: number; readonly after: number },
): Promise<readonly ReplyRow[]> {
  const seen = isSeen(sight, { shown: sql`t.visibility`, actor: sql`t.actor`, id: idIn(call.id, sql`t.n`) })
  const { rows } = await sql<ReplyRow>`
    with standing as materialized (${standing(call.key)}),
      seen as materialized (select t.* from standing t where ${seen})
    select t.n, t.number, t.actor, t.name, t.language, t.visibility, r.answer,
      (select count(*)::int from seen) as seen, (select count(*)::int from standing) as standing
    from seen t
    left join submissions.replies r on r.call = ${call.key} and r.question = ${question} and r.sent = t.sent
    where t.n > ${after} order by t.n limit ${limit}`.execute(database)
  return rows
}

/** How many submissions to a call stand, and how many of them may be seen. */
export async function countStanding(
  database: Database,
  call: { readonly key: string; readonly id: string },
  sight: Sight,
): Promise<{ readonly standing: number; readonly seen: number }> {
  const seen = isSeen(sight, { shown: sql`t.visibility`, actor: sql`t.actor`, id: idIn(call.id, sql`t.n`) })
  const { rows } = await sql<{ standing: number; seen: number }>`
    select count(*)::int as standing, (count(*) filter (where ${seen}))::int as seen
    from (${standing(call.key)}) t`.execute(database)
  return rows[0]!
}

const columns = sql`s.key, c.id as call_id, s.invitation_n, s.number, s.actor, s.name, s.state, s.version, s.answers,
  s.language, s.shown_to, s.channel, s.original, s.original_name, s.original_type, s.original_size, s.on_behalf, s.late,
  s.by, s.at, s.withdrawn_at, s.withdrawn_why`

/** What stands and may be seen, in the order of names. */
export async function standingRows(
  database: Database,
  call: { readonly key: string; readonly id: string },
  sight: Sight,
  { limit, after }: { readonly limit: number; readonly after: readonly [name: string, n: number] | null },
): Promise<readonly SentRow[]> {
  const seen = isSeen(sight, {
    shown: sql`s.shown_to`,
    actor: sql`s.actor`,
    id: idIn(call.id, sql`s.invitation_n`),
  })
  const from = after === null ? sql`true` : sql`(s.name, s.invitation_n) > (${after[0]}, ${after[1]}::int)`
  const { rows } = await sql<SentRow>`
    select ${columns} from submissions.sent_now s join submissions.calls c on c.key = s.call
    where s.call = ${call.key} and s.state = 'standing' and ${seen} and ${from}
    order by s.name, s.invitation_n limit ${limit}`.execute(database)
  return rows
}

/** One that went out: the newest of an invitation, or of a number. Whoever asks decides who may see it. */
export async function sentRow(
  database: Database,
  call: string,
  invitation: number,
  number?: number,
): Promise<SentRow | null> {
  const which = number === undefined ? sql`true` : sql`s.number = ${number}`
  const { rows } = await sql<SentRow>`
    select ${columns} from submissions.sent_now s join submissions.calls c on c.key = s.call
    where c.id = ${call} and s.invitation_n = ${invitation} and ${which}
    order by s.number desc limit 1`.execute(database)
  return rows[0] ?? null
}

/** The name under which a file stands in an answer that is being written at a desk; null where it stands in none. */
export async function draftFileName(
  database: Database,
  call: string,
  invitation: number,
  sha256: string,
  desk: 'own' | 'office',
): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select file ->> 'name' as name
    from submissions.drafts d
    join submissions.invitations i on i.key = d.invitation
    join submissions.calls c on c.key = i.call
    cross join lateral jsonb_path_query(d.answer, '$.files[*]') file
    where c.id = ${call} and i.n = ${invitation} and d.desk = ${desk} and file ->> 'sha256' = ${sha256}
    order by d.hand desc limit 1`.execute(database)
  return rows[0]?.name ?? null
}

export const submissionOf = (row: SentRow): Submission => ({
  id: `${row.call_id}/${row.invitation_n}/${row.number}`,
  call: row.call_id,
  invitation: row.invitation_n,
  number: row.number,
  actor: row.actor,
  name: row.name,
  state: row.state,
  version: row.version,
  answers: row.answers,
  language: row.language,
  visibility: row.shown_to,
  channel: row.channel,
  original:
    row.original === null
      ? null
      : {
          sha256: row.original,
          name: row.original_name ?? row.original,
          type: row.original_type ?? 'application/octet-stream',
          size: Number(row.original_size ?? 0),
        },
  onBehalf: row.on_behalf,
  late: row.late,
  by: row.by,
  at: row.at.toISOString(),
  withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at.toISOString(), reason: row.withdrawn_why },
})
