import type { Ground } from './acting.ts'
import { openInvitingActs } from './inviting-acts.ts'
import { openLinks } from './links.ts'
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
    ask: missing,
    remind: missing,
    remindDue: missing,
    ...openInvitingActs(ground),
    ...openLinks(ground),
  }
}
