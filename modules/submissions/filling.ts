import { isDeepStrictEqual } from 'node:util'
import { type LocalisedText, languages } from '@resolute/reader'
import type { Database } from '#platform/database'
import type { Answer, GivenAnswer } from './answer.ts'
import { givenOf, questionsOf, readAnswer } from './answers.ts'
import type { Form, IssuedForm, Option, Question } from './form.ts'
import { foldedLabel } from './reading-words.ts'
import { answersIn, type EarlierRow, earlierRows, type TakenFrom } from './store-answers.ts'
import { issuedForm } from './store-calls.ts'
import type { InvitationRow } from './store-invitations.ts'
import { maySee, type Sight } from './visible.ts'

/** An answer somebody gave before to the same question, for them to look at. It is kept nowhere until they confirm it. */
export interface Offer {
  readonly answer: Answer
  readonly from: TakenFrom
}

export type Offers = ReadonlyMap<string, Offer>

/** Texts that say the same in a language they share, and differ in none. */
function sameText(one: LocalisedText, other: LocalisedText): boolean {
  const shared = languages.filter((language) => one[language] && other[language])
  return shared.length > 0 && shared.every((each) => foldedLabel(one[each]!) === foldedLabel(other[each]!))
}

const sameOptions = (one: readonly Option[], other: readonly Option[]): boolean =>
  one.length === other.length &&
  one.every(({ id, label }, at) => id === other[at]!.id && sameText(label, other[at]!.label))

/** What was answered then, as this question would be given it now; null where the two do not ask alike. */
function carried(then: Question, now: Question, answer: Answer): GivenAnswer | null {
  if (answer.kind === 'choice' || answer.kind === 'several') {
    if (!('options' in then) || !('options' in now)) return null
    const chosen = answer.kind === 'choice' ? (answer.option === null ? [] : [answer.option]) : answer.options
    const carriedOver = chosen.map((id) => {
      const label = then.options.find((option) => option.id === id)?.label
      return label && now.options.find((option) => sameText(option.label, label))?.id
    })
    if (carriedOver.includes(undefined)) return null
    return { options: carriedOver as string[], other: answer.other ?? '' }
  }
  if (then.kind !== now.kind) return null
  if (
    now.kind === 'number' &&
    then.kind === 'number' &&
    !sameText(then.unit, now.unit) &&
    !isDeepStrictEqual(then.unit, now.unit)
  )
    return null
  if (now.kind === 'table' && then.kind === 'table') {
    const alike =
      sameOptions(then.columns, now.columns) &&
      sameOptions(then.rows, now.rows) &&
      then.columns.every(
        ({ kind, options }, at) => kind === now.columns[at]!.kind && sameOptions(options, now.columns[at]!.options),
      )
    if (!alike) return null
  }
  if (now.kind === 'comments' && then.kind === 'comments') {
    if (then.document !== now.document || then.unit !== now.unit) return null
  }
  return givenOf(answer)
}

/** The earlier answer, where this question takes it as it is. Silence and notes are never filled in. */
export function offered(then: Question, now: Question, answer: Answer): Answer | null {
  if (then.same !== now.same || answer.kind === 'note') return null
  const given = carried(then, now, answer)
  const read = given && readAnswer(now, given, 'language' in answer ? answer.language : 'en', { notation: 'plain' })
  return read && 'answer' in read ? read.answer : null
}

/** Most forms kept in memory: they never change once they went out. */
const mostForms = 100

/** Finds the last answers of the same actor to the same questions, of what stands and the visitor may see. */
export function openFilling() {
  const forms = new Map<string, IssuedForm>()

  async function formThen(on: Database, call: string, version: number): Promise<IssuedForm | null> {
    const name = `${call} ${version}`
    const found = forms.get(name) ?? (await issuedForm(on, call, version))
    if (!found) return null
    forms.delete(name)
    forms.set(name, found)
    if (forms.size > mostForms) forms.delete(forms.keys().next().value!)
    return found
  }

  return async (on: Database, row: InvitationRow, form: Form, sight: Sight): Promise<Offers> => {
    if (row.actor === null) return new Map()
    const earlier = (await earlierRows(on, { actor: row.actor, call: row.call })).filter(
      ({ call_id, n, actor, shown_to }) =>
        maySee(sight, { invitation: `${call_id}/${n}`, actor, visibility: shown_to, state: 'standing' }),
    )
    const then: { readonly sent: EarlierRow; readonly questions: ReadonlyMap<string, Question> }[] = []
    // One after the other: all of it is asked on one connection, since the act holds no second one.
    for (const sent of earlier) {
      const issued = await formThen(on, sent.call, sent.version)
      then.push({ sent, questions: new Map(issued ? questionsOf(issued.form).map((one) => [one.same, one]) : []) })
    }
    const pairs = questionsOf(form).flatMap((now) =>
      then.flatMap(({ sent, questions }) => {
        const question = questions.get(now.same)
        return question ? [{ now, before: question, sent }] : []
      }),
    )
    const answers = await answersIn(
      on,
      pairs.map(({ sent, before: { id } }) => ({ sent: sent.sent, call: sent.call, question: id })),
    )
    const offers = new Map<string, Offer>()
    const settled = new Set<string>()
    for (const { now, before: question, sent } of pairs) {
      const answer = answers.get(`${sent.sent} ${question.id}`)
      // The last thing said counts, also where it was a note or does not fit any more: then nothing is filled in.
      if (!answer || settled.has(now.id)) continue
      settled.add(now.id)
      const found = offered(question, now, answer)
      const from = {
        call: sent.call_id,
        submission: `${sent.call_id}/${sent.n}/${sent.number}`,
        at: sent.at.toISOString(),
      }
      if (found) offers.set(now.id, { answer: found, from })
    }
    return offers
  }
}

export type Filling = ReturnType<typeof openFilling>
