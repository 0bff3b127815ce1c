import type { Letters, Page } from './pdf-letters.ts'
import { lettersOf as plain, type Run } from './view.ts'

/** A line of a column: letters on one baseline without a wide gap between them. */
export interface Line {
  readonly page: number
  /** 0 on a page of one column and for what goes across both, else 1 or 2. */
  readonly column: 0 | 1 | 2
  readonly x: number
  readonly right: number
  readonly y: number
  /** Of most of its letters, in points. */
  readonly size: number
  readonly runs: readonly Run[]
  readonly text: string
}

/** A gap this wide, in letters' sizes, lies between columns or cells and not between words of a justified line. */
const wideGap = 2.5
/** In front of a paragraph, or the number of an act in front of its title. */
const number = /^(?:[[(（]?[\p{L}\p{N}]{1,4}[.)）\]-]?|\d{1,4}\/\d{1,3}\.?)$/u
const mark = /^\s*(?:\d{1,3}|\*{1,3}|[†‡§]|[a-z])(?:\s*,\s*\d{1,3})*\s*$/

function dominant(letters: readonly Letters[]): number {
  const bySize = new Map<number, number>()
  for (const { size, text } of letters) {
    const rounded = Math.round(size * 2) / 2
    bySize.set(rounded, (bySize.get(rounded) ?? 0) + text.trim().length)
  }
  return [...bySize].reduce((most, one) => (one[1] > most[1] ? one : most), [0, -1] as const)[0]
}

/** Rows of letters, raised marks with the row they belong to. */
function rowsOf(letters: readonly Letters[]): readonly (readonly Letters[])[] {
  const rows: { base: number; size: number; letters: Letters[] }[] = []
  for (const one of [...letters].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    if (row && row.base - one.y <= 0.45 * Math.max(row.size, one.size)) {
      row.letters.push(one)
      if (one.size > row.size * 1.15) {
        row.base = one.y
        row.size = one.size
      }
    } else rows.push({ base: one.y, size: one.size, letters: [one] })
  }
  return rows.map((row) => row.letters)
}

function lineOf(page: number, letters: readonly Letters[]): Line {
  const first = letters[0]!
  const size = dominant(letters)
  const base = letters.find((one) => Math.abs(one.size - size) <= 0.5)?.y ?? first.y
  const runs: Run[] = []
  let end = first.x
  for (const one of letters) {
    const raised = one.size <= 0.82 * size && one.y - base > 0.1 * size && mark.test(one.text)
    const before = runs.at(-1)?.text ?? ''
    const apart = one.x - end > 0.12 * size && runs.length > 0 && !/\s$/.test(before) && !/^\s/.test(one.text)
    // fonts often lack some raised digits, so that `¹⁴` comes in two pieces
    const oneMark = /[⁰¹²³⁴⁵⁶⁷⁸⁹]$/.test(before) && /^\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(one.text)
    if (apart && !raised && !oneMark) runs.push({ text: ' ' })
    runs.push(raised ? { text: one.text.trim(), raised } : { text: oneMark ? one.text.trimStart() : one.text })
    end = one.x + one.width
  }
  return { page, column: 0, x: first.x, right: end, y: base, size, runs, text: plain(runs).trim() }
}

/**
 * Letters in another font may stand in a gap of a longer stretch, as a stroke between two Arabic words. The stretch is
 * cut at the blank they fill.
 */
function untangled(sorted: readonly Letters[]): readonly Letters[] {
  const out: Letters[] = []
  for (const one of sorted) {
    const around = out.at(-1)
    const end = around ? around.x + around.width : 0
    if (!around || one.width === 0 || one.x <= around.x || one.x + one.width >= end || !around.text.includes(' ')) {
      out.push(one)
      continue
    }
    const share = (one.x - around.x) / around.width
    const blanks = [...around.text.matchAll(/ /g)].map(({ index }) => index)
    const wanted = share * around.text.length
    const cut = blanks.reduce((best, at) => (Math.abs(at - wanted) < Math.abs(best - wanted) ? at : best))
    out[out.length - 1] = { ...around, text: around.text.slice(0, cut), width: one.x - around.x }
    const from = one.x + one.width
    out.push(one, { ...around, text: around.text.slice(cut + 1), x: from, width: end - from })
  }
  return out
}

/** The lines of a page, each baseline cut at its wide gaps; from top to bottom, and along a baseline as it is read. */
export function linesOf(page: Page, at: number): readonly Line[] {
  return rowsOf(page.letters).flatMap((row) => {
    const sorted = untangled([...row].sort((a, b) => a.x - b.x))
    const size = dominant(sorted)
    const pieces: Letters[][] = []
    let end = Number.NEGATIVE_INFINITY
    for (const one of sorted) {
      const open = pieces.at(-1)
      const numbered =
        open !== undefined &&
        number.test(
          open
            .map(({ text }) => text)
            .join('')
            .trim(),
        )
      const narrow = one.x - end <= (numbered ? 5 : wideGap) * size
      if (open && narrow) open.push(one)
      else pieces.push([one])
      end = Math.max(end, one.x + one.width)
    }
    return pieces.map((piece) => lineOf(at, piece))
  })
}

/** Where the gap between two columns of text lies, or null where a page has one column. */
function gutterOf(lines: readonly Line[], width: number): number | null {
  for (let at = width * 0.4; at <= width * 0.6; at += width * 0.01) {
    const left = lines.filter(({ right }) => right <= at)
    const right = lines.filter(({ x }) => x >= at)
    const across = lines.length - left.length - right.length
    const wide = [left, right].every(
      (side) => side.filter((line) => line.right - line.x > width * 0.22).length >= Math.max(6, side.length * 0.5),
    )
    if (wide && across <= lines.length * 0.2) return at
  }
  return null
}

/** Lines in the order they are read: columns one after the other, up to a line that goes across both. */
export function inReadingOrder(lines: readonly Line[], width: number): readonly Line[] {
  const gutter = gutterOf(lines, width)
  if (gutter === null) return lines
  const out: Line[] = []
  let left: Line[] = []
  let right: Line[] = []
  for (const line of lines) {
    if (line.right <= gutter) left.push({ ...line, column: 1 })
    else if (line.x >= gutter) right.push({ ...line, column: 2 })
    else {
      out.push(...left, ...right, line)
      left = []
      right = []
    }
  }
  return [...out, ...left, ...right]
}
