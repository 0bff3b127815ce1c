import type { Json } from '#modules/ledger'
import type { Database, Transaction } from '#platform/database'

interface PasskeyRow {
  id: string
  person: string
  name: string
  public_key: Buffer
  counter: string
  transports: string[]
  created_at: Date
  used_at: Date | null
}

export type CeremonyKind = 'add-passkey' | 'passkey' | 'openid'

interface CeremonyRow {
  sha256: Buffer
  kind: CeremonyKind
  person: string | null
  state: Json
  expires_at: Date
}

type Tables = {
  'parties.passkeys': PasskeyRow
  'parties.ceremonies': CeremonyRow
  'parties.people': { id: string; closed_at: Date | null }
}

/** A person who is gone signs in with nothing. */
export async function dropPasskeys(transaction: Transaction, person: string): Promise<void> {
  await transaction.withTables<Tables>().deleteFrom('parties.passkeys').where('person', '=', person).execute()
}

export async function passkeysOf(database: Database, person: string): Promise<PasskeyRow[]> {
  return database
    .withTables<Tables>()
    .selectFrom('parties.passkeys')
    .selectAll()
    .where('person', '=', person)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** A passkey whose person may sign in, held until the transaction ends: its counter goes up one use at a time. */
export async function holdPasskey(transaction: Transaction, id: string): Promise<PasskeyRow | null> {
  const row = await transaction
    .withTables<Tables>()
    .selectFrom('parties.passkeys as k')
    .innerJoin('parties.people as p', 'p.id', 'k.person')
    .selectAll('k')
    .where('k.id', '=', id)
    .where('p.closed_at', 'is', null)
    .forUpdate('k')
    .executeTakeFirst()
  return row ?? null
}

/** False where a passkey of that id is there already. */
export async function insertPasskey(transaction: Transaction, row: Omit<PasskeyRow, 'used_at'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .withTables<Tables>()
    .insertInto('parties.passkeys')
    .values({ ...row, used_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function notePasskeyUse(transaction: Transaction, id: string, counter: number, now: Date): Promise<void> {
  await transaction
    .withTables<Tables>()
    .updateTable('parties.passkeys')
    .set({ counter: String(counter), used_at: now })
    .where('id', '=', id)
    .execute()
}

export async function deletePasskey(transaction: Transaction, id: string, person: string): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .withTables<Tables>()
    .deleteFrom('parties.passkeys')
    .where('id', '=', id)
    .where('person', '=', person)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Keeps what has to be brought back, and forgets what nobody brought back in time. */
export async function insertCeremony(database: Database, row: CeremonyRow, now: Date): Promise<void> {
  const typed = database.withTables<Tables>()
  await typed.deleteFrom('parties.ceremonies').where('expires_at', '<', now).execute()
  await typed
    .insertInto('parties.ceremonies')
    .values({ ...row, state: JSON.stringify(row.state) })
    .execute()
}

/** Takes it away: what was brought back once is good for nothing a second time. */
export async function takeCeremony(
  database: Database,
  sha256: Buffer,
  kind: CeremonyKind,
  now: Date,
): Promise<{ person: string | null; state: Json } | null> {
  const row = await database
    .withTables<Tables>()
    .deleteFrom('parties.ceremonies')
    .where('sha256', '=', sha256)
    .where('kind', '=', kind)
    .returning(['person', 'state', 'expires_at'])
    .executeTakeFirst()
  return row && row.expires_at > now ? { person: row.person, state: row.state } : null
}
