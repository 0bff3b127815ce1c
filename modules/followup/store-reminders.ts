import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import { partsOf } from './followable.ts'
import { type Frequency, keyOf, type Reminder } from './reminders.ts'

type Tables = {
  'followup.letter_settings': { person: string; frequency: Frequency; set_at: Date }
  'followup.digests': { key: string; person: string; day: string; token_sha256: Buffer; at: Date }
}

interface Row {
  holder: string
  n: number
  due: string
  rule: Reminder['rule']
  person: string
}

const columnsOf = (reminders: readonly Reminder[]) => {
  const rows = reminders.map(({ asked, day, rule, person }) => ({ ...partsOf(asked.id)!, day, rule, person }))
  return sql`unnest(${rows.map(({ holder }) => holder)}::text[], ${rows.map(({ n }) => n)}::int[],
    ${rows.map(({ day }) => day)}::date[], ${rows.map(({ rule }) => rule)}::text[],
    ${rows.map(({ person }) => person)}::bigint[]) as given (holder, n, due, rule, person)`
}

const keyIn = ({ holder, n, due, rule, person }: Row): string => JSON.stringify([`${holder}/${n}`, due, rule, person])

/** Keys of those that were sent before. */
export async function sentBefore(database: Database, reminders: readonly Reminder[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<Row>`
    select r.holder, r.n, r.due, r.rule, r.person::text from ${columnsOf(reminders)}
    join followup.reminders r using (holder, n, due, rule, person)`.execute(database)
  return new Set(rows.map(keyIn))
}

/** How often each of these wants letters, and whether one went on this day already. */
export async function settingsOn(
  database: Database,
  people: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, { frequency: Frequency; told: boolean }>> {
  const { rows } = await sql<{ person: string; frequency: Frequency; told: boolean }>`
    select given.person::text, coalesce(s.frequency, 'daily') as frequency, d.key is not null as told
    from unnest(${people}::bigint[]) as given (person)
    left join followup.letter_settings s using (person)
    left join followup.digests d on d.person = given.person and d.day = ${day}`.execute(database)
  return new Map(rows.map(({ person, ...rest }) => [person, rest]))
}

/** Begins the letter of a person for a day; null where another process has. */
export async function insertDigest(
  transaction: Transaction,
  digest: { person: string; day: string; token_sha256: Buffer; at: Date },
): Promise<string | null> {
  const row = await transaction
    .withTables<Tables>()
    .insertInto('followup.digests')
    .values(digest as never)
    .onConflict((conflict) => conflict.columns(['person', 'day']).doNothing())
    .returning('key')
    .executeTakeFirst()
  return row?.key ?? null
}

/** Those that nobody sent before, now sent with this letter. */
export async function insertReminders(
  transaction: Transaction,
  digest: string,
  reminders: readonly Reminder[],
): Promise<readonly Reminder[]> {
  const { rows } = await sql<Row>`
    insert into followup.reminders (holder, n, due, rule, person, digest)
    select holder, n, due, rule, person, ${digest}::bigint from ${columnsOf(reminders)}
    on conflict do nothing
    returning holder, n, due, rule, person::text`.execute(transaction)
  const fresh = new Set(rows.map(keyIn))
  return reminders.filter((reminder) => fresh.has(keyOf(reminder)))
}

export async function setFrequency(
  transaction: Transaction,
  person: string,
  frequency: Frequency,
  now: Date,
): Promise<void> {
  await transaction
    .withTables<Tables>()
    .insertInto('followup.letter_settings')
    .values({ person, frequency, set_at: now })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ frequency, set_at: now }))
    .execute()
}

/** Whose letter a link stood in. */
export async function personOfLetter(database: Database, token_sha256: Buffer): Promise<string | null> {
  const row = await database
    .withTables<Tables>()
    .selectFrom('followup.digests')
    .select('person')
    .where('token_sha256', '=', token_sha256)
    .executeTakeFirst()
  return row?.person ?? null
}
