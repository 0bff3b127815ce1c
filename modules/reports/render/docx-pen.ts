import { type IParagraphOptions, type IRunOptions, type ITableOptions, Paragraph, Table, TextRun } from 'docx'

/** Makes the parts of a Word file that turn with the direction of its language. */
export interface Pen {
  paragraph(options: IParagraphOptions): Paragraph
  /** A run is set from right to left where its words are: an English quotation in an Arabic report is not. */
  run(text: string, more?: IRunOptions): TextRun
  table(options: ITableOptions): Table
}

const rightToLeftScript = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

export function penFor(direction: 'ltr' | 'rtl'): Pen {
  const turned = direction === 'rtl'
  const run: Pen['run'] = (text, more = {}) =>
    new TextRun({ ...more, text, ...(turned && rightToLeftScript.test(text) && { rightToLeft: true }) })
  return {
    run,
    paragraph({ text, children, ...options }) {
      const runs = children ?? (text === undefined ? [] : [run(text)])
      return new Paragraph({ ...options, children: runs, ...(turned && { bidirectional: true }) })
    },
    table: (options) => new Table({ ...options, ...(turned && { visuallyRightToLeft: true }) }),
  }
}
