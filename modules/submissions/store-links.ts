import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { InvitationState } from './invitation.ts'

/** The invitation a personal link opens, while both stand. */
export async function invitationOfLink(
  database: Database,
  sha256: Buffer,
): Promise<{
  readonly key: string
  readonly call_id: string
  readonly n: number
  readonly state: InvitationState
} | null> {
  const { rows } = await sql<{ key: string; call_id: string; n: number; state: InvitationState }>`
    select i.key, c.id as call_id, i.n, i.state from submissions.links l
    join submissions.invitations i on i.key = l.invitation join submissions.calls c on c.key = i.call
    where l.sha256 = ${sha256} and l.ended_at is null and i.stands and c.state in ('open', 'closed')`.execute(database)
  return rows[0] ?? null
}

/** Somebody who answers has looked at an invitation: a state of the page, no act of the record. */
export async function lookedAt(database: Database, invitation: string): Promise<void> {
  await sql`update submissions.invitations set state = 'opened'
    where key = ${invitation} and state in ('invited', 'asked')`.execute(database)
}

export async function addLinks(
  transaction: Transaction,
  links: readonly { readonly invitation: string; readonly sha256: Buffer }[],
  at: Date,
): Promise<void> {
  await sql`insert into submissions.links (invitation, sha256, made_at)
    select l.invitation, l.sha256, ${at} from unnest(${links.map(({ invitation }) => invitation)}::bigint[],
      ${links.map(({ sha256 }) => sha256)}::bytea[]) as l (invitation, sha256)`.execute(transaction)
}

/** Nothing is opened any more by the links made until now. */
export async function endLinks(transaction: Transaction, invitation: string, at: Date): Promise<void> {
  await sql`update submissions.links set ended_at = ${at}
    where invitation = ${invitation} and ended_at is null`.execute(transaction)
}
