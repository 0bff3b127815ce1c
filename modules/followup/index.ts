import type { Manifest, Platform } from '#platform/manifest'
import { followupRoutes } from './api.ts'
import { type Left, openFollowup } from './acts.ts'
import { followupJobs } from './jobs.ts'
import { tellMoveAct } from './moves-told.ts'
import { acts, permissions } from './permissions.ts'
import { setLetters } from './permissions-letters.ts'
import { sendRemindersAct } from './reminding.ts'
import type { Followup } from './room.ts'

export type * from './dossier.ts'
export type * from './followable.ts'
export type * from './room.ts'
export { dossiersTable } from './tables.ts'
export { reportable, statusOf, steps } from './transitions.ts'

export const followupManifest: Manifest<Followup, Left, Platform> = {
  name: 'followup',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [...acts, setLetters.act, sendRemindersAct, tellMoveAct],
  systemActs: [sendRemindersAct, tellMoveAct],
  permissions: [...Object.values(permissions), setLetters],
  jobs: followupJobs,
  open: openFollowup,
  routes: followupRoutes,
}
