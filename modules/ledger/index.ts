import type { Manifest } from '#platform/manifest'
import type { Ledger } from './entry.ts'

export type * from './entry.ts'

export const ledgerManifest: Manifest<Ledger, object> = {
  name: 'ledger',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [],
  open() {
    throw new Error('ledger: this room is still being built')
  },
}
