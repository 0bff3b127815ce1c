import { actsFor, type Directory } from '#modules/parties'
import type { Visitor } from '#platform/access'
import { type Ground, isOffice, partsOf } from './acting.ts'
import { groupOf } from './coverage.ts'
import { type Invitation, type InvitationCounts, type InvitationState, invitationStates } from './invitation.ts'
import { permissions } from './permissions.ts'
import type { Inviting } from './room.ts'
import { callRow } from './store-calls.ts'
import {
  awaitingRows,
  countsOf,
  eventsOf,
  type InvitationRow,
  idOf,
  invitationOf,
  invitationRow,
  invitationRows,
  lyingRows,
} from './store-invitations.ts'

const mostAtOnce = 1000

/** Whether an invitation is the visitor's own to answer. */
const isOwn = (by: Visitor, row: InvitationRow): boolean =>
  (row.actor !== null && actsFor(by, row.actor)) ||
  by.grants.some(({ role, actor }) => role === 'invitee' && actor === idOf(row))

/** As a visitor may see it: everybody sees who is invited and whether something stands, and nobody's address. */
export function shownTo(by: Visitor, row: InvitationRow): Invitation {
  const whole = invitationOf(row)
  if (isOffice(by)) return whole
  if (isOwn(by, row)) return { ...whole, email: null, notReached: null }
  const state: InvitationState = row.state === 'sent' ? 'sent' : 'invited'
  const unseen = { email: null, notReached: null, askedAt: null, remindedAt: null, sentAt: null }
  return { ...whole, ...unseen, state, answers: null, chain: [], acts: 0 }
}

/** People are nobody's business but the office's and their own; of a draft nobody outside knows. */
const maySee = (by: Visitor, row: InvitationRow, isDraft: boolean): boolean =>
  isOffice(by) || (!isDraft && (isOwn(by, row) || (row.kind !== 'person' && row.stands)))

/** Who is invited and where each stands. */
export function openInvitations(
  ground: Ground,
): Pick<Inviting, 'invitations' | 'counts' | 'invitation' | 'history' | 'awaiting' | 'lying'> {
  const { database, parties } = ground

  async function seen(id: string, by: Visitor): Promise<InvitationRow | null> {
    const row = await invitationRow(database, id)
    const call = row && (await callRow(database, row.call_id))
    return row && call && maySee(by, row, call.state === 'draft' || call.state === 'dropped') ? row : null
  }

  return {
    async invitations(id, { state, notReached, group, limit = 100, after }, by) {
      const call = await callRow(database, id)
      const isDraft = call?.state === 'draft' || call?.state === 'dropped'
      if (!call || (isDraft && !isOffice(by))) return { rows: [], next: null }
      const directory = await parties.directory()
      const most = Math.min(Math.max(1, limit), mostAtOnce)
      const rows = await invitationRows(database, call.key, {
        // what others may not know they may not ask for either
        states: isOffice(by) ? (state ? [state] : null) : publicStates(state),
        notReached: isOffice(by) ? (notReached ?? false) : false,
        group: groupIn(directory, group),
        withPersons: isOffice(by),
        after: after ?? 0,
        limit: most + 1,
      })
      const page = rows.slice(0, most)
      return { rows: page.map((row) => shownTo(by, row)), next: rows.length > most ? page.at(-1)!.n : null }
    },
    async counts(id): Promise<InvitationCounts> {
      const call = await callRow(database, id)
      const rows = call ? await countsOf(database, call.key) : []
      const states = Object.fromEntries(
        invitationStates.map((state) => [state, rows.find((row) => row.state === state)?.count ?? 0]),
      ) as Record<InvitationState, number>
      return {
        states,
        total: rows.reduce((sum, { count }) => sum + count, 0),
        notReached: rows.reduce((sum, { not_reached }) => sum + not_reached, 0),
      }
    },
    async invitation(id, by) {
      const row = await seen(id, by)
      return row && shownTo(by, row)
    },
    async history(id, by) {
      const row = partsOf(id) && (await invitationRow(database, id))
      if (!row || !(isOffice(by) || isOwn(by, row))) return []
      const own = isOwn(by, row)
      return (await eventsOf(database, row.key)).map(({ at, facts: { reason, ...facts }, ...event }) => {
        // what those who answer tell each other when they hand it on is theirs
        const isSaid = reason !== undefined && (own || !amongThem.includes(event.act))
        return { ...event, facts: isSaid ? { ...facts, reason } : facts, at: at.toISOString() }
      })
    },
    async lying(ids) {
      const rows = await lyingRows(
        database,
        ids.flatMap((id) => partsOf(id) ?? []),
      )
      return new Map(rows.map(({ call, n, ...lying }) => [`${call}/${n}`, lying]))
    },
    async awaiting(by) {
      const actors = by.grants.flatMap(({ role, actor }) => (role === 'focal-point' && actor !== null ? [actor] : []))
      const rows = actors.length === 0 ? [] : await awaitingRows(database, actors)
      return rows.map(({ subject, ...row }) => ({ ...shownTo(by, row), subject }))
    },
  }
}

const amongThem: readonly string[] = [permissions.handOn.act, permissions.takeBack.act, permissions.assign.act]

/** What everybody may ask for: whether something stands. */
function publicStates(state: InvitationState | undefined): readonly InvitationState[] | null {
  if (state === undefined) return null
  return state === 'sent' ? ['sent'] : state === 'invited' ? invitationStates.filter((one) => one !== 'sent') : []
}

/** Kinds and actors of a group as it is counted: a regional group, `organization`, `person`, `entity`; null: everybody. */
function groupIn(directory: Directory, group: string | undefined) {
  if (group === undefined) return null
  const actors = directory.actors().filter((actor) => groupOf({ kind: 'actor', actor: actor.id }, actor) === group)
  const kinds = group === 'organization' || group === 'person' ? [group] : []
  return { kinds, actors: actors.map(({ id }) => id) }
}
