import type { Manifest } from '#platform/manifest'
import type { Documents } from './document.ts'

export type * from './document.ts'

export const documentsManifest: Manifest<Documents, object> = {
  name: 'documents',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [],
  open() {
    throw new Error('documents: this room is still being built')
  },
}
