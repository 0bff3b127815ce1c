import {
  AlignmentType,
  BorderStyle,
  type Paragraph,
  type ParagraphChild,
  type Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Pen } from '#platform/word'
import type { Block, Line, Masthead } from '../sheet.ts'
import { textWidth } from './docx-styles.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const thick = { style: BorderStyle.SINGLE, size: 12, color: '000000' } as const

const width = { size: textWidth, type: WidthType.DXA } as const
const share = (percent: number): number => Math.round((textWidth * percent) / 100)

/** Organisation and symbol above a line, organ and distribution below it, as on every sheet. */
export function mastheadTable({ organisation, organ, lines }: Masthead, pen: Pen): Table {
  const [symbol = '', ...rest] = lines
  const cell = (children: Paragraph[], percent: number, bottom: typeof thin | typeof thick | typeof none) =>
    new TableCell({
      width: { size: share(percent), type: WidthType.DXA },
      verticalAlign: VerticalAlign.BOTTOM,
      margins: { top: 60, bottom: 60, left: 0, right: 60 },
      borders: { top: none, left: none, right: none, bottom },
      children,
    })
  const line = (text: string, more: object = {}) => pen.paragraph({ style: 'Place', children: [pen.run(text, more)] })
  return pen.table({
    width,
    layout: TableLayoutType.FIXED,
    columnWidths: [share(66), share(34)],
    rows: [
      new TableRow({
        children: [
          cell([line(organisation, { size: 28 })], 66, thin),
          cell([pen.paragraph({ style: 'Place', alignment: AlignmentType.END, text: symbol })], 34, thin),
        ],
      }),
      new TableRow({
        children: [
          cell([line(organ, { size: 34, bold: true })], 66, thick),
          cell(
            rest.map((text) => line(text)),
            34,
            thick,
          ),
        ],
      }),
    ],
  })
}

/** The boxed summary. */
export function boxed(title: string, paragraphs: readonly ParagraphChild[][], pen: Pen): Table {
  return pen.table({
    width,
    columnWidths: [textWidth],
    rows: [
      new TableRow({
        children: [
          new TableCell({
            width,
            borders: { top: thin, bottom: thin, left: thin, right: thin },
            margins: { top: 60, bottom: 60, left: 170, right: 170 },
            children: [
              pen.paragraph({ style: 'BoxTitle', text: title }),
              ...paragraphs.map((children) => pen.paragraph({ style: 'Plain', children })),
            ],
          }),
        ],
      }),
    ],
  })
}

/** A table of text whose first row is its head: marked as such and repeated on every page. */
export function overviewTable(
  table: Extract<Block, { kind: 'table' }>,
  children: (line: Line) => ParagraphChild[],
  pen: Pen,
): Table {
  const size = (column: number) => ({ size: share(table.widths[column] ?? 0), type: WidthType.DXA })
  const margins = { top: 40, bottom: 40, left: 60, right: 60 }
  return pen.table({
    width,
    layout: TableLayoutType.FIXED,
    columnWidths: table.widths.map(share),
    tableLook: { firstRow: true, noHBand: true, noVBand: true },
    borders: { top: thin, bottom: thick, left: none, right: none, insideHorizontal: thin, insideVertical: none },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.head.map(
          (text, column) =>
            new TableCell({
              width: size(column),
              margins,
              verticalAlign: VerticalAlign.BOTTOM,
              borders: { bottom: thick },
              children: [pen.paragraph({ style: 'Head', text })],
            }),
        ),
      }),
      ...table.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map(
              (line, column) =>
                new TableCell({
                  width: size(column),
                  margins,
                  children: [pen.paragraph({ style: 'Cell', children: children(line) })],
                }),
            ),
          }),
      ),
    ],
  })
}
