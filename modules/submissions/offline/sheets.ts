import { notes } from '../answer.ts'
import type { Option, Question } from '../form.ts'
import { plainLine } from './lines.ts'
import { markInWords } from './mark.ts'
import {
  columnInWords,
  conditionInWords,
  dayInWords,
  limitsInWords,
  numbersOf,
  ownRows,
  type Paper,
  said,
  writtenIn,
} from './paper.ts'
import { codes } from './slots.ts'

export type SheetCell =
  | { readonly kind: 'code' | 'said' | 'head' | 'section'; readonly text: string }
  /** A cell to write in; `list` names what may be chosen. */
  | { readonly kind: 'field'; readonly code: string; readonly text: string; readonly list: string | null }
  | null

/** A sheet of the workbook. The first cell says whose form it is and which part; the second row names the columns. */
export interface Sheet {
  readonly name: string
  /** `how`, `answers`, `lists`, or the id of a question. */
  readonly part: string
  readonly widths: readonly number[]
  readonly rows: readonly (readonly SheetCell[])[]
}

export interface Book {
  readonly sheets: readonly Sheet[]
  /** What may be chosen, by name, in the columns of the last sheet. */
  readonly lists: ReadonlyMap<string, readonly string[]>
}

/** Names of columns, for programs. Columns of a table stand under `col:<id>`. */
export const columnKeys = {
  answers: ['code', 'question', 'about', 'answer', 'note'],
  comments: ['code', 'paragraph', 'comment', 'proposal'],
} as const

export const columnKey = (column: string): string => `col:${column}`

/** What a spreadsheet holds in one cell at most. */
const longestCell = 32_767

const code = (text: string): SheetCell => ({ kind: 'code', text })
const words = (text: string): SheetCell => ({ kind: 'said', text })
const head = (text: string): SheetCell => ({ kind: 'head', text })

/** Every sheet of the workbook. The reader knows by it which words are the form's own. */
export function bookOf(paper: Paper): Book {
  const { form, mark, speak, answers } = paper
  const { language } = mark
  const say = (id: string, facts: Record<string, string | number> = {}) => speak(`submissions.offline.${id}`, facts)
  const written = writtenIn(paper)
  const numbers = numbersOf(form)
  const lists = new Map<string, readonly string[]>([
    ['notes', notes.map((note) => say(`note-${note}`))],
    ['x', ['x']],
  ])
  const listOf = (name: string, options: readonly Option[]): string => {
    lists.set(
      name,
      options.map(({ label }) => said(label, language).text),
    )
    return name
  }
  const field = (place: string, text = written.get(place) ?? '', list: string | null = null): SheetCell =>
    text.length > longestCell ? words(say('too-long-here')) : { kind: 'field', code: place, text, list }
  const titled = (part: string): readonly SheetCell[] => [code(`${markInWords(mark)} #${part}`)]

  const noteOf = ({ id }: Question): SheetCell => {
    const answer = answers[id]
    return field(codes.note(id), answer?.kind === 'note' ? say(`note-${answer.note}`) : '', 'notes')
  }

  function asked(question: Question): readonly (readonly SheetCell[])[] {
    const { id } = question
    const label = `${numbers.get(id)}. ${said(question.label, language).text}`
    const about = [said(question.help, language).text, ...limitsInWords(paper, question)].filter(Boolean).join(' ')
    const row = (answer: SheetCell, note: SheetCell = noteOf(question)) => [
      code(codes.answer(id)),
      words(label),
      words(about),
      answer,
      note,
      paper.offered.has(id) ? words(say('filled-in')) : null,
    ]
    switch (question.kind) {
      case 'text':
      case 'number':
      case 'date':
        return [row(field(codes.answer(id)))]
      case 'choice':
      case 'several': {
        const other = [[code(codes.other(id)), words(say('other')), null, field(codes.other(id))]]
        const rest = question.other ? other : []
        if (question.kind === 'choice') {
          const chosen = question.options.find((option) => written.has(codes.option(id, option.id)))
          const text = chosen ? said(chosen.label, language).text : ''
          return [row(field(codes.answer(id), text, listOf(id, question.options))), ...rest]
        }
        const options = question.options.map((option) => [
          code(codes.option(id, option.id)),
          words(said(option.label, language).text),
          null,
          field(codes.option(id, option.id), undefined, 'x'),
        ])
        return [row(null), ...options, ...rest]
      }
      case 'table':
      case 'comments':
        return [row(words(say('see-sheet', { sheet: id })))]
      case 'file':
        return [row(words(say('files-online')), null)]
    }
  }

  function sheetOf(question: Question): readonly Sheet[] {
    const { id } = question
    if (question.kind === 'comments') {
      const rows = (paper.paragraphs[id] ?? []).map(({ path, text }) => [
        code(codes.comment(id, path)),
        words(`${path}. ${text}`),
        field(codes.comment(id, path)),
        field(codes.proposal(id, path)),
      ])
      const heads = [say('code'), say('paragraph'), say('comment'), say('proposal')].map(head)
      return [
        {
          name: id,
          part: id,
          widths: [12, 60, 50, 50],
          rows: [titled(id), columnKeys.comments.map(code), heads, ...rows],
        },
      ]
    }
    if (question.kind !== 'table') return []
    const { columns } = question
    const listed = new Map(
      columns
        .filter(({ kind }) => kind === 'choice')
        .map((column) => [column.id, listOf(`${id}.${column.id}`, column.options)]),
    )
    const heads = columns.map((column) => {
      const takes = columnInWords(paper, column)
      const label = said(column.label, language).text
      return head(takes === null ? label : `${label} (${takes})`)
    })
    const given = question.rows.map((row) => ({ at: codes.row(id, row.id), label: said(row.label, language).text }))
    const own = Array.from({ length: ownRows(question, answers) }, (_, at) => ({
      at: codes.ownRow(id, at + 1),
      label: '',
    }))
    const rows = (question.rows.length > 0 ? given : own).map(({ at, label }) => [
      code(at),
      words(label),
      ...columns.map((column) => {
        const place = codes.cell(at, column.id)
        return field(place, written.get(place) ?? '', listed.get(column.id) ?? null)
      }),
    ])
    return [
      {
        name: id,
        part: id,
        widths: [12, 20, ...columns.map(() => 28)],
        rows: [
          titled(id),
          [code('code'), code('row'), ...columns.map((column) => code(columnKey(column.id)))],
          [head(say('code')), head(say('row')), ...heads],
          ...rows,
        ],
      },
    ]
  }

  const questions = form.sections.flatMap((section) => [
    [
      null,
      { kind: 'section', text: said(section.title, language).text } as const,
      words([conditionInWords(paper, section.when) ?? '', said(section.help, language).text].filter(Boolean).join(' ')),
    ],
    ...section.questions.flatMap(asked),
  ])
  const intro = [
    { kind: 'section' as const, text: said(form.title, language).text },
    words(say('for', { name: paper.name })),
    ...(paper.deadline ? [words(say('return-by', { day: dayInWords(paper.deadline, language) }))] : []),
    ...said(form.introduction, language).text.split('\n').map(words),
    words(say('how-xlsx')),
  ]
  const heads = [say('code'), say('question'), say('about'), say('answer'), say('instead')].map(head)
  const sheets: Sheet[] = [
    { name: say('sheet-how'), part: 'how', widths: [110], rows: [titled('how'), ...intro.map((cell) => [cell])] },
    {
      name: say('sheet-answers'),
      part: 'answers',
      widths: [12, 50, 44, 60, 22, 30],
      rows: [titled('answers'), columnKeys.answers.map(code), heads, ...questions],
    },
    ...form.sections.flatMap((section) => section.questions.flatMap(sheetOf)),
  ]
  const columns = [...lists.values()]
  const depth = Math.max(...columns.map(({ length }) => length))
  const listRows = Array.from({ length: depth }, (_, at) =>
    columns.map((list) => (list[at] === undefined ? null : words(list[at]))),
  )
  sheets.push({
    name: say('sheet-lists'),
    part: 'lists',
    widths: columns.map(() => 20),
    rows: [titled('lists'), ...listRows],
  })
  return { sheets, lists }
}

/** The words of the workbook itself, as the reader compares them. */
export const ownCells = ({ sheets }: Book): ReadonlySet<string> =>
  new Set(
    sheets.flatMap(({ rows }) =>
      rows.flatMap((row) => row.flatMap((cell) => (cell && cell.kind !== 'field' ? [plainLine(cell.text)] : []))),
    ),
  )
