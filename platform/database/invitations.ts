import { createHash, randomBytes } from 'node:crypto'
import type { Database, Transaction } from './types.ts'

type Tables = {
  'platform.invitations': { token_sha256: Buffer; role: 'administrator'; created_at: Date; used_at: Date | null }
}

/** Makes a link's token: 256 random bits. It is returned once and kept only as its SHA-256. */
export async function inviteAdministrator(database: Database, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await database
    .withTables<Tables>()
    .insertInto('platform.invitations')
    .values({ token_sha256: hashOf(token), role: 'administrator', created_at: now, used_at: null })
    .execute()
  return token
}

/** Whether a token is one we gave out that nobody has used yet. Looking does not use it up. */
export async function isOpenInvitation(database: Database, token: string): Promise<boolean> {
  const row = await database
    .withTables<Tables>()
    .selectFrom('platform.invitations')
    .select('role')
    .where('token_sha256', '=', hashOf(token))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Uses a token up. True for the one who was first; falls away with the transaction. */
export async function spendInvitation(transaction: Transaction, token: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .withTables<Tables>()
    .updateTable('platform.invitations')
    .set({ used_at: now })
    .where('token_sha256', '=', hashOf(token))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
