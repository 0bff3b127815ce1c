import type { Manifest, Platform } from '#platform/manifest'
import { type Left, openFollowup } from './acts.ts'
import { followupRoutes } from './api.ts'
import { followupJobs } from './jobs.ts'
import { tellMoveAct } from './moves-told.ts'
import { acts, permissions, takeSubmissionAct } from './permissions.ts'
import { letterPermissions } from './permissions-letters.ts'
import { sendRemindersAct } from './reminding.ts'
import type { Followup } from './room.ts'

export type * from './dossier.ts'
export type * from './feed.ts'
export { toIcs } from './feed-ics.ts'
export type * from './followable.ts'
export type { Frequency, Reminder } from './reminders.ts'
export type * from './room.ts'
export { dossiersTable } from './tables.ts'
export { statusOf } from './transitions.ts'

const letterActs = Object.values(letterPermissions).map(({ act }) => act)

export const followupManifest: Manifest<Followup, Left, Platform> = {
  name: 'followup',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [...acts, ...letterActs, sendRemindersAct, tellMoveAct, takeSubmissionAct],
  systemActs: [sendRemindersAct, tellMoveAct, takeSubmissionAct],
  permissions: [...Object.values(permissions), ...Object.values(letterPermissions)],
  jobs: followupJobs,
  open: openFollowup,
  routes: followupRoutes,
}
