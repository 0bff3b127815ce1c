import { notes } from '../answer.ts'
import type { Question } from '../form.ts'
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
  type Said,
  said,
  writtenIn,
} from './paper.ts'
import { codes } from './slots.ts'

export type Cell =
  | { readonly kind: 'said'; readonly said: Said }
  /** A place to write in, or a box to mark. */
  | { readonly kind: 'field'; readonly code: string; readonly text: string; readonly shape: 'box' | 'line' | 'lines' }

/** A row that starts with its code, as everybody sees it: `[q6.r.2010]`. */
export interface Row {
  readonly code: string
  readonly cells: readonly Cell[]
}

/** The form as it stands on paper, from top to bottom. */
export type Block =
  | {
      readonly kind: 'line'
      readonly style: 'title' | 'section' | 'question' | 'help' | 'plain' | 'mark'
      readonly said: Said
    }
  | {
      readonly kind: 'grid'
      /** Of the columns behind the code, in hundredths of the width. */
      readonly widths: readonly number[]
      readonly head: readonly Said[] | null
      readonly rows: readonly Row[]
    }

const shapes = { one: 'line', several: 'lines' } as const

type Style = Extract<Block, { kind: 'line' }>['style']

export const shownCode = (code: string): string => `[${code}]`

const lines = (style: Style, { text, language }: Said): readonly Block[] =>
  text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'line', style, said: { text: line, language } }))

/** Every block of a form to answer on paper. The reader knows by it which words are the form's own. */
export function blocksOf(paper: Paper): readonly Block[] {
  const { form, mark, speak, answers } = paper
  const { language } = mark
  const written = writtenIn(paper)
  const numbers = numbersOf(form)
  const own = (text: string): Said => ({ text, language })
  const say = (code: string, facts: Record<string, string | number> = {}) =>
    own(speak(`submissions.offline.${code}`, facts))
  const field = (code: string, shape: 'box' | 'line' | 'lines' = 'line'): Cell => ({
    kind: 'field',
    code,
    text: written.get(code) ?? '',
    shape,
  })
  const telling = (words: Said): Cell => ({ kind: 'said', said: words })
  const boxed = (code: string, label: Said): Row => ({ code, cells: [field(code, 'box'), telling(label)] })
  const noted = ({ id }: Question): Row => ({
    code: codes.note(id),
    cells: [
      telling(say('instead')),
      ...notes.flatMap((note) => [field(codes.noted(id, note), 'box'), telling(say(`note-${note}`))]),
    ],
  })
  const grid = (rows: readonly Row[], widths: readonly number[], head: readonly Said[] | null = null): Block => ({
    kind: 'grid',
    widths,
    head,
    rows,
  })

  function fields(question: Question): readonly Block[] {
    const { id } = question
    switch (question.kind) {
      case 'text':
      case 'number':
      case 'date': {
        const shape = question.kind === 'text' ? shapes[question.lines] : 'line'
        return [grid([{ code: codes.answer(id), cells: [field(codes.answer(id), shape)] }], [100])]
      }
      case 'choice':
      case 'several': {
        const other: Row = { code: codes.other(id), cells: [telling(say('other')), field(codes.other(id))] }
        const options = question.options.map((option) =>
          boxed(codes.option(id, option.id), said(option.label, language)),
        )
        return [grid(options, [8, 92]), ...(question.other ? [grid([other], [25, 75])] : [])]
      }
      case 'table': {
        const head = question.columns.map((column) => {
          const takes = columnInWords(paper, column)
          const label = said(column.label, language)
          return takes === null ? label : { ...label, text: `${label.text} (${takes})` }
        })
        const cells = (row: string) => question.columns.map((column) => field(codes.cell(row, column.id)))
        const share = (width: number) => question.columns.map(() => width / question.columns.length)
        if (question.rows.length === 0) {
          const codesOfRows = Array.from({ length: ownRows(question, answers) }, (_, at) => codes.ownRow(id, at + 1))
          return [
            grid(
              codesOfRows.map((code) => ({ code, cells: cells(code) })),
              share(100),
              head,
            ),
          ]
        }
        const rows = question.rows.map((row): Row => {
          const code = codes.row(id, row.id)
          return { code, cells: [telling(said(row.label, language)), ...cells(code)] }
        })
        return [grid(rows, [25, ...share(75)], [own(''), ...head])]
      }
      case 'file':
        return []
      case 'comments':
        return (paper.paragraphs[id] ?? []).flatMap(({ path, text }) => [
          ...lines('plain', own(`${path}. ${text}`)),
          grid(
            [
              {
                code: codes.comment(id, path),
                cells: [telling(say('comment')), field(codes.comment(id, path), 'lines')],
              },
              {
                code: codes.proposal(id, path),
                cells: [telling(say('proposal')), field(codes.proposal(id, path), 'lines')],
              },
            ],
            [20, 80],
          ),
        ])
    }
  }

  const asked = (question: Question): readonly Block[] => [
    ...lines('question', {
      ...said(question.label, language),
      text: `${numbers.get(question.id)}. ${said(question.label, language).text}`,
    }),
    ...lines('help', said(question.help, language)),
    ...lines('help', own(limitsInWords(paper, question).join(' '))),
    ...(paper.offered.has(question.id) ? lines('help', say('filled-in')) : []),
    ...fields(question),
    ...(question.kind === 'file' ? [] : [grid([noted(question)], [32, 7, 27, 7, 27])]),
  ]

  return [
    ...lines('mark', own(shownCode(markInWords(mark)))),
    ...lines('title', said(form.title, language)),
    ...lines('plain', say('for', { name: paper.name })),
    ...(paper.deadline ? lines('plain', say('return-by', { day: dayInWords(paper.deadline, language) })) : []),
    ...lines('plain', said(form.introduction, language)),
    ...lines('help', say('how-docx')),
    ...form.sections.flatMap((section) => [
      ...lines('section', said(section.title, language)),
      ...lines('help', own(conditionInWords(paper, section.when) ?? '')),
      ...lines('help', said(section.help, language)),
      ...section.questions.flatMap(asked),
    ]),
    ...lines('mark', own(shownCode(markInWords(mark)))),
  ]
}

/** The words of the form itself, as the reader compares them. */
export function ownWords(blocks: readonly Block[]): ReadonlySet<string> {
  const words = blocks.flatMap((block): readonly string[] =>
    block.kind === 'line'
      ? [block.said.text]
      : [
          ...(block.head ?? []).map(({ text }) => text),
          ...block.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === 'said' ? [cell.said.text] : []))),
        ],
  )
  return new Set(words.map(plainLine))
}
