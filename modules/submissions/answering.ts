import { refusalOf } from '#platform/access'
import { type Ground, invalid, ofInvitation, refusal } from './acting.ts'
import { openAnswerFiles } from './answer-files.ts'
import { actingFor, begun, mayWrite, openAnsweringGround } from './answering-ground.ts'
import { questionsOf, readAnswer } from './answers.ts'
import { settledForm } from './form-settled.ts'
import { openHanding } from './handing.ts'
import { mannerOf } from './hands.ts'
import { keepAnswers } from './keeping.ts'
import { permissions } from './permissions.ts'
import { openReceipts } from './receipt.ts'
import type { FieldError } from './refusal.ts'
import type { AnsweringActs } from './room.ts'
import { openSending } from './sending.ts'
import { sentRowsOf } from './store-answers.ts'
import { callOf, callRow } from './store-calls.ts'
import { changeInvitationRow, holdInvitation, invitationOf, invitationRow } from './store-invitations.ts'
import { submissionOf } from './store-replies.ts'
import type { Answering, DraftAnswer } from './submission.ts'

/** Answering: for who acts for the actor, who holds the link, and the office for what was sent to it. */
export function openAnswering(plain: Ground): Omit<AnsweringActs, 'offlineForm' | 'bringFile' | 'brought'> {
  const ground = openAnsweringGround(plain)
  const { database } = ground
  return {
    ...openHanding(ground),
    ...openSending(ground),
    ...openAnswerFiles(ground),
    ...openReceipts(ground),
    async answering(id, by) {
      const row = await invitationRow(database, id)
      const manner = row && mannerOf(by, row, await actingFor(ground, row.actor))
      const call = row && (await callRow(database, row.call_id))
      const form = call && (await ground.formOut(call.key))
      if (!row?.stands || !manner || !call || !form) return null
      const sight = await ground.sight(by)
      return database
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (on) => {
          const history = (await sentRowsOf(on, row.key)).map(submissionOf)
          const written = await ground.written(on, row, form, sight, manner)
          const drafts: Record<string, DraftAnswer> = {}
          for (const [question, { answer, by: hand, at }] of written.drafts) {
            drafts[question] = { answer, by: hand, at: at.toISOString(), from: null }
          }
          for (const [question, { answer, from }] of written.offers) {
            drafts[question] = { answer, by: 'system:earlier', at: from.at, from }
          }
          const invitation = invitationOf((await invitationRow(on, id)) ?? row)
          const isOffice = manner.desk === 'office'
          const isOpen = call.state === 'open'
          const sent = history.at(-1) ?? null
          const shown: Answering = {
            call: callOf(call),
            invitation: isOffice ? invitation : { ...invitation, email: null, notReached: null },
            form,
            drafts,
            sent,
            history,
            may: {
              ...manner.may,
              write: manner.may.write && isOpen,
              send: manner.may.send && isOpen,
              withdraw: manner.may.withdraw && sent?.state === 'standing',
            },
            byLink: manner.byLink,
            onBehalf: isOffice,
          }
          return shown
        })
    },
    async check(form, given, language) {
      const settled = await settledForm(ground.documents, form)
      const questions = new Map(questionsOf(settled).map((question) => [question.id, question]))
      return Object.entries(given).flatMap(([id, answer]): readonly FieldError[] => {
        const question = questions.get(id)
        if (!question) return [{ field: id.slice(0, 100), code: 'no-such-question' }]
        const read = readAnswer(question, answer, language)
        return 'errors' in read ? read.errors : []
      })
    },
    async save(
      by,
      { invitation: id, answers, confirm = [], language, notation = 'people', whole = false, strict = false, seen },
    ) {
      const first = await invitationRow(database, id)
      if (!first?.stands) return refusal('no-such-invitation')
      const refusals = ofInvitation({ actor: first.actor, id }).map((one) => refusalOf(by, permissions.save, one))
      if (!refusals.includes(null)) return refusals[0]!
      const call = await callRow(database, first.call_id)
      if (call?.state === 'closed') return refusal('call-closed')
      const form = call?.state === 'open' ? await ground.formOut(call.key) : null
      if (!form) return refusal('not-open')
      const [people, sight] = await Promise.all([actingFor(ground, first.actor), ground.sight(by)])
      return database.transaction().execute(async (transaction) => {
        const row = (await holdInvitation(transaction, id))!
        const manner = mannerOf(by, row, people)
        const refused = mayWrite(manner, row, seen)
        if (refused) return refused
        const at = ground.now()
        const { desk } = manner!
        const written = await ground.written(transaction, row, form, sight, manner!)
        const left = whole ? questionsOf(form.form).filter((question) => !(question.id in answers)) : []
        const given = { ...Object.fromEntries(left.map((question) => [question.id, {}])), ...answers }
        const writing = { ...written, invitation: row.key, desk, form: form.form, by: by.doer, at }
        const { saved, errors, changed } = await keepAnswers(transaction, writing, given, {
          language,
          confirm,
          notation,
          strict,
        })
        if (strict && errors.length > 0) return invalid(errors)
        if (changed.length > 0) await changeInvitationRow(transaction, row.key, begun(row, manner!))
        return { saved, errors, acts: row.acts + (changed.length > 0 ? 1 : 0) }
      })
    },
  }
}
