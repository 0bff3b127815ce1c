import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Block, Inline, Line, Sheet } from '../sheet.ts'
import { feet, numbering, page, styles } from './docx-styles.ts'
import { boxed, mastheadTable, overviewTable } from './docx-tables.ts'
import { settle } from './settle.ts'

/**
 * A sheet as a Word file: real heading styles, automatic paragraph numbers, footnotes, a table whose head row is marked
 * and repeats, language and title set. Links carry `base` in front. The same sheet and date give the same bytes.
 */
export async function renderDocx(sheet: Sheet, options: { base: string; date: string }): Promise<Uint8Array> {
  const children = childrenOf(options.base)
  const document = new Document({
    title: sheet.title,
    creator: sheet.masthead.organ,
    lastModifiedBy: sheet.masthead.organ,
    styles: styles(sheet),
    numbering,
    footnotes: Object.fromEntries(
      sheet.footnotes.map((line, index) => [
        index + 1,
        { children: [new Paragraph({ style: 'FootnoteText', children: [new TextRun(' '), ...children(line)] })] },
      ]),
    ),
    sections: [
      {
        properties: page,
        footers: { default: feet(sheet.page) },
        children: [
          mastheadTable(sheet.masthead),
          ...sheet.place.map((line, index) => new Paragraph({ style: index === 0 ? 'Body' : 'Place', text: line })),
          new Paragraph({ heading: HeadingLevel.TITLE, text: sheet.title }),
          new Paragraph({ style: 'Genre', text: sheet.genre }),
          ...sheet.blocks.flatMap((block) => blockOf(block, children)),
        ],
      },
    ],
  })
  return settle(new Uint8Array(await Packer.toBuffer(document)), options.date)
}

type Children = (line: Line) => ParagraphChild[]

function childrenOf(base: string): Children {
  return (line) => line.map((inline) => childOf(inline, base))
}

function childOf(inline: Inline, base: string): ParagraphChild {
  switch (inline.kind) {
    case 'text':
      return new TextRun(inline.text)
    case 'link':
      return new ExternalHyperlink({
        link: `${base}${inline.to}`,
        children: [new TextRun({ text: inline.text, style: 'Hyperlink' })],
      })
    case 'note':
      return new FootnoteReferenceRun(inline.mark)
  }
}

function blockOf(block: Block, children: Children) {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          text: block.number === null ? block.text : `${block.number}. ${block.text}`,
        }),
      ]
    case 'box':
      return [boxed(block.title, block.paragraphs.map(children)), new Paragraph({ style: 'Gap', text: '' })]
    case 'numbered':
      return [
        new Paragraph({
          style: 'Numbered',
          numbering: { reference: 'paragraphs', level: 0 },
          children: children(block.line),
        }),
      ]
    case 'paragraph':
      return [new Paragraph({ style: 'Plain', children: children(block.line) })]
    case 'fields':
      return block.fields.map(
        ({ label, value }) =>
          new Paragraph({
            style: 'Field',
            children: [new TextRun({ text: `${label}: `, italics: true }), ...children(value)],
          }),
      )
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            style: 'Listed',
            alignment: AlignmentType.START,
            numbering: { reference: 'lists', level: 0 },
            children: children(item),
          }),
      )
    case 'table':
      return [new Paragraph({ style: 'Caption', text: block.caption }), overviewTable(block, children)]
  }
}
