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

type Tables = {
  'parties.passkeys': PasskeyRow
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
    .execute()
}
