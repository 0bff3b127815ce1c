import type { Manifest } from '#platform/manifest'
import type { Mandates } from './obligation.ts'

export type * from './obligation.ts'

export const mandatesManifest: Manifest<Mandates, object> = {
  name: 'mandates',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [],
  open() {
    throw new Error('mandates: this room is still being built')
  },
}
