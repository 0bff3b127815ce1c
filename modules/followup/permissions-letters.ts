import type { Permission } from '#platform/access'

/** How often letters come is one's own matter. */
export const setLetters: Permission = { act: 'followup.set-letters', roles: ['person'] }
