import { type Ground, isOffice } from './acting.ts'
import type { CallState } from './call.ts'
import { openCallActs } from './call-acts.ts'
import { checkForm, reusedIds } from './form-check.ts'
import { knownTexts } from './form-known.ts'
import { freeNumbers } from './form-made.ts'
import { lackingLanguages, textsOf } from './form-texts.ts'
import { propose } from './proposing.ts'
import type { Calls } from './room.ts'
import { questionsOf } from './shown.ts'
import {
  callOf,
  callRow,
  callRows,
  callsFeeding,
  formRow,
  formsOf,
  issuedForm,
  issuesOf,
  newestForm,
} from './store-calls.ts'

const forEverybody: readonly CallState[] = ['open', 'closed']
const forTheOffice: readonly CallState[] = ['draft', 'open', 'closed', 'dropped']

/** Calls, their forms and how they come to be. */
export function openCalls(ground: Ground): Calls {
  const { database, documents } = ground

  /** A draft is the office's own. */
  async function seen(id: string, by: Parameters<Calls['call']>[1]) {
    const row = await callRow(database, id)
    return row && (isOffice(by) || forEverybody.includes(row.state)) ? row : null
  }

  return {
    ...openCallActs(ground),
    propose: async (mandate, by, weeks) => (isOffice(by) ? propose(ground, mandate, weeks) : null),
    async calls({ state, document }, by) {
      const may = isOffice(by) ? forTheOffice : forEverybody
      const states = state === undefined ? may.filter((one) => one !== 'dropped') : may.filter((one) => one === state)
      return states.length === 0 ? [] : callRows(database, { states, ...(document !== undefined && { document }) })
    },
    async call(id, by) {
      const row = await seen(id, by)
      return row && callOf(row)
    },
    feeding: (body, session) => callsFeeding(database, body, session),
    async draftForm(id, by, key) {
      const row = isOffice(by) ? await callRow(database, id) : null
      const draft =
        row && (key === undefined ? await newestForm(database, row.key) : await formRow(database, row.key, key))
      if (!row || !draft) return null
      const { subject, introduction } = row.words
      const texts = [
        { place: 'call.subject', text: subject, needed: true },
        { place: 'call.introduction', text: introduction, needed: false },
        ...textsOf(draft.form),
      ]
      const issued = await issuesOf(database, row.key)
      const forms = [draft.form, ...issued.map(({ form }) => form)]
      return {
        form: draft.form,
        notes: [...checkForm(draft.form, await knownTexts(documents, draft.form)), ...reusedIds(draft.form, issued)],
        missing: lackingLanguages(texts),
        free: freeNumbers(forms),
        isOut: issued.at(-1)?.draft === draft.key,
      }
    },
    async drafts(id, by) {
      const row = isOffice(by) ? await callRow(database, id) : null
      const rows = row ? await formsOf(database, row.key) : []
      return rows.map(({ key, form, by, at }) => ({
        draft: key,
        by,
        at: at.toISOString(),
        questions: questionsOf(form).length,
      }))
    },
    async form(id, by, version) {
      const row = await seen(id, by)
      return row && issuedForm(database, row.key, version)
    },
    async library(by) {
      if (!isOffice(by)) return []
      const lines = await callRows(database, { states: forEverybody })
      const forms = await Promise.all(
        lines.map(async ({ id, answered }) => {
          const issued = await issuedForm(database, (await callRow(database, id))!.key)
          return issued && { call: id, title: issued.form.title, questions: questionsOf(issued.form).length, answered }
        }),
      )
      return forms.filter((form) => form !== null)
    },
  }
}
