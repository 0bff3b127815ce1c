import type { Ground } from './acting.ts'
import type { Inviting } from './room.ts'

/** Who is invited, how they are asked, and where each stands. */
export function openInviting(ground: Ground): Inviting {
  const missing = () => {
    throw new Error(`not there yet: ${ground.sealed.room}`)
  }
  return {
    invitations: missing,
    counts: missing,
    invitation: missing,
    history: missing,
    awaiting: missing,
    letter: missing,
    invite: missing,
    changeInvitation: missing,
    uninvite: missing,
    ask: missing,
    remind: missing,
    extend: missing,
    renewLink: missing,
    remindDue: missing,
    holder: missing,
  }
}
