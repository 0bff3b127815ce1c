import { refusalOf } from '#platform/access'
import type { Transaction } from '#platform/database'
import { type Done, type Ground, invalid, perform, refusal, type Work } from './acting.ts'
import type { CallState, CallWords } from './call.ts'
import type { Form, FormNote } from './form.ts'
import { blocked, checkForm, mostOf, reusedIds } from './form-check.ts'
import { knownTexts } from './form-known.ts'
import { copiedForm, firstForm, plainForm } from './form-made.ts'
import { permissions } from './permissions.ts'
import type { Outcome, Refusal } from './refusal.ts'
import type { Calls, OnCall } from './room.ts'
import type { SealedTable } from './seals.ts'
import {
  addCallEvent,
  addCallWords,
  addForm,
  addIssue,
  type CallRow,
  callOf,
  callRow,
  changeCallRow,
  countCallAct,
  holdCall,
  insertCall,
  issuedForm,
  issuesOf,
  newestForm,
} from './store-calls.ts'
import { setDeadlines } from './store-invitations.ts'
import { fixedErrors, plainWords, wordsErrors } from './words-check.ts'

type Acts = Pick<Calls, 'makeCall' | 'changeCall' | 'changeForm' | 'openCall' | 'issueForm' | 'closeCall' | 'dropCall'>
type Doing = keyof Pick<typeof permissions, keyof Acts>
type Rows = Done<object, SealedTable>['rows']

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** Acts of the office on calls and their forms. */
export function openCallActs(ground: Ground): Acts {
  const { database, documents, parties, calendar } = ground

  async function errorsIn(words: CallWords, at: Date, before: string | null) {
    const { anchor } = words
    const [directory, table, item] = await Promise.all([
      parties.directory(),
      calendar.table(),
      anchor && documents.item(anchor.document, anchor.unit, anchor.path),
    ])
    return wordsErrors(words, { directory, table, anchorFound: item !== null, today: dayOf(at) }, before)
  }

  const notesOf = async (transaction: Transaction, row: CallRow, form: Form): Promise<readonly FormNote[]> => [
    ...checkForm(form, await knownTexts(documents, form)),
    ...reusedIds(form, await issuesOf(transaction, row.key)),
  ]

  /** One act on a call that stands in one of these states and nobody changed meanwhile. */
  async function onCall<Answer extends object>(
    by: Parameters<Acts['openCall']>[0],
    doing: Doing,
    given: OnCall,
    states: readonly CallState[],
    work: (work: Work, row: CallRow) => Promise<Done<Answer, SealedTable> | Refusal>,
  ): Promise<Outcome<Answer>> {
    const permission = permissions[doing]
    const request = { by, permission, of: [], once: given.once, on: `call:${given.call}` }
    return perform(ground, request, async (doneBy): Promise<Done<Answer, SealedTable> | Refusal> => {
      const row = await holdCall(doneBy.transaction, given.call)
      if (!row) return refusal('no-such-call')
      if (given.seen !== undefined && given.seen !== row.acts) return refusal('changed-since')
      if (!states.includes(row.state)) return refusal(states.includes('draft') ? 'not-a-draft' : 'not-open')
      const done = await work(doneBy, row)
      if (!('refused' in done)) await countCallAct(doneBy.transaction, row.key)
      return done
    })
  }

  /** An event of the call, and with it whatever else was written. */
  async function told<Answer extends object>(
    { transaction, at, by }: Work,
    row: CallRow,
    doing: Doing,
    { answer, rows = [], facts = {} }: { answer: Answer; rows?: Rows; facts?: Record<string, string | number | null> },
  ): Promise<Done<Answer, SealedTable>> {
    const { act } = permissions[doing]
    const key = await addCallEvent(transaction, { call: row.key, act, facts, by: by.doer, at })
    return { answer, rows: [...rows, { table: 'call_events', key }], facts }
  }

  return {
    async makeCall(by, { words: given, formOf = null, text = null, once }) {
      const notAllowed = refusalOf(by, permissions.makeCall)
      if (notAllowed) return notAllowed
      const words = plainWords(given)
      const errors = await errorsIn(words, ground.now(), null)
      if (errors.length > 0) return invalid(errors)
      const earlier = formOf === null ? null : await callRow(database, formOf)
      if (formOf !== null && !earlier) return refusal('no-such-call')
      const known = earlier && ((await issuedForm(database, earlier.key)) ?? (await newestForm(database, earlier.key)))
      const at = ground.now()
      const request = { by, permission: permissions.makeCall, of: [], once, on: `year:${at.getUTCFullYear()}` }
      return perform(ground, request, async ({ transaction, at }): Promise<Done<{ call: string }, SealedTable>> => {
        const { key: call, id } = await insertCall(transaction, at.getUTCFullYear(), at)
        const doing = { by: by.doer, at }
        const form = known ? copiedForm(known.form, words.subject) : firstForm(id, words.subject, text)
        const rows = [
          { table: 'call_words', key: await addCallWords(transaction, { call, words, ...doing }) },
          { table: 'forms', key: await addForm(transaction, { call, form, ...doing }) },
        ] as const
        return { answer: { call: id }, rows, facts: { call: id, formOf } }
      })
    },
    async changeCall(by, given) {
      const words = plainWords(given.words)
      return onCall(by, 'changeCall', given, ['draft', 'open', 'closed'], async ({ transaction, at }, row) => {
        const before = callOf(row).words
        const fixed = row.state === 'draft' ? [] : fixedErrors(words, before)
        const errors = [...fixed, ...(await errorsIn(words, at, before.deadline))]
        if (errors.length > 0) return invalid(errors)
        const key = await addCallWords(transaction, { call: row.key, words, by: by.doer, at })
        return { answer: { call: row.id }, rows: [{ table: 'call_words', key }], facts: {} }
      })
    },
    async changeForm(by, given) {
      const form = plainForm(given.form, given.call)
      const length = JSON.stringify(form).length
      if (length > mostOf.form) {
        return invalid([{ field: 'form', code: 'too-large', facts: { most: mostOf.form, length } }])
      }
      return onCall(by, 'changeForm', given, ['draft', 'open'], async ({ transaction, at }, row) => {
        const notes = await notesOf(transaction, row, form)
        const key = await addForm(transaction, { call: row.key, form, by: by.doer, at })
        return { answer: { notes }, rows: [{ table: 'forms', key }], facts: {} }
      })
    },
    async openCall(by, given) {
      return onCall(by, 'openCall', given, ['draft', 'closed'], async (work, row) => {
        const { transaction, at } = work
        if (row.state === 'closed') {
          await changeCallRow(transaction, row.key, { state: 'open' })
          return told(work, row, 'openCall', { answer: { version: row.version }, facts: { version: row.version } })
        }
        const { deadline } = row.words
        if (deadline === null) return refusal('no-deadline')
        if (deadline < dayOf(at)) return invalid([{ field: 'deadline', code: 'in-the-past' }])
        const draft = await newestForm(transaction, row.key)
        if (!draft || blocked(await notesOf(transaction, row, draft.form))) return refusal('form-not-ready')
        await changeCallRow(transaction, row.key, { state: 'open', deadline, opened: at })
        await setDeadlines(transaction, row.key, deadline)
        const issue = { call: row.key, version: 1, form: draft.key, by: by.doer, at }
        const rows = [{ table: 'issues', key: await addIssue(transaction, issue) }] as const
        return told(work, row, 'openCall', { answer: { version: 1 }, rows, facts: { version: 1, deadline } })
      })
    },
    async issueForm(by, given) {
      return onCall(by, 'issueForm', given, ['open'], async ({ transaction, at }, row) => {
        const draft = await newestForm(transaction, row.key)
        if (!draft || blocked(await notesOf(transaction, row, draft.form))) return refusal('form-not-ready')
        const version = row.version + 1
        const key = await addIssue(transaction, { call: row.key, version, form: draft.key, by: by.doer, at })
        return { answer: { version }, rows: [{ table: 'issues', key }], facts: { version } }
      })
    },
    async closeCall(by, given) {
      return onCall(by, 'closeCall', given, ['open'], async (work, row) => {
        await changeCallRow(work.transaction, row.key, { state: 'closed', closed: work.at })
        return told(work, row, 'closeCall', { answer: { call: row.id } })
      })
    },
    async dropCall(by, given) {
      return onCall(by, 'dropCall', given, ['draft'], async (work, row) => {
        await changeCallRow(work.transaction, row.key, { state: 'dropped' })
        return told(work, row, 'dropCall', { answer: { call: row.id } })
      })
    },
  }
}
