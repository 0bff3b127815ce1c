import type { Kysely, Transaction as KyselyTransaction } from 'kysely'

/**
 * A connection pool, or inside an act the transaction. Each store narrows it to its own tables with
 * `database.withTables<...>()`. `date` columns come back as ISO strings, `bigint` as strings, `jsonb` as values.
 */
export type Database = Kysely<unknown>
export type Transaction = KyselyTransaction<unknown>
