import type { Database } from './types.ts'

type Tables = {
  'platform.milestones': { name: string; reached_at: Date }
}

/** Whether something that is done once in the life of an installation has been done. */
export async function isReached(database: Database, name: string): Promise<boolean> {
  const row = await database
    .withTables<Tables>()
    .selectFrom('platform.milestones')
    .select('name')
    .where('name', '=', name)
    .executeTakeFirst()
  return row !== undefined
}

/** Records it. True for the one caller who was first. */
export async function markReached(database: Database, name: string, now: Date): Promise<boolean> {
  const row = await database
    .withTables<Tables>()
    .insertInto('platform.milestones')
    .values({ name, reached_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('name')
    .executeTakeFirst()
  return row !== undefined
}
