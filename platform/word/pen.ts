import {
  DeletedTextRun,
  InsertedTextRun,
  type IParagraphOptions,
  type IRunOptions,
  type ITableOptions,
  Paragraph,
  Table,
  TextRun,
} from 'docx'

/** One tracked change: its number in the file, who made it and when (ISO instant). */
export interface Revision {
  readonly id: number
  readonly author: string
  readonly date: string
}

/** Makes the parts of a Word file that turn with the direction of its language. */
export interface Pen {
  paragraph(options: IParagraphOptions): Paragraph
  /** A run is set from right to left where its words are: an English quotation in an Arabic report is not. */
  run(text: string, more?: IRunOptions): TextRun
  /** A run that whoever opens the file may accept or reject. */
  tracked(
    kind: 'inserted' | 'deleted',
    text: string,
    by: Revision,
    more?: IRunOptions,
  ): InsertedTextRun | DeletedTextRun
  table(options: ITableOptions): Table
}

const rightToLeftScript = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

export function penFor(direction: 'ltr' | 'rtl'): Pen {
  const turned = direction === 'rtl'
  const directed = (text: string, more: IRunOptions): IRunOptions => ({
    ...more,
    text,
    ...(turned && rightToLeftScript.test(text) && { rightToLeft: true }),
  })
  const run: Pen['run'] = (text, more = {}) => new TextRun(directed(text, more))
  return {
    run,
    tracked(kind, text, by, more = {}) {
      const Run = kind === 'inserted' ? InsertedTextRun : DeletedTextRun
      return new Run({ ...directed(text, more), ...by })
    },
    paragraph({ text, children, ...options }) {
      const runs = children ?? (text === undefined ? [] : [run(text)])
      return new Paragraph({ ...options, children: runs, ...(turned && { bidirectional: true }) })
    },
    table: (options) => new Table({ ...options, ...(turned && { visuallyRightToLeft: true }) }),
  }
}
