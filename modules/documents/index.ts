import type { Manifest } from '#platform/manifest'
import { type Left, openDocuments } from './acts.ts'
import { documentsRoutes } from './api.ts'
import { compareRoutes } from './compare-api.ts'
import type { Documents } from './document.ts'
import * as permissions from './permissions.ts'

export { adoptionOf, isoDate, type KnownAdoption } from './adoption.ts'
export type * from './compare.ts'
export type * from './document.ts'
export { adoptable } from './identity.ts'
export { documentsTable } from './tables.ts'
export { refusalInWords } from './words.ts'

export const documentsManifest: Manifest<Documents, Left> = {
  name: 'documents',
  migrations: new URL('./migrations/', import.meta.url),
  acts: ['documents.import-text'],
  systemActs: ['documents.import-text'],
  permissions: Object.values(permissions),
  open: openDocuments,
  routes: (documents) => documentsRoutes(documents).route('/', compareRoutes(documents)),
}
