import type { Database, Transaction } from '#platform/database'

type Tables = { 'followup.feed_addresses': { person: string; token_sha256: Buffer; made_at: Date } }

export async function setFeedAddress(
  transaction: Transaction,
  row: { person: string; token_sha256: Buffer; made_at: Date },
): Promise<void> {
  const { token_sha256, made_at } = row
  await transaction
    .withTables<Tables>()
    .insertInto('followup.feed_addresses')
    .values(row)
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ token_sha256, made_at }))
    .execute()
}

/** True where there was one. */
export async function dropFeedAddress(transaction: Transaction, person: string): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .withTables<Tables>()
    .deleteFrom('followup.feed_addresses')
    .where('person', '=', person)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function feedReader(database: Database, token_sha256: Buffer): Promise<string | null> {
  const row = await database
    .withTables<Tables>()
    .selectFrom('followup.feed_addresses')
    .select('person')
    .where('token_sha256', '=', token_sha256)
    .executeTakeFirst()
  return row?.person ?? null
}

/** When the address was made that counts now. */
export async function feedAddressOf(database: Database, person: string): Promise<Date | null> {
  const row = await database
    .withTables<Tables>()
    .selectFrom('followup.feed_addresses')
    .select('made_at')
    .where('person', '=', person)
    .executeTakeFirst()
  return row?.made_at ?? null
}
