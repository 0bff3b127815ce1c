import type { Permission } from '#platform/access'

/** Who may do what with reports. Reading one is everybody's. */
export const permissions = {
  editWords: { act: 'reports.edit-words', roles: ['officer'] },
  issue: { act: 'reports.issue', roles: ['officer'] },
} as const satisfies Readonly<Record<string, Permission>>
