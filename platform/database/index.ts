/** The door of the database: PostgreSQL 18, embedded or named by DATABASE_URL. Knows no module. */
export { type Connection, openDatabase } from './open.ts'
export { type MigrationSource, migrate } from './migrate.ts'
export type { Database, Transaction } from './types.ts'
