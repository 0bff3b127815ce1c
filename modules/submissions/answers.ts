import { type Language, languages } from '@resolute/reader'
import { type Answer, type AnswerFile, type AnswerRow, type Comment, type GivenAnswer, notes } from './answer.ts'
import type {
  ChoiceQuestion,
  CommentsQuestion,
  FileQuestion,
  NumberQuestion,
  Option,
  Question,
  TableColumn,
  TableQuestion,
} from './form.ts'
import { readDay } from './reading-day.ts'
import { compareNumbers, readNumber, readPlainNumber } from './reading-number.ts'
import { countWords, foldedLabel, longest, readWords } from './reading-words.ts'
import type { FieldError } from './refusal.ts'

export { countWords } from './reading-words.ts'
export { missingIn, questionsOf, shownIn } from './shown.ts'

/** What was read: an answer, null where nothing is said, or what is wrong, field by field. */
export type ReadAnswer = { readonly answer: Answer | null } | { readonly errors: readonly FieldError[] }

const isBlank = (text: string | null | undefined): boolean => text === undefined || text === null || text.trim() === ''

const none: ReadAnswer = { answer: null }
const wrong = (...errors: readonly FieldError[]): ReadAnswer => ({ errors })

/** What an answer to each kind of question is made of. Anything else that came with it is refused, not dropped. */
const madeOf: Readonly<Record<Question['kind'], readonly (keyof GivenAnswer)[]>> = {
  text: ['text'],
  choice: ['options', 'other'],
  several: ['options', 'other'],
  number: ['text'],
  date: ['text'],
  table: ['rows'],
  file: ['files'],
  comments: ['comments'],
}

function isEmpty(given: GivenAnswer, part: keyof GivenAnswer): boolean {
  switch (part) {
    case 'note':
    case 'text':
    case 'other':
      return isBlank(given[part])
    case 'options':
      return (given.options ?? []).every(isBlank)
    case 'rows':
      return (given.rows ?? []).every(({ cells }) => Object.values(cells).every(isBlank))
    case 'files':
      return (given.files ?? []).length === 0
    case 'comments':
      return (given.comments ?? []).every(({ text, proposal }) => isBlank(text) && isBlank(proposal))
  }
}

/** How what was given is to be read. */
export interface HowGiven {
  /** `plain`: numbers in plain decimal notation alone, as programs write them; else as people write them. */
  readonly notation?: 'people' | 'plain'
  /** What stands there now: a number that comes back as it was kept, and so was shown, is that number. */
  readonly stands?: Answer | null
}

interface Reading {
  readonly language: Language
  /** Numbers that are taken as they stand, in plain decimal notation. */
  readonly plain: 'all' | ReadonlySet<string>
}

function numbersIn(answer: Answer | null | undefined): ReadonlySet<string> {
  if (answer?.kind === 'number') return new Set([answer.number])
  return new Set(answer?.kind === 'table' ? answer.rows.flatMap(({ cells }) => Object.values(cells)) : [])
}

const parts = ['note', 'text', 'options', 'other', 'rows', 'files', 'comments'] as const

/**
 * The one rule by which what a page, a file or a program gives for a question becomes an answer. Pure; `language` is that
 * of whoever writes, for numbers and days as people write them, and stands with free text.
 */
export function readAnswer(
  question: Question,
  given: GivenAnswer,
  language: Language,
  { notation = 'people', stands = null }: HowGiven = {},
): ReadAnswer {
  const reading: Reading = { language, plain: notation === 'plain' ? 'all' : numbersIn(stands) }
  const field = question.id
  const said = parts.filter((part) => !isEmpty(given, part))
  if (said.length === 0) return none
  if (said.includes('note')) {
    const note = notes.find((one) => one === given.note?.trim())
    if (!note) return wrong({ field, code: 'not-a-choice' })
    return said.length > 1 ? wrong({ field, code: 'note-and-answer' }) : { answer: { kind: 'note', note } }
  }
  if (said.some((part) => !madeOf[question.kind].includes(part))) return wrong({ field, code: 'unreadable' })
  switch (question.kind) {
    case 'text': {
      const read = readWords(field, given.text!, longest.text, question.lines)
      if ('error' in read) return wrong(read.error)
      if (read.words === '') return none
      const words = countWords(read.words)
      if (question.maxWords !== null && words > question.maxWords) {
        return wrong({ field, code: 'too-long', facts: { most: question.maxWords, length: words } })
      }
      return { answer: { kind: 'text', text: read.words, language } }
    }
    case 'choice':
    case 'several':
      return readOptions(question, given)
    case 'number': {
      const read = numberIn(field, withoutUnit(question, given.text!), question.decimals, reading)
      if ('error' in read) return wrong(read.error)
      const error = outOfBounds(question, read.number)
      return error ? wrong(error) : { answer: { kind: 'number', number: read.number } }
    }
    case 'date': {
      const read = dayIn(field, given.text!, language)
      if ('error' in read) return wrong(read.error)
      const { from, to } = question
      if (from !== null && read.day < from) return wrong({ field, code: 'before-the-first', facts: { first: from } })
      if (to !== null && read.day > to) return wrong({ field, code: 'after-the-last', facts: { last: to } })
      return { answer: { kind: 'date', day: read.day } }
    }
    case 'table':
      return readTable(question, given.rows ?? [], reading)
    case 'file':
      return readFiles(question, given.files ?? [])
    case 'comments':
      return readComments(question, given.comments ?? [], language)
  }
}

/** Ids of the options a label or an id names: one, none, or several where two options are called alike. */
function optionsNamed(options: readonly Option[], written: string): readonly string[] {
  const given = written.trim()
  if (options.some(({ id }) => id === given)) return [given]
  const label = foldedLabel(written)
  return options
    .filter((option) => languages.some((one) => option.label[one] && foldedLabel(option.label[one]) === label))
    .map(({ id }) => id)
}

function optionNamed(
  field: string,
  options: readonly Option[],
  written: string,
): { readonly id: string } | { readonly error: FieldError } {
  const named = written.length <= longest.other ? optionsNamed(options, written) : []
  if (named.length === 1) return { id: named[0]! }
  if (named.length === 0) return { error: { field, code: 'not-a-choice', facts: { written: written.slice(0, 100) } } }
  return { error: { field, code: 'ambiguous', facts: { one: named[0]!, other: named[1]! } } }
}

function readOptions(question: ChoiceQuestion, given: GivenAnswer): ReadAnswer {
  const field = question.id
  const errors: FieldError[] = []
  const chosen = new Set<string>()
  const written = (given.options ?? []).filter((one) => !isBlank(one))
  if (written.length > 2 * question.options.length + 2) return wrong({ field, code: 'too-many' })
  for (const one of written) {
    const named = optionNamed(field, question.options, one)
    if ('error' in named) errors.push(named.error)
    else chosen.add(named.id)
  }
  let other: string | null = null
  if (!isBlank(given.other)) {
    const read = readWords(field, given.other!, longest.other, 'one')
    if ('error' in read) errors.push(read.error)
    else if (!question.other) errors.push({ field, code: 'not-a-choice', facts: { written: read.words.slice(0, 100) } })
    else other = read.words
  }
  if (errors.length > 0) return wrong(...errors)
  // In the order of the form, whatever the order they came in.
  const options = question.options.map(({ id }) => id).filter((id) => chosen.has(id))
  if (question.kind === 'several') return { answer: { kind: 'several', options, other } }
  if (options.length + (other === null ? 0 : 1) > 1) return wrong({ field, code: 'one-only' })
  return { answer: { kind: 'choice', option: options[0] ?? null, other } }
}

/** "12 cases", where the form counts cases. */
function withoutUnit({ unit }: NumberQuestion, written: string): string {
  const text = written.trim()
  const found = languages
    .map((language) => unit[language] ?? '')
    .find((one) => one !== '' && text.toLowerCase().endsWith(one.toLowerCase()))
  return found === undefined ? text : text.slice(0, text.length - found.length)
}

function numberIn(
  field: string,
  written: string,
  decimals: number,
  { language, plain }: Reading,
): { readonly number: string } | { readonly error: FieldError } {
  const isPlain = plain === 'all' || plain.has(written.trim())
  const read = isPlain ? readPlainNumber(written, decimals) : readNumber(written, decimals, language)
  if ('number' in read) return read
  if (read.not === 'ambiguous')
    return { error: { field, code: 'ambiguous', facts: { one: read.one, other: read.other } } }
  if (read.not === 'too-many-decimals') return { error: { field, code: read.not, facts: { most: decimals } } }
  return { error: { field, code: read.not } }
}

function outOfBounds({ id: field, min, max }: NumberQuestion, number: string): FieldError | null {
  if (min !== null && compareNumbers(number, plainNumber(min)) < 0)
    return { field, code: 'too-small', facts: { least: min } }
  if (max !== null && compareNumbers(number, plainNumber(max)) > 0)
    return { field, code: 'too-great', facts: { most: max } }
  return null
}

/** Of the form: six places are the most it takes. */
const plainNumber = (number: number): string => number.toFixed(6)

function dayIn(
  field: string,
  written: string,
  language: Language,
): { readonly day: string } | { readonly error: FieldError } {
  const read = readDay(written, language)
  if ('day' in read) return read
  if (read.not === 'ambiguous')
    return { error: { field, code: 'ambiguous', facts: { one: read.one, other: read.other } } }
  return { error: { field, code: read.not } }
}

function readCell(
  field: string,
  column: TableColumn,
  written: string,
  reading: Reading,
): { readonly value: string } | { readonly error: FieldError } {
  switch (column.kind) {
    case 'text': {
      const read = readWords(field, written, longest.cell)
      return 'error' in read ? read : { value: read.words }
    }
    case 'number': {
      const read = numberIn(field, written, 6, reading)
      return 'error' in read ? read : { value: read.number }
    }
    case 'date': {
      const read = dayIn(field, written, reading.language)
      return 'error' in read ? read : { value: read.day }
    }
    case 'choice': {
      const read = optionNamed(field, column.options, written)
      return 'error' in read ? read : { value: read.id }
    }
  }
}

/** An answer given once more, as it stands: whether another version of the form takes it. */
export function givenOf(answer: Answer): GivenAnswer {
  switch (answer.kind) {
    case 'text':
      return { text: answer.text }
    case 'choice':
      return { options: answer.option === null ? [] : [answer.option], other: answer.other ?? '' }
    case 'several':
      return { options: answer.options, other: answer.other ?? '' }
    case 'number':
      return { text: answer.number }
    case 'date':
      return { text: answer.day }
    case 'table':
      return { rows: answer.rows }
    case 'file':
      return { files: answer.files }
    case 'comments':
      return {
        comments: answer.comments.map(({ proposal, ...comment }) => ({ ...comment, proposal: proposal ?? '' })),
      }
    case 'note':
      return { note: answer.note }
  }
}

/** Whether an answer that was kept is one a question takes, as the form asks it now. */
export const readAgain = (question: Question, answer: Answer): ReadAnswer =>
  readAnswer(question, givenOf(answer), 'language' in answer ? answer.language : 'en', { notation: 'plain' })

function readTable(question: TableQuestion, given: NonNullable<GivenAnswer['rows']>, reading: Reading): ReadAnswer {
  const errors: FieldError[] = []
  const rows: AnswerRow[] = []
  const seen = new Set<string>()
  const filled = given.filter(({ cells }) => Object.values(cells).some((cell) => !isBlank(cell)))
  const most = question.rows.length > 0 ? question.rows.length : question.maxRows
  if (filled.length > most) {
    return wrong({ field: question.id, code: 'too-many', facts: { most, given: filled.length } })
  }
  for (const [at, { row: name, cells }] of filled.entries()) {
    const place = `${question.id}.${name ?? at + 1}`
    const row = name === null ? null : (optionsNamed(question.rows, name)[0] ?? null)
    if ((row === null) !== (question.rows.length === 0) || (name !== null && row === null)) {
      errors.push({ field: place.slice(0, 200), code: 'no-such-row' })
      continue
    }
    if (row !== null && seen.has(row)) {
      errors.push({ field: place, code: 'one-only' })
      continue
    }
    if (row !== null) seen.add(row)
    const read: Record<string, string> = {}
    for (const [id, written] of Object.entries(cells)) {
      if (isBlank(written)) continue
      const [found] = optionsNamed(question.columns, id)
      const column = question.columns.find((one) => one.id === found)
      const field = `${place}.${column?.id ?? id.slice(0, 100)}`
      if (!column) errors.push({ field, code: 'no-such-column' })
      else {
        const cell = readCell(field, column, written, reading)
        if ('error' in cell) errors.push(cell.error)
        else if (cell.value !== '') read[column.id] = cell.value
      }
    }
    rows.push({ row, cells: read })
  }
  if (errors.length > 0) return wrong(...errors)
  const order = new Map(question.rows.map(({ id }, at) => [id, at]))
  return { answer: { kind: 'table', rows: rows.sort((a, b) => place(order, a) - place(order, b)) } }
}

const place = (order: ReadonlyMap<string, number>, { row }: AnswerRow): number =>
  row === null ? 0 : (order.get(row) ?? 0)

function readFiles(question: FileQuestion, given: readonly AnswerFile[]): ReadAnswer {
  const field = question.id
  const files = [...new Map(given.map((file) => [file.sha256, file])).values()]
  if (files.length > question.maxFiles) {
    return wrong({ field, code: 'too-many', facts: { most: question.maxFiles, given: files.length } })
  }
  if (!files.every(({ sha256, name }) => /^[0-9a-f]{64}$/.test(sha256) && 'words' in readWords(field, name, 300)))
    return wrong({ field, code: 'unreadable' })
  return {
    answer: { kind: 'file', files: files.map(({ sha256, name, type, size }) => ({ sha256, name, type, size })) },
  }
}

function readComments(
  question: CommentsQuestion,
  given: NonNullable<GivenAnswer['comments']>,
  language: Language,
): ReadAnswer {
  const errors: FieldError[] = []
  const comments = new Map<string, Comment>()
  for (const { path, text, proposal } of given) {
    if (isBlank(text) && isBlank(proposal)) continue
    const field = `${question.id}.${path.slice(0, 200)}`
    // A question on a whole unit names no paragraph; the room puts those of the text in before it asks here.
    if ('error' in readWords(field, path, 200) || (question.paths.length > 0 && !question.paths.includes(path))) {
      errors.push({ field, code: 'no-such-paragraph' })
      continue
    }
    const words = readWords(field, text, longest.comment)
    const proposed = readWords(field, proposal ?? '', longest.comment)
    if ('error' in words) errors.push(words.error)
    else if ('error' in proposed) errors.push(proposed.error)
    else if (comments.has(path)) errors.push({ field, code: 'one-only' })
    else comments.set(path, { path, text: words.words, proposal: proposed.words || null })
  }
  if (errors.length > 0) return wrong(...errors)
  const order = question.paths
  const sorted = [...comments.values()].sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path))
  return { answer: { kind: 'comments', comments: sorted, language } }
}
