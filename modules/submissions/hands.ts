import { type Acting, clears, has, takesBack } from '#modules/parties'
import { may, type Visitor } from '#platform/access'
import { isOffice } from './acting.ts'
import { permissions } from './permissions.ts'
import type { InvitationRow } from './store-invitations.ts'
import { idOf } from './store-invitations.ts'
import type { Answering } from './submission.ts'

/** Whose words are written: of those who answer, or what the office writes down of a letter that came to it. */
export type Desk = 'own' | 'office'

/** What a visitor may do with an invitation as it lies now. */
export interface Manner {
  readonly desk: Desk
  readonly byLink: boolean
  readonly may: Answering['may']
}

const nothing: Answering['may'] = {
  write: false,
  send: false,
  handOn: false,
  takeBack: false,
  assign: false,
  withdraw: false,
}

/**
 * How a visitor answers an invitation; null where it is not theirs to see. Who acts for the actor has the usual hands:
 * one holds it, one clears it. Who comes by the link alone sends like the actor where nobody was named, else writes
 * drafts. The office, administrators among it, writes down on a desk of its own what was sent to it.
 */
export function mannerOf(by: Visitor, row: InvitationRow, people: readonly Acting[]): Manner | null {
  const actor = row.actor
  if (actor !== null && by.grants.some((one) => one.role === 'focal-point' && one.actor === actor)) {
    const write = has(by, row, actor)
    const clear = clears(by, row, actor, people)
    const handing = { handOn: write, takeBack: takesBack(by, row, actor, people), assign: clear }
    return { desk: 'own', byLink: false, may: { write, send: write && clear, withdraw: clear, ...handing } }
  }
  if (by.grants.some((one) => one.role === 'invitee' && one.actor === idOf(row))) {
    const alone = row.answers === null
    return { desk: 'own', byLink: true, may: { ...nothing, write: true, send: alone, withdraw: alone } }
  }
  if (!isOffice(by)) return null
  const write = may(by, permissions.save)
  return { desk: 'office', byLink: false, may: { ...nothing, write, send: write, assign: write && actor !== null } }
}

/** Late once the day is over everywhere on earth: the last place is twelve hours behind. */
export const isLate = (deadline: string | null, at: Date): boolean =>
  deadline !== null && at.getTime() >= Date.parse(`${deadline}T00:00:00Z`) + 36 * 60 * 60_000
