import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'

/** Open calls with somebody who was asked, has not sent and whose day has not passed. */
export async function callsToRemind(database: Database, on: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from submissions.calls c where c.state = 'open' and exists (
      select from submissions.invitations i where i.call = c.key and i.stands and i.asked_at is not null
        and i.state in ('asked', 'opened', 'begun') and i.deadline >= ${on}::date) order by c.key`.execute(database)
  return rows.map(({ id }) => id)
}

/** Writes reminders down; returns the invitations whose reminder was not there yet. */
export async function keepReminders(
  transaction: Transaction,
  reminders: readonly { readonly invitation: string; readonly deadline: string; readonly days: number }[],
  at: Date,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ invitation: string }>`
    insert into submissions.reminders (invitation, deadline, days, at)
    select r.invitation, r.deadline, r.days, ${at}
    from jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb) as r (invitation bigint, deadline date, days int)
    on conflict do nothing returning invitation`.execute(transaction)
  return new Set(rows.map(({ invitation }) => invitation))
}

/** The newest letters to each invitation that stands, where they were written since then. */
export async function letterEvents(
  database: Database,
  since: Date,
): Promise<readonly { readonly invitation: string; readonly key: string; readonly letters: number }[]> {
  const { rows } = await sql<{ invitation: string; key: string; letters: number }>`
    select distinct on (e.invitation) e.invitation, e.key, (e.facts ->> 'letters')::int as letters
    from submissions.invitation_events e join submissions.invitations i on i.key = e.invitation
    where i.stands and i.not_reached is null and e.at >= ${since} and (e.facts ->> 'letters')::int > 0
    order by e.invitation, e.key desc`.execute(database)
  return rows
}

/** No letter reached these: a state of the page, no act of the record. */
export async function setNotReached(database: Database, invitations: readonly string[]): Promise<void> {
  await sql`update submissions.invitations set not_reached = 'letter-failed'
    where key = any(${invitations}::bigint[]) and not_reached is null and sent_at is null`.execute(database)
}
