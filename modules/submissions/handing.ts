import { handedOn, holderOf, type Lying, takenBack } from '#modules/parties'
import { type Permission, refusalOf, type Visitor } from '#platform/access'
import { invalid, ofInvitation, perform, refusal } from './acting.ts'
import { type AnsweringGround, actingFor } from './answering-ground.ts'
import { handedOnLetter } from './answering-letters.ts'
import { type Manner, mannerOf } from './hands.ts'
import { permissions } from './permissions.ts'
import { longest, readWords } from './reading-words.ts'
import type { Outcome, Refusal } from './refusal.ts'
import type { AnsweringActs, OnInvitation } from './room.ts'
import { callOf, callRow } from './store-calls.ts'
import {
  addInvitationEvent,
  changeInvitationRow,
  holdInvitation,
  type InvitationRow,
  invitationRow,
} from './store-invitations.ts'

type Acts = Pick<AnsweringActs, 'assign' | 'handOn' | 'takeBack'>

/** Acts on whose hands an answer lies in: mission, ministry, agency and back. Only people who act for an actor have such. */
export function openHanding(ground: AnsweringGround): Acts {
  const { database, parties } = ground

  /** Moves it from hand to hand. `step` says where it lies then, or why it cannot. */
  async function move(
    by: Visitor,
    permission: Permission,
    given: OnInvitation & { readonly reason?: string | null; readonly origin?: string | null },
    to: string | null,
    step: (row: InvitationRow, manner: Manner) => Lying | Refusal,
  ): Promise<Outcome<{ readonly invitation: string }>> {
    const { invitation: id, once, seen, origin = null } = given
    const first = await invitationRow(database, id)
    if (!first?.stands) return refusal('no-such-invitation')
    const refusals = ofInvitation({ actor: first.actor, id }).map((one) => refusalOf(by, permission, one))
    if (!refusals.includes(null)) return refusals[0]!
    const { actor } = first
    if (actor === null) return refusal('not-yours-to-clear')
    const reason = readWords('reason', given.reason ?? '', longest.reason)
    if ('error' in reason) return invalid([reason.error])
    if (to !== null && !(await parties.canReceive({ actor, from: by.person ?? '', to }))) {
      return invalid([{ field: 'person', code: 'no-such-person' }])
    }
    const people = await actingFor(ground, actor)
    const person = to === null ? null : await parties.person(to)
    const request = { by, permission, of: ofInvitation({ actor, id }), once, on: `invitation:${id}` }
    return perform(ground, request, async ({ transaction, at }) => {
      const row = await holdInvitation(transaction, id)
      const manner = row && mannerOf(by, row, people)
      if (!row?.stands || !manner) return refusal('no-such-invitation')
      if (seen !== undefined && seen !== row.acts) return refusal('changed-since')
      const lying = step(row, manner)
      if ('refused' in lying) return lying
      await changeInvitationRow(transaction, row.key, { answers: lying.answers, chain: lying.chain })
      const told = holderOf(lying)
      // why is said among those who answer: it stands beside the act, and not in the ledger
      const facts = { from: holderOf(row), to: told, ...(reason.words !== '' && { reason: reason.words }) }
      const event = { invitation: row.key, act: permission.act, facts, by: by.doer, at }
      const key = await addInvitationEvent(transaction, event)
      if (to !== null && told !== null && told !== by.person && origin !== null) {
        const call = await callRow(transaction, row.call_id)
        if (person && call) {
          const letter = { event: key, person, from: by.name, reason: reason.words, origin, row, call: callOf(call) }
          await handedOnLetter(ground.mail, transaction, letter)
        }
      }
      return {
        answer: { invitation: id },
        rows: [{ table: 'invitation_events', key }],
        facts: { actor, to: told },
      }
    })
  }

  return {
    assign: (by, given) =>
      move(by, permissions.assign, given, given.person, (_, { may }) =>
        may.assign ? { answers: given.person, chain: [] } : refusal('not-yours-to-clear'),
      ),
    handOn: (by, given) =>
      move(by, permissions.handOn, given, given.person, (row, { may }) =>
        may.handOn ? handedOn(row, by.person ?? given.person, given.person) : refusal('held-elsewhere'),
      ),
    takeBack: (by, given) =>
      move(by, permissions.takeBack, given, null, (row, { may }) => {
        if (!may.takeBack) return refusal('held-elsewhere')
        return takenBack(row, given.person ?? null) ?? invalid([{ field: 'person', code: 'no-such-person' }])
      }),
  }
}
