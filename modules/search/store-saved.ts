import type { Database, Transaction } from '#platform/database'
import type { SavedSearch, SearchAsked } from './saved.ts'

interface SavedRow {
  id: string
  person: string
  name: string
  request: SearchAsked
  saved_at: Date
  token_sha256: Buffer | null
  token_made_at: Date | null
}

type Tables = { 'search.saved': SavedRow }

const columns = ['id', 'person', 'name', 'request', 'saved_at', 'token_made_at'] as const

const savedFrom = ({ id, name, request, saved_at, token_made_at }: Omit<SavedRow, 'token_sha256'>): SavedSearch => ({
  id,
  name,
  asked: request,
  savedAt: saved_at.toISOString(),
  feedSince: token_made_at?.toISOString() ?? null,
})

export async function savedOf(database: Database, person: string): Promise<readonly SavedSearch[]> {
  const rows = await database
    .withTables<Tables>()
    .selectFrom('search.saved')
    .select(columns)
    .where('person', '=', person)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(savedFrom)
}

export async function savedUnder(database: Database, token_sha256: Buffer): Promise<SavedSearch | null> {
  const row = await database
    .withTables<Tables>()
    .selectFrom('search.saved')
    .select(columns)
    .where('token_sha256', '=', token_sha256)
    .executeTakeFirst()
  return row ? savedFrom(row) : null
}

/** Its id; null where the person has one of that name. */
export async function insertSaved(
  transaction: Transaction,
  row: { person: string; name: string; asked: SearchAsked; saved_at: Date },
): Promise<string | null> {
  const { person, name, saved_at } = row
  const done = await transaction
    .withTables<{ 'search.saved': Omit<SavedRow, 'id' | 'request'> & { request: string; id?: string } }>()
    .insertInto('search.saved')
    .values({ person, name, saved_at, request: JSON.stringify(row.asked), token_sha256: null, token_made_at: null })
    .onConflict((conflict) => conflict.columns(['person', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return done?.id ?? null
}

/** True where it was the person's and is gone. */
export async function deleteSaved(transaction: Transaction, person: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .withTables<Tables>()
    .deleteFrom('search.saved')
    .where('person', '=', person)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Gives the search its address, or takes it; true where it is the person's and that changed something. */
export async function setSavedToken(
  transaction: Transaction,
  { person, id }: { person: string; id: string },
  token: { readonly token_sha256: Buffer; readonly token_made_at: Date } | null,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .withTables<Tables>()
    .updateTable('search.saved')
    .set(token ?? { token_sha256: null, token_made_at: null })
    .where('person', '=', person)
    .where('id', '=', id)
    .$if(token === null, (query) => query.where('token_sha256', 'is not', null))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
