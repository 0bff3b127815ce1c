import type { Visitor } from '#platform/access'
import { hashOf, isToken, newToken } from '#platform/secrets'
import { type Ground, perform, refusal } from './acting.ts'
import { permissions } from './permissions.ts'
import type { Inviting } from './room.ts'
import { addInvitationEvent, changeInvitationRow, holdInvitation, idOf } from './store-invitations.ts'
import { addLinks, endLinks, invitationOfLink, lookedAt } from './store-links.ts'

/** Page one who holds a personal link answers on. */
export const linkAddress = (site: string, token: string): string => `${site}/answer/${token}`

/** Page one who signs in answers on. */
export const answerAddress = (site: string, { call_id, n }: { readonly call_id: string; readonly n: number }): string =>
  `${site}/calls/${call_id}/answer/${n}`

/** Personal links: who holds one may answer the one invitation it was made for, and nothing else. */
export function openLinks(ground: Ground): Pick<Inviting, 'holder' | 'renewLink'> {
  return {
    async holder(token, by) {
      const row = isToken(token) ? await invitationOfLink(ground.database, hashOf(token)) : null
      if (row === null) return null
      if (row.state === 'invited' || row.state === 'asked') await lookedAt(ground.database, row.key)
      const invitation = idOf(row)
      const visitor: Visitor = {
        ...by,
        // somebody who is signed in acts in their own name, also by the link
        doer: by.person === null ? `invitee:${invitation}` : by.doer,
        grants: [...by.grants, { role: 'invitee', actor: invitation }],
      }
      return { visitor, invitation }
    },
    async renewLink(by, { invitation, seen }) {
      const token = newToken()
      const request = { by, permission: permissions.renewLink, of: [null], on: `invitation:${invitation}` }
      // told once and kept nowhere, so a form that comes again makes another link, which ends this one
      const done = await perform<{ readonly renewed: string }>(ground, request, async (work) => {
        const { transaction, at } = work
        const row = await holdInvitation(transaction, invitation)
        if (!row?.stands) return refusal('no-such-invitation')
        if (seen !== undefined && seen !== row.acts) return refusal('changed-since')
        await endLinks(transaction, row.key, at)
        await addLinks(transaction, [{ invitation: row.key, sha256: hashOf(token) }], at)
        await changeInvitationRow(transaction, row.key, {})
        const event = { invitation: row.key, act: request.permission.act, by: by.doer, at }
        const key = await addInvitationEvent(transaction, event)
        return {
          answer: { renewed: invitation },
          rows: [{ table: 'invitation_events', key }],
          facts: { actor: row.actor },
        }
      })
      return 'refused' in done ? done : { token }
    },
  }
}
