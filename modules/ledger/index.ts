import type { Manifest } from '#platform/manifest'
import { openLedger } from './acts.ts'
import { ledgerRoutes } from './api.ts'
import type { Ledger } from './entry.ts'

export { canonicalJson } from './canonical.ts'
export type * from './entry.ts'
export * from './perform.ts'
export type { Sealed } from './sealed.ts'
export { sealFaults } from './seals.ts'
export { entriesTable } from './tables.ts'

export const ledgerManifest: Manifest<Ledger, object> = {
  name: 'ledger',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [],
  open: openLedger,
  routes: ledgerRoutes,
}
