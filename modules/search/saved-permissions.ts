import type { Permission } from '#platform/access'

/** What somebody searches for again and again is their own matter. */
const rows = {
  save: { act: 'search.save', roles: ['person'] },
  remove: { act: 'search.remove', roles: ['person'] },
  makeFeedAddress: { act: 'search.make-feed-address', roles: ['person'] },
  endFeedAddress: { act: 'search.end-feed-address', roles: ['person'] },
} as const satisfies Readonly<Record<string, Permission>>

export const savedPermissions: Readonly<Record<keyof typeof rows, Permission>> = rows

export const savedActs: readonly string[] = Object.values(rows).map(({ act }) => act)
