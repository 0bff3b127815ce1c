import type { Permission } from '#platform/access'

/** How often letters come, and the secret address of one's own feed, are everybody's own matter. */
const rows = {
  setLetters: { act: 'followup.set-letters', roles: ['person'] },
  makeFeedAddress: { act: 'followup.make-feed-address', roles: ['person'] },
  endFeedAddress: { act: 'followup.end-feed-address', roles: ['person'] },
} as const satisfies Readonly<Record<string, Permission>>

export const letterPermissions: Readonly<Record<keyof typeof rows, Permission>> = rows

export const { setLetters, makeFeedAddress, endFeedAddress } = letterPermissions
