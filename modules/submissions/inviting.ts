import type { Ground } from './acting.ts'
import { openAsking } from './asking.ts'
import { openInvitations } from './invitations.ts'
import { openInvitingActs } from './inviting-acts.ts'
import { openLinks } from './links.ts'
import { openReminding } from './reminding.ts'
import type { Inviting } from './room.ts'

/** Who is invited, how they are asked, and where each stands. */
export const openInviting = (ground: Ground): Inviting => ({
  ...openInvitations(ground),
  ...openInvitingActs(ground),
  ...openLinks(ground),
  ...openAsking(ground),
  ...openReminding(ground),
})
