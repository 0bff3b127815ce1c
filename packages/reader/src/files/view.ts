import type { Note } from '../notes.ts'

/** A stretch of text set in one way. `raised`: set above the line, a footnote mark where it can be one. */
export interface Run {
  readonly text: string
  readonly italic?: boolean
  readonly bold?: boolean
  readonly raised?: boolean
  /** One whole mark, never to be read together with another beside it. */
  readonly mark?: boolean
}

/** What every form is turned into: the paragraphs, tables and footnotes of a text in order. */
export type Piece =
  | {
      readonly kind: 'paragraph'
      readonly runs: readonly Run[]
      readonly number: string | null
      readonly heading: boolean
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Run[])[])[] }
  | { readonly kind: 'footnote'; readonly mark: string; readonly runs: readonly Run[] }

/** Something noticed at a piece of the text; it becomes a note at that piece's line. */
export interface PieceNote {
  readonly at: number
  readonly code: string
  readonly severity: Note['severity']
  readonly facts: Note['facts']
}

/** The text as the core reads it: a paragraph, a row or a footnote on each line. Places count in it. */
export interface TextView {
  readonly text: string
  readonly notes: readonly Note[]
}

export const paragraph = (runs: readonly Run[], number: string | null = null, heading = false): Piece => ({
  kind: 'paragraph',
  runs,
  number,
  heading,
})

/** Plain letters of some runs. */
export const lettersOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')

const rule = /^\s*(?:[-*_=]\s?){3,}\s*$/

/** Neighbours set in the same way become one run; blanks at the edges of italics stand outside. */
function merged(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const last = out.at(-1)
    const blank = /^\s*$/.test(run.text) && !run.raised
    const same = last && !last.raised === !run.raised && !last.italic === !run.italic && !last.bold === !run.bold
    if (last && ((same && !last.mark && !run.mark) || (blank && !last.raised)))
      out[out.length - 1] = { ...last, text: last.text + run.text }
    else out.push(run)
  }
  return out
}

function marked(run: Run): string {
  const text = run.text
    .replace(/[\r\n\v\f\u0085\u2028\u2029]+/g, ' ')
    .replaceAll('\u0000', '')
    .replaceAll('\u00ad', '')
  if (run.raised) {
    const inner = text.replace(/[[\]()]/g, '').trim()
    if (inner === '') return text
    return /^[^<>&]{1,24}$/.test(inner) ? `<sup>${inner}</sup>` : text
  }
  const [, before = '', within = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (within === '' || (!run.italic && !run.bold)) return text
  const open = `${run.bold ? '<b>' : ''}${run.italic ? '<i>' : ''}`
  const close = `${run.italic ? '</i>' : ''}${run.bold ? '</b>' : ''}`
  return `${before}${open}${within}${close}${after}`
}

const numberCell = /^\s*[(（]?[\p{L}\p{N}]{1,4}(?:[.)）-]|\s-)\s*\t/u

/** Cells divided by tabs; a text that is only set in by some, or stands behind its number, is none. */
function isTabbed(line: string): boolean {
  const rest = line.trimStart()
  return line.length < 400 && rest.includes('\t') && /\t.*\t/s.test(line) && !numberCell.test(rest)
}

/**
 * One line of the view. Letters are never escaped: marks that somebody typed into a Word file (`*Requests*`, `<sup>1</sup>`)
 * say there what they say in a plain text. A line of nothing but signs stays as it is: it is a rule across the page.
 */
function lineOf(runs: readonly Run[]): string {
  const letters = lettersOf(runs)
  if (rule.test(letters)) return letters.trim()
  const line = merged(runs).map(marked).join('')
  return isTabbed(line) ? line.replace(/^ +| +$/g, '') : line.trim()
}

const cellOf = (runs: readonly Run[]) => lineOf(runs).replaceAll('|', '&#124;').replace(/\t/g, ' ')

function linesOf(piece: Piece): readonly string[] {
  switch (piece.kind) {
    case 'paragraph': {
      const body = lineOf(piece.runs)
      const line = piece.number === null ? body : `${piece.number} ${body}`
      return body === '' ? [] : [piece.heading ? `## ${line}` : line]
    }
    case 'footnote': {
      const body = lineOf(piece.runs)
      return body === '' ? [] : [`<sup>${piece.mark}</sup> ${body}`]
    }
    case 'table':
      return piece.rows.map((row) => `| ${row.map(cellOf).join(' | ')} |`)
  }
}

/** Rows that somebody typed with bars or tabs are one table, as in a plain text. */
const isRow = (line: string) => /^\|.*\|$/.test(line) || isTabbed(line)

/** Pieces to lines. Empty paragraphs leave no line. */
export function viewOf(pieces: readonly Piece[], noted: readonly PieceNote[] = []): TextView {
  const lines: string[] = []
  const lineAt: number[] = []
  for (const piece of pieces) {
    const own = linesOf(piece)
    if (own.length > 0 && lines.length > 0 && !(piece.kind === 'paragraph' && isRow(own[0]!) && isRow(lines.at(-1)!)))
      lines.push('')
    lineAt.push(lines.length + 1)
    lines.push(...own)
  }
  const text = lines.join('\n')
  const starts = [0]
  for (const line of lines) starts.push(starts.at(-1)! + line.length + 1)
  const notes = noted.map(({ at, code, severity, facts }): Note => {
    const line = Math.max(1, Math.min(lineAt[at] ?? lines.length, lines.length))
    const start = starts[line - 1] ?? 0
    return { code, severity, facts, place: { line, start, end: start + (lines[line - 1]?.length ?? 0) } }
  })
  return { text, notes }
}
