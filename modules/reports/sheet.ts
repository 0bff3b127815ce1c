/** A report as laid out for reading: what every printed form writes, block by block. All words are put. */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  /** Words of a text as adopted, in its own language, which may run the other way. */
  | { readonly kind: 'quote'; readonly text: string; readonly language: string }
  /** A sentence in another language than the sheet, with its links: it runs its own way as a whole. */
  | { readonly kind: 'sentence'; readonly line: Line; readonly language: string }
  /** `to` is an address of the application, starting with a slash. */
  | { readonly kind: 'link'; readonly text: string; readonly to: string }
  /** Reference to a footnote, counting from 1. */
  | { readonly kind: 'note'; readonly mark: number }

export type Line = readonly Inline[]

interface Field {
  readonly label: string
  readonly value: Line
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly number: string | null; readonly text: string }
  /** Boxed and unnumbered: the summary. */
  | { readonly kind: 'box'; readonly title: string; readonly paragraphs: readonly Line[] }
  | { readonly kind: 'numbered'; readonly number: number; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      /** Shares of the width, adding up to 100. */
      readonly widths: readonly number[]
      readonly rows: readonly (readonly Line[])[]
    }

export interface Masthead {
  readonly organisation: string
  readonly organ: string
  /** Symbol, distribution, date, original language. */
  readonly lines: readonly string[]
}

export interface Sheet {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly masthead: Masthead
  /** Below the masthead: body, session, place and dates, agenda line. */
  readonly place: readonly string[]
  readonly title: string
  readonly genre: string
  readonly blocks: readonly Block[]
  readonly footnotes: readonly Line[]
  /** Word for "page" in running feet. */
  readonly page: string
}

export const text = (value: string): Inline => ({ kind: 'text', text: value })
export const quote = (value: string, language: string): Inline => ({ kind: 'quote', text: value, language })
export const link = (value: string, to: string): Inline => ({ kind: 'link', text: value, to })

/** A line without its links and notes. */
function plain(line: Line): string {
  return line
    .map((inline) => (inline.kind === 'note' ? '' : inline.kind === 'sentence' ? plain(inline.line) : inline.text))
    .join('')
}

/** Between a label and what it names: a label that is a sentence has its own mark at the end. */
export const afterLabel = (label: string): '' | ':' => (/[.?!:؟。？：]$/u.test(label) ? '' : ':')

/** All the text of a sheet below its masthead, one string a paragraph, cell or note. */
export function textOf(sheet: Sheet): string[] {
  return [...sheet.place, sheet.title, sheet.genre, ...sheet.blocks.flatMap(textOfBlock), ...sheet.footnotes.map(plain)]
}

function textOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.number === null ? block.text : `${block.number}. ${block.text}`]
    case 'box':
      return [block.title, ...block.paragraphs.map(plain)]
    case 'numbered':
      return [`${block.number}. ${plain(block.line)}`]
    case 'paragraph':
      return [plain(block.line)]
    case 'fields':
      return block.fields.map(({ label, value }) => `${label}${afterLabel(label)} ${plain(value)}`)
    case 'list':
      return block.items.map(plain)
    case 'table':
      return [block.caption, ...block.head, ...block.rows.flatMap((row) => row.map(plain))]
  }
}
