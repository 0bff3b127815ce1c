import {
  AlignmentType,
  Footer,
  type INumberingOptions,
  type ISectionPropertiesOptions,
  type IStylesOptions,
  LevelFormat,
  PageNumber,
  TabStopType,
  TextRun,
} from 'docx'
import type { Pen } from '#platform/word'
import type { Sheet } from '../sheet.ts'

/** Lengths in twips, a twentieth of a point. 1 mm is 56.7. */
const mm = (length: number): number => Math.round(length * 56.7)

/** A4, with the margins of a sheet of the United Nations. */
export const page: ISectionPropertiesOptions = {
  page: {
    size: { width: 11906, height: 16838 },
    margin: { top: mm(20), bottom: mm(20), left: mm(25), right: mm(25), header: mm(10), footer: mm(10) },
  },
}

/** Width between the margins. */
export const textWidth = 11906 - 2 * mm(25)

export const numbering: INumberingOptions = {
  config: [
    {
      reference: 'paragraphs',
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 0, firstLine: 0 } } },
        },
      ],
    },
    {
      reference: 'lists',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: mm(8), hanging: mm(5) } } },
        },
      ],
    },
  ],
}

/** Page numbers as "3/12". */
export const feet = (word: string, pen: Pen): Footer =>
  new Footer({
    children: [
      pen.paragraph({
        alignment: AlignmentType.END,
        children: [new TextRun({ children: [`${word} `, PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], size: 17 })],
      }),
    ],
  })

const spaced = (before: number, after: number) => ({ spacing: { before, after, line: 250 } })

/**
 * Titles and headings are bold, as on every sheet; in running text bold is kept for recommendations
 * (General Assembly resolution 52/214, section B), of which a compilation has none.
 */
export function styles(sheet: Sheet): IStylesOptions {
  const tag = sheet.language === 'en' ? 'en-GB' : sheet.language
  const black = { color: '000000', font: 'Times New Roman' }
  const derived = (id: string, name: string, before: number, after: number, more: object = {}) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { ...spaced(before, after), ...more },
  })
  return {
    default: {
      document: {
        run: { font: 'Times New Roman', size: 20, language: { value: tag, eastAsia: 'zh-CN', bidirectional: 'ar-SA' } },
      },
      title: { run: { ...black, size: 28, bold: true }, paragraph: { spacing: { before: 280, after: 120 } } },
      heading1: { run: { ...black, size: 24, bold: true }, paragraph: { ...spaced(280, 120), keepNext: true } },
      heading2: { run: { ...black, size: 20, bold: true }, paragraph: { ...spaced(220, 100), keepNext: true } },
      heading3: {
        run: { ...black, size: 20, italics: true, bold: false },
        paragraph: { ...spaced(180, 80), keepNext: true },
      },
      caption: {
        run: { ...black, size: 19, italics: true, bold: false },
        paragraph: { ...spaced(0, 80), keepNext: true },
      },
      hyperlink: { run: { color: '0B5394', underline: { type: 'single' } } },
      footnoteText: { run: { size: 17 }, paragraph: spaced(0, 40) },
    },
    paragraphStyles: [
      { ...derived('Body', 'Body name', 240, 0), run: { bold: true } },
      derived('Place', 'Session and place', 0, 0),
      { ...derived('Genre', 'Genre', 0, 240), run: { bold: true } },
      derived('Numbered', 'Numbered paragraph', 120, 120, {
        alignment: AlignmentType.BOTH,
        tabStops: [{ type: TabStopType.LEFT, position: mm(10) }],
      }),
      derived('Plain', 'Plain paragraph', 0, 120, { alignment: AlignmentType.BOTH }),
      derived('Field', 'Field of an entry', 0, 60, { indent: { left: mm(10) } }),
      derived('Listed', 'Listed', 0, 60),
      derived('Gap', 'Gap', 0, 0),
      { ...derived('Cell', 'Table cell', 20, 20), run: { size: 18 } },
      { ...derived('Head', 'Table head', 20, 20, { keepNext: true }), run: { size: 17, italics: true } },
      { ...derived('BoxTitle', 'Summary title', 80, 100, { alignment: AlignmentType.CENTER }), run: { italics: true } },
    ],
  }
}
