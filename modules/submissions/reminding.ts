import { program } from '#platform/access'
import type { Transaction } from '#platform/database'
import { type Ground, perform, refusal } from './acting.ts'
import { awaits } from './asking.ts'
import { addressesOf, letterGround, letterKey, writeLetters } from './letters.ts'
import { permissions } from './permissions.ts'
import type { Inviting } from './room.ts'
import { countCallAct, holdCall } from './store-calls.ts'
import { changeInvitationRows, holdInvitations, type InvitationRow } from './store-invitations.ts'
import { callsToRemind, keepReminders, letterEvents, setNotReached } from './store-reminders.ts'

const millisecondsPerDay = 86_400_000

const daysTo = (day: string, on: string): number => Math.round((Date.parse(day) - Date.parse(on)) / millisecondsPerDay)
const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/**
 * Which reminder of a call holds for a deadline on a day: the one nearest before it. Each holds until the next, so that
 * days without the program lose none; after the deadline the clock says no more. Null: none, or they were written to
 * since its day came.
 */
export function reminderOn(
  reminders: readonly number[],
  deadline: string,
  on: string,
  lastWritten: string | null,
): number | null {
  const left = daysTo(deadline, on)
  if (left < 0) return null
  const days = reminders.filter((one) => one >= left).sort((a, b) => a - b)[0]
  if (days === undefined) return null
  return lastWritten !== null && daysTo(deadline, lastWritten) <= days ? null : days
}

/** What this room does by the clock. */
export function openReminding(ground: Ground): Pick<Inviting, 'remindDue' | 'seeLetters'> {
  const { database, now, mail, parties } = ground

  /** One call: an entry and the letters of all who are reminded that day; nothing where nobody is. */
  function remindCall(id: string, site: string) {
    const by = program('system:reminders')
    const request = { by, permission: permissions.remind, of: [null], on: `call:${id}` }
    return perform(ground, request, async (work) => {
      const { transaction, at } = work
      const call = await holdCall(transaction, id)
      if (call?.state !== 'open') return refusal('not-open')
      const held = await holdInvitations(transaction, call.key, null)
      const due = held.flatMap((row) => {
        if (!awaits(row) || row.asked_at === null || row.deadline === null) return []
        const written = row.reminded_at ?? row.asked_at
        const days = reminderOn(call.words.reminders, row.deadline, dayOf(at), dayOf(written))
        return days === null ? [] : [{ row, days }]
      })
      const rows = await addressed(transaction, due, at)
      if (rows.length === 0) return refusal('nobody-to-write-to')
      const letters = await letterGround(ground, call)
      const round = { act: request.permission.act, round: 'remind', site } as const
      const { keys, reached } = await writeLetters(ground, work, letters, round, rows)
      const patch = { reminded_at: at }
      await changeInvitationRows(
        transaction,
        reached.map(({ key }) => key),
        patch,
      )
      await countCallAct(transaction, call.key)
      const facts = { reminded: reached.length }
      return { answer: facts, rows: keys.map((key) => ({ table: 'invitation_events' as const, key })), facts }
    })
  }

  /**
   * Whom the clock writes to: the addresses given for invitations alone. People with accounts are told by the room that
   * follows up, together with all else that awaits them, so that nobody is told the same thing twice.
   */
  async function addressed(
    transaction: Transaction,
    due: readonly { readonly row: InvitationRow; readonly days: number }[],
    at: Date,
  ) {
    const people = await parties.peopleOfAll(due.flatMap(({ row }) => row.actor ?? []))
    const known = new Set(
      [...people.values()].flat().flatMap(({ email, closedAt }) => (closedAt ? [] : (email?.toLowerCase() ?? []))),
    )
    const rows = due.flatMap((one) => {
      const addresses = addressesOf(one.row, []).filter(({ to }) => !known.has(to.toLowerCase()))
      return addresses.length === 0 ? [] : [{ ...one, addresses }]
    })
    const fresh = await keepReminders(
      transaction,
      rows.map(({ row, days }) => ({ invitation: row.key, deadline: row.deadline!, days })),
      at,
    )
    return rows.filter(({ row }) => fresh.has(row.key))
  }

  return {
    async remindDue(origin) {
      let reminded = 0
      for (const id of await callsToRemind(database, dayOf(now()))) {
        const done = await remindCall(id, origin)
        if (!('refused' in done)) reminded += done.reminded
      }
      return { reminded }
    },
    async seeLetters() {
      const events = await letterEvents(database, new Date(now().getTime() - 8 * millisecondsPerDay))
      const keys = events.flatMap(({ key, letters }) =>
        Array.from({ length: letters }, (_, nth) => letterKey(key, nth)),
      )
      const states = await mail.states(keys)
      const fates = events.map(({ invitation, key, letters }) => {
        const own = Array.from({ length: letters }, (_, nth) => states.get(letterKey(key, nth)))
        return { invitation, failed: own.every((state) => state === 'failed') }
      })
      const failed = fates.filter((fate) => fate.failed).map(({ invitation }) => invitation)
      await setNotReached(database, failed)
    },
  }
}
