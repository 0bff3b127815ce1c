import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  type ParagraphChild,
} from 'docx'
import { directionOf } from '#platform/i18n'
import { type Pen, penFor, settle } from '#platform/word'
import { afterLabel, type Block, type Inline, type Line, type Sheet } from '../sheet.ts'
import { feet, numbering, page, styles } from './docx-styles.ts'
import { boxed, mastheadTable, overviewTable } from './docx-tables.ts'

/**
 * A sheet as a Word file: real heading styles, automatic paragraph numbers, footnotes, a table whose head row is marked
 * and repeats, language and title set. Links carry `base` in front. The same sheet and date give the same bytes.
 */
export async function renderDocx(sheet: Sheet, options: { base: string; date: string }): Promise<Uint8Array> {
  const pen = penFor(sheet.direction)
  const children = childrenOf(options.base, pen)
  const document = new Document({
    title: sheet.title,
    creator: sheet.masthead.organ,
    lastModifiedBy: sheet.masthead.organ,
    styles: styles(sheet),
    numbering,
    footnotes: Object.fromEntries(
      sheet.footnotes.map((line, index) => [
        index + 1,
        { children: [pen.paragraph({ style: 'FootnoteText', children: [pen.run(' '), ...children(line)] })] },
      ]),
    ),
    sections: [
      {
        properties: page,
        footers: { default: feet(sheet.page, pen) },
        children: [
          mastheadTable(sheet.masthead, pen),
          ...sheet.place.map((line, index) => pen.paragraph({ style: index === 0 ? 'Body' : 'Place', text: line })),
          pen.paragraph({ heading: HeadingLevel.TITLE, text: sheet.title }),
          pen.paragraph({ style: 'Genre', text: sheet.genre }),
          ...sheet.blocks.flatMap((block) => blockOf(block, children, pen)),
        ],
      },
    ],
  })
  return settle(new Uint8Array(await Packer.toBuffer(document)), options.date)
}

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

type Children = (line: Line) => ParagraphChild[]

function childrenOf(base: string, pen: Pen): Children {
  return (line) => line.flatMap((inline) => childOf(inline, base, pen))
}

/** Keeps the mark at the end of a sentence on its side where the paragraph runs the other way (Unicode Annex 9). */
const mark = { ltr: '\u200E', rtl: '\u200F' } as const

function childOf(inline: Inline, base: string, pen: Pen): ParagraphChild | ParagraphChild[] {
  switch (inline.kind) {
    case 'text':
    case 'quote':
      return pen.run(inline.text)
    case 'sentence':
      return [...childrenOf(base, pen)(inline.line), pen.run(mark[directionOf(inline.language)])]
    case 'link':
      return new ExternalHyperlink({
        link: `${base}${inline.to}`,
        children: [pen.run(inline.text, { style: 'Hyperlink' })],
      })
    case 'note':
      return new FootnoteReferenceRun(inline.mark)
  }
}

function blockOf(block: Block, children: Children, pen: Pen) {
  switch (block.kind) {
    case 'heading':
      return [
        pen.paragraph({
          heading: headings[block.level],
          text: block.number === null ? block.text : `${block.number}. ${block.text}`,
        }),
      ]
    case 'box':
      return [boxed(block.title, block.paragraphs.map(children), pen), pen.paragraph({ style: 'Gap', text: '' })]
    case 'numbered':
      return [
        pen.paragraph({
          style: 'Numbered',
          numbering: { reference: 'paragraphs', level: 0 },
          children: children(block.line),
        }),
      ]
    case 'paragraph':
      return [pen.paragraph({ style: 'Plain', children: children(block.line) })]
    case 'fields':
      return block.fields.map(({ label, value }) =>
        pen.paragraph({
          style: 'Field',
          children: [pen.run(`${label}${afterLabel(label)} `, { italics: true }), ...children(value)],
        }),
      )
    case 'list':
      return block.items.map((item) =>
        pen.paragraph({
          style: 'Listed',
          alignment: AlignmentType.START,
          numbering: { reference: 'lists', level: 0 },
          children: children(item),
        }),
      )
    case 'table':
      return [pen.paragraph({ style: 'Caption', text: block.caption }), overviewTable(block, children, pen)]
  }
}
