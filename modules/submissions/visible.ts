import type { Directory } from '#modules/parties'
import type { Visitor } from '#platform/access'
import { isOffice } from './acting.ts'
import type { Visibility } from './call.ts'
import type { Submission } from './submission.ts'

/** Of a submission, what decides who may see it. */
export interface Seen {
  /** `<call>/<n>`. */
  readonly invitation: string
  readonly actor: string | null
  /** As shown now, not as first sent. */
  readonly visibility: Visibility
  readonly state: Submission['state']
}

/** What a visitor may see, as a query can ask it: `seesAll`, or one of these visibilities while it stands, or their own. */
export interface Sight {
  readonly seesAll: boolean
  readonly visibilities: readonly Visibility[]
  /** Actors they act for, and invitations whose link they hold. */
  readonly actors: readonly string[]
  readonly invitations: readonly string[]
}

const everything: readonly Visibility[] = ['public', 'member-states', 'office']

/**
 * What a visitor may see. The office sees whatever was sent, who acts for an actor or holds the link what was sent for
 * it; beyond that what stands is seen as far as it is shown: by everybody, or by every focal point of a State.
 */
export function sightOf(by: Visitor, directory: Directory): Sight {
  const actors = by.grants.flatMap(({ role, actor }) => (role === 'focal-point' && actor !== null ? [actor] : []))
  const invitations = by.grants.flatMap(({ role, actor }) => (role === 'invitee' && actor !== null ? [actor] : []))
  const seesAll = isOffice(by)
  const isOfState = actors.some((actor) => directory.actor(actor)?.kind === 'state')
  const visibilities: readonly Visibility[] = isOfState ? ['public', 'member-states'] : ['public']
  return { seesAll, visibilities: seesAll ? everything : visibilities, actors, invitations }
}

/** Whether it was sent by those the visitor acts for. */
export const isOwn = ({ actors, invitations }: Sight, { actor, invitation }: Pick<Seen, 'actor' | 'invitation'>) =>
  (actor !== null && actors.includes(actor)) || invitations.includes(invitation)

/**
 * The one rule on who may see a submission that was sent. What was corrected or withdrawn is seen by the office and by
 * those who sent it; everybody else sees that it was.
 */
export function maySee(sight: Sight, seen: Seen): boolean {
  if (sight.seesAll || isOwn(sight, seen)) return true
  return seen.state === 'standing' && sight.visibilities.includes(seen.visibility)
}
