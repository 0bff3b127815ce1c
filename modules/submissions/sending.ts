import { isDeepStrictEqual } from 'node:util'
import { languages } from '@resolute/reader'
import { invalid, ofInvitation, perform, refusal } from './acting.ts'
import type { Answer, Answers } from './answer.ts'
import { type AnsweringGround, actingFor, mayWrite } from './answering-ground.ts'
import { receiptLetters } from './answering-letters.ts'
import { missingIn, questionsOf, readAgain, shownIn } from './answers.ts'
import { visibilities } from './call.ts'
import type { Form } from './form.ts'
import { isLate, mannerOf } from './hands.ts'
import { standsNow, type Written } from './keeping.ts'
import { permissions } from './permissions.ts'
import { longest, readWords } from './reading-words.ts'
import type { FieldError } from './refusal.ts'
import type { AnsweringActs } from './room.ts'
import { addSent, addShowing, addWithdrawal, broughtSince, holdState, sentRowsOf } from './store-answers.ts'
import { callOf, callRow } from './store-calls.ts'
import { addInvitationEvent, changeInvitationRow, holdInvitation, invitationRow } from './store-invitations.ts'
import type { SentRow } from './store-replies.ts'
import type { Channel } from './submission.ts'

type Acts = Pick<AnsweringActs, 'send' | 'withdraw' | 'show'>

/** What goes out of what was written, or what keeps it: whole or not at all. */
export function goingOut(
  form: Form,
  written: Written,
): { readonly answers: Answers } | { readonly errors: readonly FieldError[] } {
  const standing: Record<string, Answer> = {}
  for (const { id } of questionsOf(form)) {
    const answer = standsNow(written, id) ?? written.offers.get(id)?.answer
    if (answer) standing[id] = answer
  }
  const shown = shownIn(form, standing)
  const errors: FieldError[] = []
  const answers: Record<string, Answer> = {}
  for (const question of questionsOf(form)) {
    const answer = standing[question.id]
    if (!answer || !shown.has(question.id)) continue
    if (standsNow(written, question.id) === null) errors.push({ field: question.id, code: 'unconfirmed' })
    else {
      // The form may have changed since it was written.
      const read = readAgain(question, answer)
      if ('errors' in read) errors.push(...read.errors)
      else answers[question.id] = answer
    }
  }
  for (const field of missingIn(form, standing)) errors.push({ field, code: 'missing' })
  return errors.length > 0 ? { errors } : { answers }
}

/** Whether something went out already as it would now. */
const isSame = (sent: SentRow | undefined, now: Pick<SentRow, 'answers' | 'shown_to' | 'language' | 'version'>) =>
  sent?.state === 'standing' &&
  sent.shown_to === now.shown_to &&
  sent.language === now.language &&
  sent.version === now.version &&
  isDeepStrictEqual(sent.answers, now.answers)

/** Acts by which an answer goes out, is taken back, is shown to others. */
export function openSending(ground: AnsweringGround): Acts {
  const { database, listeners } = ground

  return {
    async send(by, { invitation: id, visibility, language, channel: way, once, seen, origin = null }) {
      const first = await invitationRow(database, id)
      if (!first?.stands) return refusal('no-such-invitation')
      const { actor } = first
      const errors: FieldError[] = []
      if (!visibilities.includes(visibility)) errors.push({ field: 'visibility', code: 'not-a-choice' })
      if (!languages.includes(language)) errors.push({ field: 'language', code: 'not-a-choice' })
      const form = await ground.formOut(first.call)
      const [people, sight] = await Promise.all([actingFor(ground, actor), ground.sight(by)])
      const person = by.person === null ? null : await ground.parties.person(by.person)
      const request = {
        ...{ by, permission: permissions.send, of: ofInvitation({ actor, id }), once },
        on: `invitation:${id}`,
      }
      return perform(ground, request, async ({ transaction, at }) => {
        if (errors.length > 0) return invalid(errors)
        const state = await holdState(transaction, first.call)
        if (state === 'closed') return refusal('call-closed')
        if (state !== 'open' || !form) return refusal('not-open')
        const row = (await holdInvitation(transaction, id))!
        const manner = mannerOf(by, row, people)
        const refused = mayWrite(manner, row, seen)
        if (refused) return refused
        if (!manner!.may.send) return refusal('not-yours-to-clear')
        const { desk } = manner!
        const before = (await sentRowsOf(transaction, row.key)).at(-1)
        const out = goingOut(form.form, await ground.written(transaction, row, form, sight, manner!))
        if ('errors' in out) return invalid(out.errors)
        const { answers } = out
        const now = { answers, shown_to: visibility, language, version: form.version }
        if (Object.keys(answers).length === 0 || isSame(before, now)) return refusal('nothing-to-send')
        const brought = await broughtSince(transaction, row.key, desk, before?.at ?? null)
        const onBehalf = desk === 'office'
        const channel: Channel = onBehalf ? 'office' : (way ?? brought?.format ?? 'online')
        const late = isLate(row.deadline, at)
        const number = (before?.number ?? 0) + 1
        const key = await addSent(transaction, row.call, {
          ...{ invitation: row.key, number, version: form.version, answers, language, visibility, channel },
          ...{ original: way === 'api' ? null : (brought?.file ?? null), onBehalf, late, by: by.doer, at },
        })
        await changeInvitationRow(transaction, row.key, { state: 'sent', sent_at: at, late })
        const submission = `${id}/${number}`
        const told = { number, late, visibility, channel }
        const event = { invitation: row.key, act: request.permission.act, facts: told, by: by.doer, at }
        const befell = await addInvitationEvent(transaction, event)
        for (const listener of listeners) {
          await listener(transaction, { id, actor, state: 'sent', submission, by, at })
        }
        const call = callOf((await callRow(transaction, row.call_id))!)
        await receiptLetters(ground.mail, transaction, {
          ...{
            submission,
            call,
            row,
            late,
            at,
            person,
            origin,
            answered: Object.keys(answers).length,
            channel,
            visibility,
          },
        })
        return {
          answer: { submission },
          rows: [
            { table: 'sent', key },
            { table: 'invitation_events', key: befell },
          ],
          facts: { actor, submission, late, visibility, channel, answers: Object.keys(answers).length },
        }
      })
    },
    async withdraw(by, { invitation: id, reason: given, once, seen }) {
      const first = await invitationRow(database, id)
      if (!first) return refusal('no-such-invitation')
      const { actor } = first
      const reason = readWords('reason', given ?? '', longest.reason)
      const people = await actingFor(ground, actor)
      const permission = permissions.withdraw
      const request = { by, permission, of: ofInvitation({ actor, id }), once, on: `invitation:${id}` }
      return perform(ground, request, async ({ transaction, at }) => {
        if ('error' in reason) return invalid([reason.error])
        const row = (await holdInvitation(transaction, id))!
        const manner = mannerOf(by, row, people)
        if (seen !== undefined && seen !== row.acts) return refusal('changed-since')
        const sent = (await sentRowsOf(transaction, row.key)).at(-1)
        if (!manner || !sent) return refusal('no-such-submission')
        if (!manner.may.withdraw) return refusal('not-yours-to-clear')
        if (sent.state === 'withdrawn') return refusal('already-withdrawn')
        const why = reason.words || null
        const key = await addWithdrawal(transaction, { sent: sent.key, reason: why, by: by.doer, at })
        await changeInvitationRow(transaction, row.key, { state: 'withdrawn', late: false })
        const submission = `${id}/${sent.number}`
        const event = { invitation: row.key, act: permission.act, facts: { number: sent.number }, by: by.doer, at }
        const befell = await addInvitationEvent(transaction, event)
        for (const listener of listeners) {
          await listener(transaction, { id, actor, state: 'withdrawn', submission, by, at })
        }
        return {
          answer: { submission },
          rows: [
            { table: 'withdrawals', key },
            { table: 'invitation_events', key: befell },
          ],
          facts: { actor, submission },
        }
      })
    },
    async show(by, { invitation: id, visibility, once, seen }) {
      const first = await invitationRow(database, id)
      if (!first) return refusal('no-such-invitation')
      const { actor } = first
      const people = await actingFor(ground, actor)
      const permission = permissions.show
      const request = { by, permission, of: ofInvitation({ actor, id }), once, on: `invitation:${id}` }
      return perform(ground, request, async ({ transaction, at }) => {
        if (!visibilities.includes(visibility)) return invalid([{ field: 'visibility', code: 'not-a-choice' }])
        const row = (await holdInvitation(transaction, id))!
        const manner = mannerOf(by, row, people)
        if (seen !== undefined && seen !== row.acts) return refusal('changed-since')
        const sent = (await sentRowsOf(transaction, row.key)).at(-1)
        if (!manner || !sent) return refusal('no-such-submission')
        if (!manner.may.withdraw) return refusal('not-yours-to-clear')
        if (sent.state === 'withdrawn') return refusal('already-withdrawn')
        const key = await addShowing(transaction, { sent: sent.key, visibility, by: by.doer, at })
        await changeInvitationRow(transaction, row.key, {})
        const submission = `${id}/${sent.number}`
        const facts = { number: sent.number, visibility }
        const event = { invitation: row.key, act: permission.act, facts, by: by.doer, at }
        const befell = await addInvitationEvent(transaction, event)
        return {
          answer: { submission },
          rows: [
            { table: 'showings', key },
            { table: 'invitation_events', key: befell },
          ],
          facts: { actor, submission, visibility },
        }
      })
    },
  }
}
