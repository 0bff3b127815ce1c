/** The door of the database: PostgreSQL 18, embedded or named by DATABASE_URL. Knows no module. */
export { endEmbedded, joinEmbedded, type Share } from './embedded/index.ts'
export { type MigrationSource, migrate } from './migrate.ts'
export { type Connection, openDatabase } from './open.ts'
export { DatabaseRefusal } from './refusal.ts'
export type { Database, Transaction } from './types.ts'
