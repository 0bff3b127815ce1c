import type { Language } from '@resolute/reader'
import { periodInWords } from '#modules/calendar'
import { localeOf } from '#platform/i18n'
import type { Speak } from '#platform/words'
import type { Answer, AnswerRow } from './answer.ts'
import { saidIn } from './figures.ts'
import type { Question, TableColumn } from './form.ts'

/** A figure in plain decimals as a language writes it, exact to the last place given. */
export function numberInWords(figure: string, language: string): string {
  const places = figure.split('.')[1]?.length ?? 0
  const format = new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: places, maximumFractionDigits: 20 })
  return format.format(figure as `${number}`)
}

/** `21(f)` is "21 (f)". */
export const pathInWords = (path: string): string =>
  path.replace('/', ', ').replace(/\(/g, ' (').replace(/\s+/g, ' ').trim()

/** What an answer says, a line for each thing said; free text as it was written, all else in the words of `say`. */
export function answerInWords(question: Question, answer: Answer, say: Speak): readonly string[] {
  const language = say.language as Language
  const labels =
    (options: readonly { readonly id: string; readonly label: Parameters<typeof saidIn>[0] }[]) =>
    (id: string): string => {
      const option = options.find((one) => one.id === id)
      return option ? saidIn(option.label, language).words : id
    }
  const options = question.kind === 'choice' || question.kind === 'several' ? question.options : []
  const other = (text: string | null) => (text === null ? [] : [say('submissions.figure.other-said', { text })])
  switch (answer.kind) {
    case 'text':
      return answer.text.split(/\n+/)
    case 'choice':
      return [...(answer.option === null ? [] : [labels(options)(answer.option)]), ...other(answer.other)]
    case 'several':
      return [...answer.options.map(labels(options)), ...other(answer.other)]
    case 'number': {
      const unit = question.kind === 'number' ? saidIn(question.unit, language).words : ''
      return [`${numberInWords(answer.number, language)} ${unit}`.trim()]
    }
    case 'date':
      return [dayInWords(answer.day, language)]
    case 'table':
      return answer.rows.map((row, at) => rowInWords(question, row, at, say))
    case 'file':
      return answer.files.map(({ name }) => name)
    case 'comments':
      return answer.comments.flatMap(({ path, text, proposal }) => [
        ...(text === '' ? [] : [say('submissions.figure.comment', { path: pathInWords(path), text })]),
        ...(proposal === null ? [] : [say('submissions.figure.proposal', { path: pathInWords(path), text: proposal })]),
      ])
    case 'note':
      return [say(`submissions.figure.note.${answer.note}`)]
  }
}

const dayInWords = (day: string, language: string): string => periodInWords({ from: day, to: day }, language)

function rowInWords(question: Question, { row, cells }: AnswerRow, at: number, say: Speak): string {
  const language = say.language as Language
  const table = question.kind === 'table' ? question : null
  const given = table?.rows.find(({ id }) => id === row)
  const label = given ? saidIn(given.label, language).words : `${at + 1}`
  const said = Object.entries(cells).map(([id, text]) => {
    const column = table?.columns.find((one) => one.id === id)
    return say('submissions.figure.cell', {
      label: column ? saidIn(column.label, language).words : id,
      text: column ? cellInWords(column, text, language) : text,
    })
  })
  return say('submissions.figure.row', { label, cells: said.join(say('submissions.figure.separator')) })
}

function cellInWords({ kind, options }: TableColumn, text: string, language: Language): string {
  switch (kind) {
    case 'text':
      return text
    case 'number':
      return numberInWords(text, language)
    case 'date':
      return dayInWords(text, language)
    case 'choice': {
      const option = options.find(({ id }) => id === text)
      return option ? saidIn(option.label, language).words : text
    }
  }
}
