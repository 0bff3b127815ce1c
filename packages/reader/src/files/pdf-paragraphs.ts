import { numberingIn } from '../blocks/numbering.ts'
import type { Words } from '../blocks/seam.ts'
import { openingOf } from '../phrases/opening.ts'
import type { Phrases } from '../phrases/phrase.ts'
import { organIn } from '../tree/organs.ts'
import type { Line } from './pdf-lines.ts'
import { joinedRuns, withoutStrayBlanks } from './pdf-words.ts'
import { type Piece, paragraph, type Run } from './view.ts'

const finished = /[.,;:!?…。，；：،؛؟]["”»’)\]]*\d{0,3}$/u
const lowerStart = /^[(“"]?\p{Ll}/u
const separator = /^[_—–-]{6,}$/

/** How a text is set: what tells one paragraph from the next. */
export interface Setting {
  readonly size: number
  /** From one baseline to the next inside a paragraph. */
  readonly leading: number
  /** Paragraphs stand further apart than lines. */
  readonly spaced: boolean
  /** By column: where lines start that do not start a paragraph, and how far a full line reaches. */
  readonly edges: readonly { readonly left: number; readonly right: number }[]
  /** Whether a text opens as paragraphs of a resolution do; asked where the setting says nothing. */
  readonly opens: (text: string) => boolean
  /** Whether a line is an organ speaking: "The General Assembly,". */
  readonly speaks: (text: string) => boolean
}

const rounded = (value: number) => Math.round(value * 2) / 2

function mostCommon(values: readonly number[], otherwise: number): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(rounded(value), (counts.get(rounded(value)) ?? 0) + 1)
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [otherwise, 0] as const)[0]
}

/** Size of most letters of a text. */
export function bodySizeOf(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const { size, text } of lines) counts.set(size, (counts.get(size) ?? 0) + text.length)
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [10, 0] as const)[0]
}

/** Measures how the lines of a text are set. */
export function settingOf(lines: readonly Line[], phrases: Phrases): Setting {
  const size = bodySizeOf(lines)
  const body = lines.filter((line) => Math.abs(line.size - size) <= size * 0.08)
  const gaps = body
    .slice(1)
    .map((line, at) => (line.page === body[at]!.page ? body[at]!.y - line.y : 0))
    .filter((gap) => gap > size * 0.8 && gap < size * 4)
  const leading = mostCommon(
    gaps.filter((gap) => gap < size * 2.2),
    size * 1.2,
  )
  const wide = gaps.filter((gap) => gap > leading * 1.25).length
  const opens = (text: string) => openingOf(text.slice(0, 200), phrases.openings, { known: true }) !== null
  const speaks = (text: string) => organIn(text, phrases) !== null
  const edges = [0, 1, 2].map((column) => {
    const own = body.filter((line) => line.column === column)
    const rights = own.map(({ right }) => right).sort((a, b) => a - b)
    const reach = Math.floor(rights.length * (own.length > 40 ? 0.97 : 1))
    return {
      left: mostCommon(
        own.map(({ x }) => x),
        0,
      ),
      right: rights[Math.min(reach, rights.length - 1)] ?? 0,
    }
  })
  return { size, leading, spaced: wide * 12 >= gaps.length, edges, opens, speaks }
}

/** Whether a line starts a paragraph, seen from the line before it. */
function startsParagraph(before: Line, line: Line, setting: Setting): boolean {
  const { size, leading, spaced, edges } = setting
  const { left } = edges[line.column]!
  const { right } = edges[before.column]!
  const numbered = numberingIn(line.text) !== null && finished.test(before.text)
  const indented = line.x - left > size * 0.8 && line.x - before.x > size * 0.8
  const aside = line.right < before.x || line.x > before.right
  // the line ended although the next word had found room: somebody ended it
  const forced = before.right + firstWord(line) + size * 0.5 < right && !lowerStart.test(line.text)
  if (Math.abs(before.size - line.size) > 0.08 * Math.max(before.size, line.size)) return true
  if (setting.speaks(line.text)) return true
  if (line.page !== before.page || line.y > before.y + size) {
    // the next page or column: a paragraph that ended there tells by its indent, its number or its last line
    return numbered || forced || (finished.test(before.text) && line.x - left > size * 0.8) || aside
  }
  const gap = before.y - line.y
  if (aside || gap < size * 0.3) return true
  if (gap > Math.max(leading * 1.25, line.size * 1.5)) return true
  if (spaced) return numbered && (indented || Math.abs(line.x - before.x) > size * 0.8)
  const opens = finished.test(before.text) && !lowerStart.test(line.text) && setting.opens(line.text)
  return numbered || indented || forced || opens
}

function firstWord({ text, x, right }: Line): number {
  const length = /^\S*/.exec(text)?.[0].length ?? 0
  return text.length === 0 ? 0 : ((right - x) * length) / text.length
}

interface Sorted {
  readonly body: readonly Line[]
  readonly notes: readonly Line[]
}

/** Cuts a page into its text and the notes at its foot: smaller letters behind all others, mostly under a rule. */
export function withNotes(lines: readonly Line[], size: number): Sorted {
  let from = lines.length
  while (from > 0 && (lines[from - 1]!.size < size * 0.93 || separator.test(lines[from - 1]!.text))) from--
  const rule = lines.findIndex((line, at) => at >= from && separator.test(line.text))
  if (rule >= 0) return { body: lines.slice(0, rule), notes: lines.slice(rule + 1) }
  const marked = lines.findIndex((line, at) => at >= from && line.runs[0]?.raised)
  return marked < 0 ? { body: lines, notes: [] } : { body: lines.slice(0, marked), notes: lines.slice(marked) }
}

const mended = (runs: readonly Run[], words: Words) =>
  runs.map((run) => (run.raised ? run : { ...run, text: withoutStrayBlanks(run.text, words) }))

/** Lines of one run each, so that blanks inside a word that two runs share are seen. */
function flat(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (last && !last.raised && !run.raised) out[out.length - 1] = { text: last.text + run.text }
    else out.push(run)
  }
  return out
}

interface PageNote {
  readonly mark: string
  runs: readonly Run[]
}

/** The notes of each page. What stands at the foot of a page without a mark goes on with the last note before it. */
function notesOf(pages: readonly Sorted[], words: Words): readonly (readonly PageNote[])[] {
  let last: PageNote | null = null
  return pages.map(({ notes }) => {
    const own: PageNote[] = []
    for (const line of notes) {
      const [first, ...rest] = line.runs
      if (first?.raised && rest.length > 0) {
        last = { mark: first.text.trim(), runs: rest }
        own.push(last)
      } else if (last) last.runs = joinedRuns(last.runs, line.runs, words)
    }
    return own
  })
}

/** Makes paragraphs and footnotes of the lines of all pages. A footnote stands behind the paragraph its page ends in. */
export function piecesOf(pages: readonly Sorted[], setting: Setting, words: Words): readonly Piece[] {
  const pieces: Piece[] = []
  const notes = notesOf(pages, words)
  let waiting: readonly PageNote[] = []
  let open: readonly Run[] = []
  let before: Line | null = null
  const close = () => {
    if (open.length > 0) pieces.push(paragraph(mended(flat(open), words)))
    open = []
    for (const { mark, runs } of waiting) pieces.push({ kind: 'footnote', mark, runs: mended(flat(runs), words) })
    waiting = []
  }
  pages.forEach(({ body }, at) => {
    for (const line of body) {
      if (separator.test(line.text)) continue
      if (before && startsParagraph(before, line, setting)) close()
      open = open.length === 0 ? line.runs : joinedRuns(open, line.runs, words)
      before = line
    }
    waiting = [...waiting, ...notes[at]!]
  })
  close()
  return pieces
}
