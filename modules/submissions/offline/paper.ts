import { type Language, type LocalisedText, languages } from '@resolute/reader'
import { localeOf } from '#platform/i18n'
import type { Speak } from '#platform/words'
import type { Answer, Answers } from '../answer.ts'
import { questionsOf } from '../answers.ts'
import type { Condition, Form, Option, Question, TableColumn } from '../form.ts'
import type { Mark } from './mark.ts'
import { codes, type Paragraphs } from './slots.ts'

/** Everything a form to answer offline is made of, for one who is invited, in one language. */
export interface Paper {
  readonly mark: Mark
  readonly form: Form
  /** Who is invited. */
  readonly name: string
  /** ISO day. */
  readonly deadline: string | null
  /** What is written so far. */
  readonly answers: Answers
  /** Of these the ones that an earlier answer filled in, which nobody looked at yet. */
  readonly offered: ReadonlySet<string>
  readonly paragraphs: Paragraphs
  readonly speak: Speak
}

/** Every sentence a form may have had when it went out, whatever was filled in then. */
export const allOffered = (paper: Paper): Paper => ({
  ...paper,
  offered: new Set(questionsOf(paper.form).map(({ id }) => id)),
})

/** Words with the language they are in, which is another where the form lacks the one asked for. */
export interface Said {
  readonly text: string
  readonly language: Language
}

/** A text of the form in a language, else in English, else in whichever it has. */
export function said(text: LocalisedText, language: Language): Said {
  const found = [language, 'en' as const, ...languages].find((one) => (text[one] ?? '').trim() !== '')
  return found ? { text: text[found]!, language: found } : { text: '', language }
}

export const dayInWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** Number of each question as people count them. */
export const numbersOf = (form: Form): ReadonlyMap<string, number> =>
  new Map(questionsOf(form).map(({ id }, at) => [id, at + 1]))

/** When something is asked, as a sentence; null where it always is. */
export function conditionInWords({ form, speak, mark }: Paper, when: Condition | null): string | null {
  if (!when) return null
  const of = questionsOf(form).find(({ id }) => id === when.question)
  const question = numbersOf(form).get(when.question)
  if (!of || question === undefined) return null
  if (!('anyOf' in when)) return speak('submissions.offline.only-if-answered', { question })
  const options: readonly Option[] = of.kind === 'choice' || of.kind === 'several' ? of.options : []
  const labels = options.filter(({ id }) => when.anyOf.includes(id)).map(({ label }) => said(label, mark.language).text)
  const list = new Intl.ListFormat(localeOf(mark.language), { type: 'disjunction' }).format(labels)
  return speak('submissions.offline.only-if', { question, options: list })
}

/** What is taken for an answer, in sentences. */
export function limitsInWords(paper: Paper, question: Question): readonly string[] {
  const { speak, mark } = paper
  const say = (code: string, facts: Record<string, string | number> = {}) => speak(`submissions.offline.${code}`, facts)
  const out: string[] = []
  if (question.required) out.push(say('required'))
  const condition = conditionInWords(paper, question.when)
  if (condition) out.push(condition)
  switch (question.kind) {
    case 'text':
      if (question.maxWords !== null) out.push(say('most-words', { most: question.maxWords }))
      return out
    case 'choice':
      return [...out, say('choose-one')]
    case 'several':
      return [...out, say('choose-several')]
    case 'number': {
      const unit = said(question.unit, mark.language).text
      out.push(unit === '' ? say('a-number') : say('a-number-of', { unit }))
      if (question.decimals > 0) out.push(say('decimals', { most: question.decimals }))
      if (question.min !== null) out.push(say('least', { least: question.min }))
      if (question.max !== null) out.push(say('most', { most: question.max }))
      return out
    }
    case 'date': {
      const { from, to } = question
      out.push(say('a-day'))
      if (from !== null) out.push(say('first-day', { day: dayInWords(from, mark.language) }))
      if (to !== null) out.push(say('last-day', { day: dayInWords(to, mark.language) }))
      return out
    }
    case 'table':
      return question.rows.length === 0 ? [...out, say('most-rows', { most: question.maxRows })] : out
    case 'file':
      return [...out, say('files-online')]
    case 'comments':
      return [...out, say('comments-how')]
  }
}

/** What is taken in a column of a table, in words; null where anything is. */
export function columnInWords({ speak, mark }: Paper, column: TableColumn): string | null {
  switch (column.kind) {
    case 'text':
      return null
    case 'number':
      return speak('submissions.offline.a-number')
    case 'date':
      return speak('submissions.offline.a-day')
    case 'choice':
      return column.options.map(({ label }) => said(label, mark.language).text).join(' / ')
  }
}

/** In plain notation, with a zero in front where three places could be taken for thousands. */
export const numberWritten = (number: string): string => number.replace(/^(-?)([1-9]\d{0,2}\.\d{3})$/, '$10$2')

function cellWritten(column: TableColumn | undefined, cell: string, language: Language): string {
  const option = column?.kind === 'choice' ? column.options.find(({ id }) => id === cell) : undefined
  return option ? said(option.label, language).text : column?.kind === 'number' ? numberWritten(cell) : cell
}

function* writtenOf(question: Question, answer: Answer, language: Language): Generator<readonly [string, string]> {
  const { id } = question
  switch (answer.kind) {
    case 'text':
      yield [codes.answer(id), answer.text]
      return
    case 'choice':
    case 'several':
      for (const option of answer.kind === 'several' ? answer.options : [answer.option])
        if (option !== null) yield [codes.option(id, option), 'x']
      if (answer.other !== null) yield [codes.other(id), answer.other]
      return
    case 'number':
      yield [codes.answer(id), numberWritten(answer.number)]
      return
    case 'date':
      yield [codes.answer(id), answer.day]
      return
    case 'table': {
      const columns = question.kind === 'table' ? question.columns : []
      for (const [at, { row, cells }] of answer.rows.entries()) {
        const code = row === null ? codes.ownRow(id, at + 1) : codes.row(id, row)
        for (const [column, cell] of Object.entries(cells)) {
          const of = columns.find((one) => one.id === column)
          yield [codes.cell(code, column), cellWritten(of, cell, language)]
        }
      }
      return
    }
    case 'comments':
      for (const { path, text, proposal } of answer.comments) {
        yield [codes.comment(id, path), text]
        if (proposal !== null) yield [codes.proposal(id, path), proposal]
      }
      return
    case 'note':
      yield [codes.noted(id, answer.note), 'x']
      return
    case 'file':
      return
  }
}

/** What stands in each place of the form so far, by its code; a box that is marked has `x`. */
export const writtenIn = ({ form, answers, mark }: Paper): ReadonlyMap<string, string> =>
  new Map(
    questionsOf(form).flatMap((question) => {
      const answer = answers[question.id]
      return answer ? [...writtenOf(question, answer, mark.language)].filter(([, text]) => text !== '') : []
    }),
  )

/** How many rows of one's own a file offers. */
export function ownRows(question: { readonly id: string; readonly maxRows: number }, answers: Answers): number {
  const answer = answers[question.id]
  const filled = answer?.kind === 'table' ? answer.rows.length : 0
  return Math.min(question.maxRows, Math.max(filled + 3, 8))
}
