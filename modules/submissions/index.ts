import type { Manifest, Platform } from '#platform/manifest'
import { type Left, openSubmissions } from './acts.ts'
import { submissionsRoutes } from './api.ts'
import { submissionsJobs } from './jobs.ts'
import { acts, permissions } from './permissions.ts'
import type { Submissions } from './room.ts'

export type * from './answer.ts'
export type * from './call.ts'
export type * from './finding.ts'
export type * from './form.ts'
export type * from './invitation.ts'
export { invitationsTable } from './invitations-table.ts'
export type * from './offline.ts'
export type * from './refusal.ts'
export type * from './room.ts'
export type * from './submission.ts'

export const submissionsManifest: Manifest<Submissions, Left, Platform> = {
  name: 'submissions',
  migrations: new URL('./migrations/', import.meta.url),
  acts,
  permissions: Object.values(permissions),
  jobs: submissionsJobs,
  open: openSubmissions,
  routes: submissionsRoutes,
}
