import type { Manifest, Platform } from '#platform/manifest'
import { type Left, openFollowup } from './acts.ts'
import { acts, permissions } from './permissions.ts'
import type { Followup } from './room.ts'

export type * from './dossier.ts'
export type * from './followable.ts'
export type * from './room.ts'
export { reportable, statusOf, steps } from './transitions.ts'

export const followupManifest: Manifest<Followup, Left, Platform> = {
  name: 'followup',
  migrations: new URL('./migrations/', import.meta.url),
  acts,
  permissions: Object.values(permissions),
  open: openFollowup,
}
