import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CallWords, Visibility } from './call.ts'
import type { Form } from './form.ts'
import type { Invited, Received } from './received.ts'
import { findingRows, passageRows } from './store-findings.ts'
import { type SentRow, submissionOf } from './store-replies.ts'
import { maySee, type Sight } from './visible.ts'

interface InvitedRow extends Omit<Invited, 'sent'> {
  readonly uninvited: boolean
}

/** What was sent as it stood then, and what became of it since: words taken back are not shown by asking for an earlier day. */
type SentThen = SentRow & { readonly shown_now: Visibility; readonly withdrawn_since: boolean }

/** Which answers are read, by the forms that went out; null: all. Counting one question need not read the others. */
type AnswersTo = ((forms: Received['forms']) => readonly string[]) | null

/**
 * What had come in answer to a call by an instant (null: by now), as far as `sight` reaches. Null where the call was not
 * open by then. Everything is told by its own instant: what happened later changes no count. But what has been withdrawn
 * since, or is shown to fewer, is not seen again by asking about the day before.
 */
export async function receivedBy(
  database: Database,
  call: { readonly key: string; readonly id: string },
  sight: Sight,
  until: Date | null,
  answersTo: AnswersTo = null,
): Promise<Received | null> {
  const forms = await formsBy(database, call.key, until)
  const only = answersTo?.(forms) ?? null
  const [{ rows: heads }, invited, sent, findings, passages] = await Promise.all([
    sql<{ words: CallWords; deadline: string | null; opened_at: Date | null }>`
      select w.words, c.deadline::text as deadline, c.opened_at from submissions.calls c
      cross join lateral (select words from submissions.call_words where call = c.key
        and at <= coalesce(${until}::timestamptz, 'infinity') order by key desc limit 1) w
      where c.key = ${call.key} and c.opened_at <= coalesce(${until}::timestamptz, 'infinity')`.execute(database),
    invitedBy(database, call.key, until),
    sentBy(database, call.key, until, only),
    findingRows(database, call.key, until),
    passageRows(database, call.key, until),
  ])
  const [head] = heads
  if (!head?.opened_at) return null
  const newest = sent.map((row) => {
    const seen = { actor: row.actor, invitation: `${call.id}/${row.invitation_n}`, visibility: row.shown_to }
    const now = { ...seen, visibility: row.shown_now, state: row.withdrawn_since ? 'withdrawn' : row.state } as const
    return { row, seen: maySee(sight, { ...seen, state: row.state }) && maySee(sight, now) }
  })
  const shown = newest.filter(({ row, seen }) => seen && row.state === 'standing')
  const stands = new Set(shown.map(({ row }) => `${row.invitation_n}/${row.number}`))
  return {
    call: call.id,
    words: { ...head.words, deadline: head.words.deadline ?? head.deadline },
    openedAt: head.opened_at.toISOString(),
    forms,
    invited: invited.map(({ uninvited: _, ...one }): Invited => {
      const found = newest.find(({ row }) => row.invitation_n === one.n)
      if (!found) return { ...one, sent: null }
      const state = found.row.state === 'withdrawn' ? 'withdrawn' : 'standing'
      return { ...one, sent: { state, late: found.row.late, seen: found.seen } }
    }),
    submissions: shown.map(({ row }) => submissionOf(row)),
    findings,
    passages: passages
      .map(({ finding, invitation_n: invitation, number, question }) => ({ finding, invitation, number, question }))
      .filter(({ invitation, number }) => stands.has(`${invitation}/${number}`)),
  }
}

async function formsBy(database: Database, call: string, until: Date | null): Promise<Received['forms']> {
  const { rows } = await sql<{ version: number; form: Form; by: string; at: Date }>`
    select i.version, f.form, i.by, i.at from submissions.issues i join submissions.forms f on f.key = i.form
    where i.call = ${call} and i.at <= coalesce(${until}::timestamptz, 'infinity')
    order by i.version desc`.execute(database)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Those invited by then and not uninvited by then. What befell each is told by its events. */
async function invitedBy(database: Database, call: string, until: Date | null): Promise<readonly InvitedRow[]> {
  const { rows } = await sql<InvitedRow>`
    select * from (
      select i.n, i.kind, i.actor, i.name,
        bool_or(e.act = 'submissions.extend') is true as extended,
        bool_or(e.act = 'submissions.uninvite') is true as uninvited
      from submissions.invitations i
      join submissions.invitation_events e
        on e.invitation = i.key and e.at <= coalesce(${until}::timestamptz, 'infinity')
      where i.call = ${call} group by i.key) every
    where not uninvited order by n`.execute(database)
  return rows
}

/** Of each invitation the newest that had gone out, shown and withdrawn as it was then. */
async function sentBy(
  database: Database,
  call: string,
  until: Date | null,
  only: readonly string[] | null,
): Promise<readonly SentThen[]> {
  const answers =
    only === null
      ? sql`s.answers`
      : sql`coalesce((select jsonb_object_agg(r.question, r.answer) from submissions.replies r
          where r.call = ${call} and r.sent = s.key and r.question = any(${only}::text[])), '{}')`
  const { rows } = await sql<SentThen>`
    select s.key, c.id as call_id, i.n as invitation_n, s.number, i.actor, i.name, s.version, ${answers} as answers, s.language,
      s.channel, s.original, s.original_name, s.original_type, s.original_size, s.on_behalf, s.late, s.by, s.at,
      coalesce((select w.visibility from submissions.showings w
        where w.sent = s.key and w.at <= coalesce(${until}::timestamptz, 'infinity') order by w.key desc limit 1),
        s.visibility) as shown_to,
      coalesce((select w.visibility from submissions.showings w where w.sent = s.key order by w.key desc limit 1),
        s.visibility) as shown_now,
      exists (select from submissions.withdrawals w where w.sent = s.key) as withdrawn_since,
      d.at as withdrawn_at, d.reason as withdrawn_why,
      case when d.key is null then 'standing' else 'withdrawn' end as state
    from submissions.invitations i
    join submissions.calls c on c.key = i.call
    cross join lateral (select * from submissions.sent
      where invitation = i.key and at <= coalesce(${until}::timestamptz, 'infinity')
      order by number desc limit 1) s
    left join submissions.withdrawals d on d.sent = s.key and d.at <= coalesce(${until}::timestamptz, 'infinity')
    where i.call = ${call} order by i.n`.execute(database)
  return rows
}
