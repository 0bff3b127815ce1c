import type { Ground } from './acting.ts'
import type { AnsweringActs } from './room.ts'

/** Forms to be answered offline, out and back in. */
export function openBringing(ground: Ground): Pick<AnsweringActs, 'offlineForm' | 'bringFile' | 'brought'> {
  const missing = () => {
    throw new Error(`not there yet: ${ground.sealed.room}`)
  }
  return {
    offlineForm: missing,
    bringFile: missing,
    brought: missing,
  }
}
