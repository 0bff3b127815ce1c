import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type IParagraphOptions,
  type IStylesOptions,
  Packer,
  PageNumber,
  TabStopType,
  TextRun,
} from 'docx'
import { directionOf } from '#platform/i18n'
import { type Pen, penFor, type Revision, settle } from '#platform/word'
import type { ComparedTexts } from '../compare.ts'
import { type TrackedParagraph, trackedText } from './tracked.ts'

export interface CompareDocxOptions {
  /** Whose changes they are said to be. */
  readonly author: string
  /** ISO day of the changes. */
  readonly date: string
  /** Printed at the head of every page: which texts these are. It is no part of the text under revision. */
  readonly head: string
}

/**
 * Two texts as one Word file with real tracked changes: accepting all gives the new text, rejecting all the old one. The
 * same texts and date give the same bytes.
 */
export async function renderComparison(texts: ComparedTexts, options: CompareDocxOptions): Promise<Uint8Array> {
  const pens = { old: penFor(directionOf(texts.old.language)), new: penFor(directionOf(texts.new.language)) }
  const revision = revisions(options)
  const document = new Document({
    title: options.head,
    creator: options.author,
    lastModifiedBy: options.author,
    styles: styles(texts.new.language),
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1417, right: 1417 } },
        },
        headers: { default: new Header({ children: [pens.new.paragraph({ style: 'Around', text: options.head })] }) },
        footers: {
          default: new Footer({
            children: [
              pens.new.paragraph({
                style: 'Around',
                alignment: AlignmentType.END,
                children: [new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: trackedText(texts).map((paragraph) => written(paragraph, pens[paragraph.side], revision)),
      },
    ],
  })
  return settle(new Uint8Array(await Packer.toBuffer(document)), options.date)
}

/** Numbers the changes of one file. */
function revisions({ author, date }: CompareDocxOptions): () => Revision {
  let id = 0
  return () => {
    id += 1
    return { id, author, date: `${date}T00:00:00Z` }
  }
}

function written({ runs, end, item }: TrackedParagraph, pen: Pen, revision: () => Revision) {
  const mark = end === 'inserted' ? { insertion: revision() } : end === 'deleted' ? { deletion: revision() } : null
  return pen.paragraph({
    ...setting(item),
    ...(mark && { run: mark }),
    children: runs.map(({ kind, text }) => (kind === 'kept' ? pen.run(text) : pen.tracked(kind, text, revision()))),
  })
}

const indents = { 1: 0, 2: 567, 3: 1134, 4: 1701 } as const

function setting({ kind, level }: TrackedParagraph['item']): IParagraphOptions {
  switch (kind) {
    case 'title':
      return { style: 'TextTitle' }
    case 'heading':
    case 'annex':
      return { style: level === 0 ? 'TextHeading' : 'TextParagraph' }
    case 'frontmatter':
    case 'backmatter':
      return { style: 'Around' }
    case 'preambular':
    case 'operative':
    case 'subparagraph':
    case 'agenda':
      return { style: 'TextParagraph', indent: { start: indents[Math.min(level, 4) as keyof typeof indents] ?? 0 } }
    case 'organ':
    case 'table':
    case 'footnote':
      return { style: 'TextParagraph' }
  }
}

function styles(language: string): IStylesOptions {
  const tag = language === 'en' ? 'en-GB' : language
  const derived = (id: string, name: string, before: number, after: number, more: object = {}) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { spacing: { before, after, line: 250 }, ...more },
  })
  return {
    default: {
      document: {
        run: { font: 'Times New Roman', size: 20, language: { value: tag, eastAsia: 'zh-CN', bidirectional: 'ar-SA' } },
      },
    },
    paragraphStyles: [
      { ...derived('TextTitle', 'Title of the text', 240, 120, { keepNext: true }), run: { bold: true, size: 24 } },
      { ...derived('TextHeading', 'Heading of the text', 200, 100, { keepNext: true }), run: { bold: true } },
      derived('TextParagraph', 'Paragraph of the text', 0, 120, {
        tabStops: [{ type: TabStopType.LEFT, position: 567 }],
      }),
      { ...derived('Around', 'Around the text', 0, 40), run: { size: 17 } },
    ],
  }
}
