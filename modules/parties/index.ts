import type { Ledger } from '#modules/ledger'
import type { Manifest } from '#platform/manifest'
import type { Parties } from './actor.ts'
import { openParties } from './acts.ts'
import { partiesRoutes } from './api.ts'
import { loadDirectoryAct } from './cross-check.ts'
import { peopleActs, permissions } from './permissions.ts'

export type * from './actor.ts'
export { directoryOf } from './directory.ts'
export * from './hands.ts'
export { foldName } from './name.ts'
export type * from './passkey.ts'
export type * from './person.ts'
export { plainName } from './person-rules.ts'
export { samePathOf } from './same-path.ts'
export type * from './session.ts'
export { shippedActors } from './shipped.ts'
export { actorsTable } from './tables.ts'

export const partiesManifest: Manifest<Parties, { readonly ledger: Ledger }> = {
  name: 'parties',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [loadDirectoryAct, ...peopleActs],
  systemActs: [loadDirectoryAct],
  permissions: Object.values(permissions),
  open: openParties,
  prepare: async (parties) => void (await parties.loadDirectory('system:parties')),
  routes: partiesRoutes,
}
