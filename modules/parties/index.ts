import type { Manifest } from '#platform/manifest'
import type { Parties } from './actor.ts'

export type * from './actor.ts'
export { directoryOf } from './directory.ts'
export { foldName } from './name.ts'
export { shippedActors } from './shipped.ts'

export const partiesManifest: Manifest<Parties, object> = {
  name: 'parties',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [],
  open() {
    throw new Error('parties: this room is still being built')
  },
}
