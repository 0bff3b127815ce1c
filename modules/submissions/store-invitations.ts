import type { Language, LocalisedText } from '@resolute/reader'
import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import { partsOf } from './acting.ts'
import type { Invitation, InvitationState, InviteeGiven, NotReached } from './invitation.ts'

export interface InvitationRow {
  readonly key: string
  /** Key of the call; `call_id` is its id. */
  readonly call: string
  readonly call_id: string
  readonly n: number
  readonly kind: InviteeGiven['kind']
  readonly actor: string | null
  readonly name: string
  readonly email: string | null
  readonly language: Language
  readonly deadline: string | null
  readonly extended: boolean
  readonly stands: boolean
  readonly state: InvitationState
  readonly not_reached: NotReached | null
  readonly asked_at: Date | null
  readonly reminded_at: Date | null
  readonly sent_at: Date | null
  readonly late: boolean
  readonly answers: string | null
  readonly chain: readonly string[]
  readonly acts: number
}

/** What an act changes of a row; `acts` grows by one with every change unless it is given. */
export type InvitationPatch = Partial<Omit<InvitationRow, 'key' | 'call' | 'call_id' | 'n' | 'kind' | 'actor' | 'name'>>

const columns = sql`i.key, i.call, c.id as call_id, i.n, i.kind, i.actor, i.name, i.email, i.language, i.deadline,
  i.extended, i.stands, i.state, i.not_reached, i.asked_at, i.reminded_at, i.sent_at, i.late, i.answers, i.chain, i.acts`
const joined = sql`submissions.invitations i join submissions.calls c on c.key = i.call`

/** By its id, `2012-1/4`; null where there is none. */
export async function invitationRow(database: Database, id: string): Promise<InvitationRow | null> {
  const parts = partsOf(id)
  if (!parts) return null
  const { rows } = await sql<InvitationRow>`
    select ${columns} from ${joined} where c.id = ${parts.call} and i.n = ${parts.n}`.execute(database)
  return rows[0] ?? null
}

/** The same, held until the act ends. */
export async function holdInvitation(transaction: Transaction, id: string): Promise<InvitationRow | null> {
  const parts = partsOf(id)
  if (!parts) return null
  const { rows } = await sql<InvitationRow>`
    select ${columns} from ${joined} where c.id = ${parts.call} and i.n = ${parts.n} for update of i`.execute(
    transaction,
  )
  return rows[0] ?? null
}

/** Of a call those that stand, or these of them, held in their order until the act ends. */
export async function holdInvitations(
  transaction: Transaction,
  call: string,
  ns: readonly number[] | null,
): Promise<readonly InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`
    select ${columns} from ${joined} where i.call = ${call} and i.stands
      and (${ns}::int[] is null or i.n = any(${ns}::int[])) order by i.n for update of i`.execute(transaction)
  return rows
}

export const idOf = (row: Pick<InvitationRow, 'call_id' | 'n'>): string => `${row.call_id}/${row.n}`

/** Everything about it; who may see how much is said by `shownTo` in invitations.ts. */
export const invitationOf = (row: InvitationRow): Invitation => ({
  id: idOf(row),
  call: row.call_id,
  n: row.n,
  kind: row.kind,
  actor: row.actor,
  name: row.name,
  email: row.email,
  language: row.language,
  deadline: row.deadline,
  extended: row.extended,
  stands: row.stands,
  state: row.state,
  notReached: row.not_reached,
  askedAt: row.asked_at?.toISOString() ?? null,
  remindedAt: row.reminded_at?.toISOString() ?? null,
  sentAt: row.sent_at?.toISOString() ?? null,
  late: row.late,
  answers: row.answers,
  chain: row.chain,
  acts: row.acts,
})

/** Changes invitations alike, and counts the act. */
export async function changeInvitationRows(
  transaction: Transaction,
  keys: readonly string[],
  patch: InvitationPatch,
): Promise<void> {
  const sets = Object.entries(patch)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  const counted = patch.acts === undefined ? [sql`acts = acts + 1`] : []
  await sql`update submissions.invitations set ${sql.join([...sets, ...counted])}
    where key = any(${keys}::bigint[])`.execute(transaction)
}

/** Changes one, and counts the act: `acts` grows by one unless the patch says what it is. */
export const changeInvitationRow = (transaction: Transaction, key: string, patch: InvitationPatch): Promise<void> =>
  changeInvitationRows(transaction, [key], patch)

/** What befell an invitation: `act` as in the table of permissions. */
export interface InvitationEvent {
  /** Key of the row. */
  readonly invitation: string
  readonly act: string
  readonly facts?: Readonly<Record<string, unknown>>
  readonly by: string
  readonly at: Date
}

/** Several at once, in their order. Returns their keys, for the seals. */
export async function addInvitationEvents(
  transaction: Transaction,
  events: readonly InvitationEvent[],
): Promise<readonly string[]> {
  if (events.length === 0) return []
  const rows = events.map(({ invitation, act, facts = {}, by, at }) => ({ invitation, act, facts, by, at }))
  const added = await sql<{ key: string }>`
    insert into submissions.invitation_events (invitation, act, facts, by, at)
    select e.invitation, e.act, e.facts, e.by, e.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as e (invitation bigint, act text, facts jsonb, by text, at timestamptz)
    returning key`.execute(transaction)
  return added.rows.map(({ key }) => key)
}

export async function addInvitationEvent(transaction: Transaction, event: InvitationEvent): Promise<string> {
  return (await addInvitationEvents(transaction, [event]))[0]!
}

export interface EventRow {
  readonly act: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly by: string
  readonly at: Date
}

/** Oldest first. */
export async function eventsOf(database: Database, invitation: string): Promise<readonly EventRow[]> {
  const { rows } = await sql<EventRow>`select act, facts, by, at from submissions.invitation_events
    where invitation = ${invitation} order by key`.execute(database)
  return rows
}

/** One who is to be invited, as it is written down. */
export interface NewInvitation {
  readonly kind: InviteeGiven['kind']
  readonly actor: string | null
  readonly name: string
  readonly email: string | null
  readonly language: Language
}

/** Adds invitations to a call that is held, numbered on from its last; they carry the deadline of the call. */
export async function addInvitations(
  transaction: Transaction,
  call: { readonly key: string; readonly deadline: string | null },
  invitees: readonly NewInvitation[],
): Promise<readonly { readonly key: string; readonly n: number; readonly actor: string | null }[]> {
  const { rows } = await sql<{ key: string; n: number; actor: string | null }>`
    insert into submissions.invitations (call, n, kind, actor, name, email, language, deadline)
    select ${call.key}::bigint, last.n + e.at, e.kind, e.actor, e.name, e.email, e.language, ${call.deadline}::date
    from rows from (jsonb_to_recordset(${JSON.stringify(invitees)}::jsonb)
      as (kind text, actor text, name text, email text, language text)) with ordinality
      as e (kind, actor, name, email, language, at),
      (select coalesce(max(n), 0) as n from submissions.invitations where call = ${call.key}) last
    order by e.at returning key, n, actor`.execute(transaction)
  return rows
}

/** Who is invited to a call already and stands: ids of actors, names of the others. */
export async function invitedNow(
  database: Database,
  call: string,
): Promise<readonly { readonly kind: InviteeGiven['kind']; readonly actor: string | null; readonly name: string }[]> {
  const { rows } = await sql<{ kind: InviteeGiven['kind']; actor: string | null; name: string }>`
    select kind, actor, name from submissions.invitations where call = ${call} and stands`.execute(database)
  return rows
}

/** The day of a call that opens becomes that of its invitations, except of those that have a later one of their own. */
export async function setDeadlines(transaction: Transaction, call: string, deadline: string): Promise<void> {
  await sql`update submissions.invitations set deadline = ${deadline}::date
    where call = ${call} and not (extended and deadline >= ${deadline}::date)`.execute(transaction)
}

/** A page of a call's invitations in the order they were made. */
export async function invitationRows(
  database: Database,
  call: string,
  filter: {
    readonly states: readonly InvitationState[] | null
    readonly notReached: boolean
    /** Of these kinds, or these actors. */
    readonly group: { readonly kinds: readonly string[]; readonly actors: readonly string[] } | null
    readonly withPersons: boolean
    readonly after: number
    readonly limit: number
  },
): Promise<readonly InvitationRow[]> {
  const { states, notReached, group, withPersons, after, limit } = filter
  const { rows } = await sql<InvitationRow>`
    select ${columns} from ${joined} where i.call = ${call} and i.stands and i.n > ${after}
      and (${states}::text[] is null or i.state = any(${states}::text[]))
      and (not ${notReached}::boolean or i.not_reached is not null)
      and (${group === null}::boolean or i.kind = any(${group?.kinds ?? []}::text[])
        or i.actor = any(${group?.actors ?? []}::text[]))
      and (${withPersons}::boolean or i.kind <> 'person')
    order by i.n limit ${limit}`.execute(database)
  return rows
}

export async function countsOf(
  database: Database,
  call: string,
): Promise<readonly { readonly state: InvitationState; readonly count: number; readonly not_reached: number }[]> {
  const { rows } = await sql<{ state: InvitationState; count: number; not_reached: number }>`
    select state, count(*)::int as count, count(not_reached)::int as not_reached
    from submissions.invitations where call = ${call} and stands group by state`.execute(database)
  return rows
}

/** What open calls ask of these actors and nothing stands for, the nearest day first. */
export async function awaitingRows(
  database: Database,
  actors: readonly string[],
): Promise<readonly (InvitationRow & { readonly subject: LocalisedText })[]> {
  const { rows } = await sql<InvitationRow & { readonly subject: LocalisedText }>`
    select ${columns}, w.words -> 'subject' as subject from ${joined}
    cross join lateral (select words from submissions.call_words where call = c.key order by key desc limit 1) w
    where i.actor = any(${actors}::text[]) and i.stands and c.state = 'open' and i.state <> 'sent'
    order by coalesce(i.deadline, 'infinity'::date), i.key limit 200`.execute(database)
  return rows
}

/** Where invitations to actors lie. */
export async function lyingRows(
  database: Database,
  places: readonly { readonly call: string; readonly n: number }[],
): Promise<
  readonly {
    readonly call: string
    readonly n: number
    readonly actor: string
    readonly answers: string | null
    readonly chain: readonly string[]
  }[]
> {
  const { rows } = await sql<{ call: string; n: number; actor: string; answers: string | null; chain: string[] }>`
    select c.id as call, i.n, i.actor, i.answers, i.chain
    from unnest(${places.map(({ call }) => call)}::text[], ${places.map(({ n }) => n)}::int[]) as given (call, n)
    join submissions.calls c on c.id = given.call
    join submissions.invitations i on i.call = c.key and i.n = given.n
    where i.stands and i.actor is not null`.execute(database)
  return rows
}
