import type { Permission } from '#platform/access'

/** A text may be set beside earlier ones by anybody: it is looked up and forgotten. */
export const findAgreed: Permission = { act: 'lineage.find-agreed', roles: ['public'] }
