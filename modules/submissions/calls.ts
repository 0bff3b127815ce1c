import type { Ground } from './acting.ts'
import type { Calls } from './room.ts'

/** Calls, their forms and how they come to be. */
export function openCalls(ground: Ground): Calls {
  const missing = () => {
    throw new Error(`not there yet: ${ground.sealed.room}`)
  }
  return {
    propose: missing,
    calls: missing,
    call: missing,
    feeding: missing,
    draftForm: missing,
    form: missing,
    library: missing,
    makeCall: missing,
    changeCall: missing,
    changeForm: missing,
    openCall: missing,
    issueForm: missing,
    closeCall: missing,
    dropCall: missing,
  }
}
