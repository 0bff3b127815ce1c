import { createHash } from 'node:crypto'
import { type AnswerNote, notes } from '../answer.ts'
import { questionsOf } from '../answers.ts'
import type { Form, Question, TableQuestion } from '../form.ts'

/** One place of a form to write in. Every format names it by the same code. */
export type Slot =
  | { readonly part: 'answer' | 'other' | 'note'; readonly question: Question }
  /** A box to mark. */
  | { readonly part: 'option'; readonly question: Question; readonly option: string }
  | { readonly part: 'noted'; readonly question: Question; readonly note: AnswerNote }
  /** `row`: of the form; null where who answers adds rows. */
  | {
      readonly part: 'cell'
      readonly question: TableQuestion
      readonly row: string | null
      readonly column: string
    }
  | { readonly part: 'comment' | 'proposal'; readonly question: Question; readonly path: string }

/** Longer ones do not fit into a tag of Word. */
const longestCode = 60

/** A code as it stands in a file: as it is, or its fingerprint where it is too long or has blanks. */
const fitting = (code: string): string =>
  code.length <= longestCode && !/[\s[\]]/.test(code)
    ? code
    : `x${createHash('sha256').update(code).digest('hex').slice(0, 20)}`

export const codes = {
  answer: (question: string) => fitting(question),
  other: (question: string) => fitting(`${question}.other`),
  note: (question: string) => fitting(`${question}.n`),
  noted: (question: string, note: AnswerNote) => fitting(`${question}.n.${note}`),
  option: (question: string, option: string) => fitting(`${question}.o.${option}`),
  row: (question: string, row: string) => fitting(`${question}.r.${row}`),
  /** A row of one's own, counted from 1; its number says nothing but where it stood. */
  ownRow: (question: string, at: number) => `${fitting(question)}.#${at}`,
  cell: (row: string, column: string) => (row.includes('.#') ? `${row}.${column}` : fitting(`${row}.${column}`)),
  comment: (question: string, path: string) => fitting(`${question}.c.${path}`),
  proposal: (question: string, path: string) => fitting(`${question}.p.${path}`),
} as const

/** The name of a bookmark at a place: letters and digits alone, forty at most. */
export const bookmarkOf = (code: string): string => `f_${createHash('sha256').update(code).digest('hex').slice(0, 24)}`

/** Rows of one's own whose bookmarks are known again. */
const mostOwnRows = 200

/** A row of cells: of which question, and which row of the form. */
export interface RowSlot {
  readonly question: TableQuestion
  readonly row: string | null
}

/** What the codes of a form stand for. */
export interface Slots {
  slot(code: string): Slot | null
  row(code: string): RowSlot | null
  /** The code a bookmark stands for, or null. */
  bookmarked(name: string): string | null
  /** Every code but those of rows of one's own, with what it stands for. */
  readonly all: ReadonlyMap<string, Slot>
}

/** Paragraphs commented on, by question, as the register has them. */
export type Paragraphs = Readonly<Record<string, readonly { readonly path: string; readonly text: string }[]>>

function slotsOfQuestion(question: Question, paragraphs: Paragraphs): readonly (readonly [string, Slot])[] {
  const { id } = question
  const all: [string, Slot][] = [
    [codes.answer(id), { part: 'answer', question }],
    [codes.note(id), { part: 'note', question }],
    ...notes.map((note): [string, Slot] => [codes.noted(id, note), { part: 'noted', question, note }]),
  ]
  switch (question.kind) {
    case 'choice':
    case 'several':
      for (const { id: option } of question.options)
        all.push([codes.option(id, option), { part: 'option', question, option }])
      if (question.other) all.push([codes.other(id), { part: 'other', question }])
      return all
    case 'table':
      for (const { id: row } of question.rows)
        for (const { id: column } of question.columns)
          all.push([codes.cell(codes.row(id, row), column), { part: 'cell', question, row, column }])
      return all
    case 'comments':
      for (const { path } of paragraphs[id] ?? []) {
        all.push([codes.comment(id, path), { part: 'comment', question, path }])
        all.push([codes.proposal(id, path), { part: 'proposal', question, path }])
      }
      return all
    case 'text':
    case 'number':
    case 'date':
    case 'file':
      return all
  }
}

export function slotsOf(form: Form, paragraphs: Paragraphs): Slots {
  const questions = questionsOf(form)
  const all = new Map(questions.flatMap((question) => slotsOfQuestion(question, paragraphs)))
  const tables = questions.filter((question) => question.kind === 'table')
  const rows = new Map(
    tables.flatMap((question) =>
      question.rows.map(({ id }) => [codes.row(question.id, id), { question, row: id }] as const),
    ),
  )
  const own = new Map(
    tables.filter(({ rows: given }) => given.length === 0).map((question) => [codes.answer(question.id), question]),
  )
  const row = (code: string): RowSlot | null => {
    const [, table = ''] = /^(.+)\.#\d{1,6}$/.exec(code) ?? []
    const question = own.get(table)
    return question ? { question, row: null } : (rows.get(code) ?? null)
  }
  const ownCells = [...own].flatMap(([table, { columns }]) =>
    Array.from({ length: mostOwnRows }, (_, at) => columns.map(({ id }) => `${table}.#${at + 1}.${id}`)).flat(),
  )
  let bookmarks: ReadonlyMap<string, string> | null = null
  return {
    all,
    row,
    bookmarked(name) {
      bookmarks ??= new Map([...all.keys(), ...ownCells].map((code) => [bookmarkOf(code), code]))
      return bookmarks.get(name) ?? null
    },
    slot(code) {
      const known = all.get(code)
      if (known) return known
      const [, inRow = '', column = ''] = /^(.+\.#\d{1,6})\.(.+)$/.exec(code) ?? []
      const found = row(inRow)
      return found?.question.columns.some(({ id }) => id === column) ? { part: 'cell', ...found, column } : null
    },
  }
}
