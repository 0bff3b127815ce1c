import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  BuilderElement,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  HeightRule,
  Packer,
  PageNumber,
  type Paragraph,
  type ParagraphChild,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type XmlComponent,
} from 'docx'
import { directionOf } from '#platform/i18n'
import { type Pen, penFor, settle } from '#platform/word'
import { type Block, blocksOf, type Cell, type Row, shownCode } from './blocks.ts'
import { writable } from './lines.ts'
import { markInWords } from './mark.ts'
import { type Paper, type Said, said } from './paper.ts'
import { bookmarkOf } from './slots.ts'

/** Width between the margins of A4, in twips; the column of codes takes its share. */
const textWidth = 9_638
const codeWidth = 1_100
const thin = { style: BorderStyle.SINGLE, size: 4, color: '808080' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const bare = { top: none, bottom: none, left: none, right: none } as const
const pale = { size: 12, color: '767676' } as const

const element = (name: string, attributes: Record<string, string> = {}, children: readonly XmlComponent[] = []) =>
  new BuilderElement({
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }])),
    children,
  })

/** A content control around some runs: Word and LibreOffice keep its tag (ECMA-376 part 1, 17.5.2). */
const control = (properties: readonly XmlComponent[], runs: readonly XmlComponent[]): ParagraphChild =>
  element('w:sdt', {}, [element('w:sdtPr', {}, properties), element('w:sdtContent', {}, runs)]) as ParagraphChild

const named = (code: string) => [element('w:alias', { 'w:val': code }), element('w:tag', { 'w:val': code })]

/** A box that is marked with one click; whoever's program knows no such boxes types a cross. */
const box = (code: string, marked: boolean): ParagraphChild =>
  control(
    [
      ...named(code),
      element('w14:checkbox', {}, [
        element('w14:checked', { 'w14:val': marked ? '1' : '0' }),
        element('w14:checkedState', { 'w14:val': '2612', 'w14:font': 'MS Gothic' }),
        element('w14:uncheckedState', { 'w14:val': '2610', 'w14:font': 'MS Gothic' }),
      ]),
    ],
    [new TextRun({ text: marked ? '☒' : '☐', font: 'MS Gothic' })],
  )

/** What is written so far, a paragraph for each line, behind a bookmark that names the place. */
function place(code: string, text: string, at: number, pen: Pen): readonly Paragraph[] {
  return writable(text)
    .split('\n')
    .map((line, nth) => {
      const runs = line === '' ? [] : [pen.run(line)]
      const named = [new BookmarkStart(bookmarkOf(code), at), ...runs, new BookmarkEnd(at)] as ParagraphChild[]
      return pen.paragraph({ style: 'Written', children: nth === 0 ? named : runs })
    })
}

function cellOf(cell: Cell, width: number, at: number, pen: Pen): TableCell {
  const size = { size: width, type: WidthType.DXA } as const
  const margins = { top: 50, bottom: 50, left: 80, right: 80 }
  if (cell.kind === 'said') {
    const lines = cell.said.text.split('\n')
    const children = lines.map((text) => pen.paragraph({ style: 'Said', children: [run(cell.said, text)] }))
    return new TableCell({ width: size, margins, borders: bare, children })
  }
  const boxed = () => [pen.paragraph({ style: 'Written', children: [box(cell.code, cell.text !== '')] })]
  return new TableCell({
    width: size,
    margins,
    borders: { top: thin, bottom: thin, left: thin, right: thin },
    children: cell.shape === 'box' ? boxed() : place(cell.code, cell.text, at, pen),
  })
}

/** A run set in the direction of its own language and marked with it. */
const run = ({ language }: Said, text: string, more: object = {}): TextRun =>
  penFor(directionOf(language)).run(text, { ...more, language: { value: language, bidirectional: language } })

function grid({ head, rows, widths }: Extract<Block, { kind: 'grid' }>, count: () => number, pen: Pen): FileChild {
  const sizes = widths.map((share) => Math.round(((textWidth - codeWidth) * share) / 100))
  const code = (text: string): TableCell =>
    new TableCell({
      width: { size: codeWidth, type: WidthType.DXA },
      borders: bare,
      margins: { top: 50, bottom: 50, left: 30, right: 30 },
      children: [
        penFor('ltr').paragraph({
          style: 'Said',
          children: text === '' ? [] : [control(named(text), [new TextRun({ text: shownCode(text), ...pale })])],
        }),
      ],
    })
  const row = ({ code: told, cells }: Row): TableRow =>
    new TableRow({
      ...(cells.some((cell) => cell.kind === 'field' && cell.shape === 'lines') && {
        height: { value: 1_000, rule: HeightRule.ATLEAST },
      }),
      cantSplit: cells.every((cell) => cell.kind === 'said' || cell.shape === 'box'),
      children: [code(told), ...cells.map((cell, at) => cellOf(cell, sizes[at] ?? 1_000, count(), pen))],
    })
  const headRow = head && [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: [
        code(''),
        ...head.map(
          (words, at) =>
            new TableCell({
              width: { size: sizes[at] ?? 1_000, type: WidthType.DXA },
              borders: bare,
              margins: { top: 50, bottom: 50, left: 80, right: 80 },
              children: [pen.paragraph({ style: 'Said', children: [run(words, words.text, { bold: true })] })],
            }),
        ),
      ],
    }),
  ]
  return pen.table({
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: [codeWidth, ...sizes],
    borders: { ...bare, insideHorizontal: none, insideVertical: none },
    rows: [...(headRow ?? []), ...rows.map(row)],
  })
}

function blockOf(block: Block, count: () => number, pen: Pen): readonly FileChild[] {
  if (block.kind === 'grid') return [grid(block, count, pen), pen.paragraph({ style: 'Gap', text: '' })]
  const { said: words, style } = block
  const children = [run(words, words.text, style === 'mark' ? pale : {})]
  switch (style) {
    case 'title':
      return [pen.paragraph({ heading: HeadingLevel.TITLE, children })]
    case 'section':
      return [pen.paragraph({ heading: HeadingLevel.HEADING_1, children })]
    case 'question':
      return [pen.paragraph({ heading: HeadingLevel.HEADING_2, children })]
    case 'help':
      return [pen.paragraph({ style: 'Help', keepNext: true, children })]
    case 'plain':
      return [pen.paragraph({ style: 'Plain', children })]
    case 'mark':
      return [penFor('ltr').paragraph({ style: 'Said', children })]
  }
}

/**
 * The form as a Word file: a table for each place to write in, whose first column shows its code; content controls carry
 * the same codes out of sight, and bookmarks name the places themselves. The same paper and date give the same bytes.
 */
export async function writeDocx(paper: Paper, date: string): Promise<Uint8Array> {
  const { language } = paper.mark
  const pen = penFor(directionOf(language))
  let places = 0
  const count = () => ++places
  const black = { color: '000000', font: 'Calibri' } as const
  const style = (id: string, before: number, after: number, more: object = {}) => ({
    id,
    name: id,
    basedOn: 'Normal',
    paragraph: { spacing: { before, after } },
    ...more,
  })
  const document = new Document({
    title: said(paper.form.title, language).text,
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 21, language: { value: language, eastAsia: 'zh-CN', bidirectional: 'ar-SA' } },
        },
        title: { run: { ...black, size: 32, bold: true }, paragraph: { spacing: { before: 120, after: 160 } } },
        heading1: {
          run: { ...black, size: 26, bold: true },
          paragraph: { spacing: { before: 360, after: 80 }, keepNext: true },
        },
        heading2: {
          run: { ...black, size: 22, bold: true },
          paragraph: { spacing: { before: 280, after: 40 }, keepNext: true },
        },
      },
      paragraphStyles: [
        style('Plain', 60, 80),
        style('Help', 0, 60, { run: { size: 19, color: '404040' } }),
        style('Said', 0, 0),
        style('Written', 0, 0),
        style('Gap', 0, 0, { run: { size: 8 } }),
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_134, bottom: 1_134, left: 1_134, right: 1_134 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              penFor('ltr').paragraph({
                alignment: AlignmentType.END,
                children: [
                  new TextRun({ text: shownCode(markInWords(paper.mark)), ...pale }),
                  new TextRun({ children: [' ', PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], ...pale, size: 17 }),
                ],
              }),
            ],
          }),
        },
        children: blocksOf(paper).flatMap((block) => blockOf(block, count, pen)),
      },
    ],
  })
  return settle(new Uint8Array(await Packer.toBuffer(document)), date)
}
