import { isDate } from '#modules/calendar'
import { refusalOf } from '#platform/access'
import { isMailAddress } from '#platform/mail'
import { type Ground, invalid, partsOf, perform, refusal } from './acting.ts'
import { inviteesOf, keyOf } from './inviting-rules.ts'
import { permissions } from './permissions.ts'
import type { Inviting } from './room.ts'
import { countCallAct, holdCall } from './store-calls.ts'
import {
  addInvitationEvent,
  addInvitationEvents,
  addInvitations,
  changeInvitationRow,
  changeInvitationRows,
  holdInvitation,
  holdInvitations,
  invitedNow,
} from './store-invitations.ts'

type Acts = Pick<Inviting, 'invite' | 'changeInvitation' | 'uninvite' | 'extend'>

/** Who is invited, and until when. */
export function openInvitingActs(ground: Ground): Acts {
  return {
    async invite(by, { call: id, invitees: given, once, seen }) {
      const notAllowed = refusalOf(by, permissions.invite)
      if (notAllowed) return notAllowed
      const found = inviteesOf(await ground.parties.directory(), given)
      if (!('invitees' in found)) return invalid(found)
      const people = await ground.parties.peopleOfAll(
        found.invitees.flatMap(({ actor, asked }) => (actor === null || asked ? [] : [actor])),
      )
      const request = { by, permission: permissions.invite, of: [null], once, on: `call:${id}` }
      return perform(ground, request, async ({ transaction, at }) => {
        const call = await holdCall(transaction, id)
        if (!call) return refusal('no-such-call')
        if (seen !== undefined && seen !== call.acts) return refusal('changed-since')
        if (call.state === 'closed') return refusal('call-closed')
        if (call.state === 'dropped') return refusal('not-open')
        if (found.invitees.length === 0) return refusal('nobody-invited')
        const before = new Set((await invitedNow(transaction, call.key)).map(keyOf))
        const fresh = found.invitees.filter((one) => !before.has(keyOf(one)))
        if (fresh.length === 0) return refusal('already-invited')
        const added = await addInvitations(
          transaction,
          call,
          fresh.map(({ asked, ...one }) => ({
            ...one,
            // in the language of whoever acts for an actor, where nobody said which
            language: asked || one.actor === null ? one.language : (people.get(one.actor)?.[0]?.language ?? 'en'),
          })),
        )
        await countCallAct(transaction, call.key)
        // names and addresses stay out of what is kept for good: people may be forgotten
        const keys = await addInvitationEvents(
          transaction,
          added.map(({ key, actor }) => {
            return { invitation: key, act: permissions.invite.act, facts: { actor }, by: by.doer, at }
          }),
        )
        return {
          answer: { invited: added.map(({ n }) => `${id}/${n}`), already: found.invitees.length - fresh.length },
          rows: keys.map((key) => ({ table: 'invitation_events' as const, key })),
          facts: { invited: added.length },
        }
      })
    },
    changeInvitation(by, { invitation: id, email: given, language, once, seen }) {
      const email = typeof given === 'string' ? given.trim() || null : given
      const permission = permissions.changeInvitation
      const request = { by, permission, of: [null], once, on: `invitation:${id}` }
      return perform(ground, request, async ({ transaction, at }) => {
        if (typeof email === 'string' && !isMailAddress(email)) {
          return invalid([{ field: 'email', code: 'no-mail-address' }])
        }
        const row = await holdInvitation(transaction, id)
        if (!row?.stands) return refusal('no-such-invitation')
        if (seen !== undefined && seen !== row.acts) return refusal('changed-since')
        const otherAddress = email !== undefined && email !== row.email
        await changeInvitationRow(transaction, row.key, {
          ...(email !== undefined && { email }),
          ...(language !== undefined && { language }),
          // an address that was not reached says nothing about another
          ...(otherAddress && { not_reached: null }),
        })
        const facts = { address: otherAddress, language: language ?? row.language }
        const event = { invitation: row.key, act: permission.act, facts, by: by.doer, at }
        const key = await addInvitationEvent(transaction, event)
        return { answer: { invitation: id }, rows: [{ table: 'invitation_events', key }], facts }
      })
    },
    uninvite(by, { invitation: id, once, seen }) {
      const request = { by, permission: permissions.uninvite, of: [null], once, on: `invitation:${id}` }
      return perform(ground, request, async ({ transaction, at }) => {
        const row = await holdInvitation(transaction, id)
        if (!row?.stands) return refusal('no-such-invitation')
        if (seen !== undefined && seen !== row.acts) return refusal('changed-since')
        if (row.sent_at !== null) return refusal('already-answered')
        await changeInvitationRow(transaction, row.key, { stands: false })
        const event = { invitation: row.key, act: request.permission.act, by: by.doer, at }
        const key = await addInvitationEvent(transaction, event)
        return { answer: { invitation: id }, rows: [{ table: 'invitation_events', key }], facts: { actor: row.actor } }
      })
    },
    extend(by, { call: id, invitations, deadline, reason: given, once, seen }) {
      const reason = given?.trim() || null
      const request = { by, permission: permissions.extend, of: [null], once, on: `call:${id}` }
      return perform(ground, request, async ({ transaction, at }) => {
        const call = await holdCall(transaction, id)
        if (!call) return refusal('no-such-call')
        if (seen !== undefined && seen !== call.acts) return refusal('changed-since')
        if (call.state === 'closed') return refusal('call-closed')
        if (call.state !== 'open') return refusal('not-open')
        if (!isDate(deadline)) return invalid([{ field: 'deadline', code: 'no-such-day' }])
        if (deadline < at.toISOString().slice(0, 10)) return invalid([{ field: 'deadline', code: 'in-the-past' }])
        if (reason !== null && reason.length > longestReason) {
          return invalid([{ field: 'reason', code: 'too-long', facts: { most: longestReason } }])
        }
        const held = await holdInvitations(transaction, call.key, invitations ? numbersOf(id, invitations) : null)
        if (invitations && held.length < new Set(invitations).size) return refusal('no-such-invitation')
        // nobody is given less time than they were told
        const later = held.filter((row) => row.deadline === null || row.deadline < deadline)
        if (later.length === 0)
          return invalid([{ field: 'deadline', code: 'before-the-first', facts: { first: call.deadline ?? '' } }])
        await changeInvitationRows(
          transaction,
          later.map(({ key }) => key),
          { deadline, extended: true },
        )
        await countCallAct(transaction, call.key)
        const keys = await addInvitationEvents(
          transaction,
          later.map(({ key, deadline: before }) => {
            const facts = { before, deadline, reason }
            return { invitation: key, act: request.permission.act, facts, by: by.doer, at }
          }),
        )
        return {
          answer: { extended: later.length },
          rows: keys.map((key) => ({ table: 'invitation_events' as const, key })),
          facts: { deadline, extended: later.length, all: invitations === undefined },
        }
      })
    },
  }
}

const longestReason = 2000

/** Numbers of invitations of a call; ids of another call's name nothing. */
export const numbersOf = (call: string, invitations: readonly string[]): readonly number[] =>
  invitations.flatMap((id) => {
    const parts = partsOf(id)
    return parts?.call === call ? [parts.n] : []
  })
