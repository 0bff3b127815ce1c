import type { Permission } from '#platform/access'

/** A draft may be sent in by anybody: it is compared and forgotten. */
export const compare: Permission = { act: 'documents.compare', roles: ['public'] }
