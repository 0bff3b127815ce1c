import { setImmediate } from 'node:timers/promises'
import { type Zippable, zipSync } from 'fflate'
import { hashOf, newToken } from '#platform/secrets'
import { type Ground, isOffice, mayOn, perform, refusal } from './acting.ts'
import { numbersOf } from './inviting-acts.ts'
import { letterInWord } from './letter-word.ts'
import { addressesOf, factsOf, letterGround, writeLetters } from './letters.ts'
import { answerAddress, linkAddress } from './links.ts'
import { permissions } from './permissions.ts'
import type { HandedOut, Inviting } from './room.ts'
import { type CallRow, callRow, countCallAct, holdCall } from './store-calls.ts'
import {
  addInvitationEvents,
  changeInvitationRows,
  holdInvitations,
  type InvitationRow,
  idOf,
  invitationRow,
} from './store-invitations.ts'
import { addLinks } from './store-links.ts'

export const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Nothing of theirs stands: they were asked and have not sent. */
export const awaits = ({ stands, state }: InvitationRow): boolean =>
  stands && (state === 'asked' || state === 'opened' || state === 'begun')

const keysOf = (rows: readonly InvitationRow[]): readonly string[] => rows.map(({ key }) => key)
const eventRows = (keys: readonly string[]) => keys.map((key) => ({ table: 'invitation_events' as const, key }))

/** Why letters cannot go out for a call, or null. */
export function cannotAsk(call: CallRow | null, seen: number | undefined) {
  if (!call) return refusal('no-such-call')
  if (seen !== undefined && seen !== call.acts) return refusal('changed-since')
  if (call.state === 'closed') return refusal('call-closed')
  return call.state === 'open' ? null : refusal('not-open')
}

/** Letters that ask and remind, by mail and on paper. */
export function openAsking(ground: Ground): Pick<Inviting, 'ask' | 'askOnPaper' | 'remind' | 'letter'> {
  /** Those of a call that an act is about: these, or all who fit. */
  async function chosen(
    transaction: Parameters<typeof holdInvitations>[0],
    call: CallRow,
    invitations: readonly string[] | undefined,
    fits: (row: InvitationRow) => boolean,
  ) {
    const ns = invitations ? numbersOf(call.id, invitations) : null
    const held = await holdInvitations(transaction, call.key, ns)
    const rows = held.filter(fits)
    const people = await ground.parties.peopleOfAll(rows.flatMap(({ actor }) => actor ?? []))
    return rows.map((row) => ({ row, addresses: addressesOf(row, people.get(row.actor ?? '') ?? []) }))
  }

  return {
    ask(by, { call: id, invitations, origin: site, once, seen }) {
      const request = { by, permission: permissions.ask, of: [null], once, on: `call:${id}` }
      return perform(ground, request, async (work) => {
        const { transaction, at } = work
        const call = await holdCall(transaction, id)
        const cannot = cannotAsk(call, seen)
        if (cannot || !call) return cannot ?? refusal('no-such-call')
        const fits = ({ asked_at, state }: InvitationRow) =>
          state !== 'sent' && (invitations !== undefined || asked_at === null)
        const rows = await chosen(transaction, call, invitations, fits)
        if (rows.length === 0) return refusal('nobody-to-write-to')
        const letters = await letterGround(ground, call)
        const round = { act: request.permission.act, round: 'ask', site } as const
        const { keys, reached, notReached } = await writeLetters(ground, work, letters, round, rows)
        const fresh = reached.filter(({ state }) => state === 'invited')
        await changeInvitationRows(transaction, keysOf(fresh), { state: 'asked', asked_at: at, not_reached: null })
        const again = reached.filter(({ state }) => state !== 'invited')
        await changeInvitationRows(transaction, keysOf(again), { asked_at: at, not_reached: null })
        await changeInvitationRows(transaction, keysOf(notReached), { not_reached: 'no-address' })
        await countCallAct(transaction, call.key)
        const facts = { asked: reached.length, notReached: notReached.length }
        return { answer: facts, rows: eventRows(keys), facts }
      })
    },
    async askOnPaper(by, { call: id, invitations, origin: site, seen }) {
      const given: { row: InvitationRow; token: string }[] = []
      const request = { by, permission: permissions.ask, of: [null], on: `call:${id}` }
      // links are kept nowhere, so a form that comes again writes other letters; those of before stay good
      const done = await perform<{ readonly asked: number }>(ground, request, async ({ transaction, at }) => {
        const call = await holdCall(transaction, id)
        const cannot = cannotAsk(call, seen)
        if (cannot || !call) return cannot ?? refusal('no-such-call')
        const rows = await chosen(transaction, call, invitations, ({ state }) => state !== 'sent')
        if (rows.length === 0) return refusal('nobody-to-write-to')
        given.push(...rows.map(({ row }) => ({ row, token: newToken() })))
        const links = given.map(({ row, token }) => ({ invitation: row.key, sha256: hashOf(token) }))
        await addLinks(transaction, links, at)
        const keys = await addInvitationEvents(
          transaction,
          given.map(({ row }) => {
            return { invitation: row.key, act: request.permission.act, facts: { paper: true }, by: by.doer, at }
          }),
        )
        const fresh = given.map(({ row }) => row).filter(({ state }) => state === 'invited')
        await changeInvitationRows(transaction, keysOf(fresh), { state: 'asked', asked_at: at, not_reached: null })
        const again = given.map(({ row }) => row).filter(({ state }) => state !== 'invited')
        await changeInvitationRows(transaction, keysOf(again), { not_reached: null })
        await countCallAct(transaction, call.key)
        return { answer: { asked: given.length }, rows: eventRows(keys), facts: { asked: given.length, paper: true } }
      })
      if ('refused' in done) return done
      const letters = await letterGround(ground, (await callRow(ground.database, id))!)
      const day = ground.now().toISOString().slice(0, 10)
      const files: Zippable = {}
      for (const { row, token } of given) {
        const { language } = row
        const account = answerAddress(site, row)
        const facts = factsOf(letters, row, { round: 'ask', language, link: linkAddress(site, token), account })
        // a letter takes some milliseconds to set: whoever else asks for something is answered in between
        await setImmediate()
        files[nameOf(row)] = [await letterInWord(facts, day), { mtime: new Date(`${day}T12:00:00Z`) }]
      }
      const zip = { name: `letters-${id}.zip`, type: 'application/zip', bytes: zipSync(files, { level: 0 }) }
      return { ...done, letters: zip }
    },
    remind(by, { call: id, invitations, origin: site, once, seen }) {
      const request = { by, permission: permissions.remind, of: [null], once, on: `call:${id}` }
      return perform(ground, request, async (work) => {
        const { transaction, at } = work
        const call = await holdCall(transaction, id)
        const cannot = cannotAsk(call, seen)
        if (cannot || !call) return cannot ?? refusal('no-such-call')
        const today = at.toISOString().slice(0, 10)
        const fits = (row: InvitationRow) =>
          awaits(row) && row.asked_at !== null && row.reminded_at?.toISOString().slice(0, 10) !== today
        const rows = await chosen(transaction, call, invitations, fits)
        const reachable = rows.filter(({ addresses }) => addresses.length > 0)
        if (reachable.length === 0) return refusal('nobody-to-write-to')
        const letters = await letterGround(ground, call)
        const round = { act: request.permission.act, round: 'remind', site } as const
        const { keys, reached } = await writeLetters(ground, work, letters, round, reachable)
        await changeInvitationRows(transaction, keysOf(reached), { reminded_at: at })
        await countCallAct(transaction, call.key)
        const facts = { reminded: reached.length }
        return { answer: facts, rows: eventRows(keys), facts }
      })
    },
    async letter(id, by, link = null): Promise<HandedOut | null> {
      const row = await invitationRow(ground.database, id)
      if (!row) return null
      if (!isOffice(by) && !mayOn(by, permissions.send, { actor: row.actor, id })) return null
      const call = await callRow(ground.database, row.call_id)
      if (!call) return null
      const letters = await letterGround(ground, call)
      const facts = factsOf(letters, row, { round: 'ask', language: row.language, link, account: null })
      const day = (row.asked_at ?? ground.now()).toISOString().slice(0, 10)
      return { name: nameOf(row), type: word, bytes: await letterInWord(facts, day) }
    },
  }
}

/** Told apart by number and, where it is of the directory, by the id of whom it is to. */
const nameOf = (row: InvitationRow): string => {
  const number = idOf(row).replace('/', '-')
  return `letter-${number}${row.actor === null ? '' : `-${row.actor}`}.docx`
}
