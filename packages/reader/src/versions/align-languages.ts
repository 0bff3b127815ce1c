import type { Note } from '../notes.ts'
import type { Outline, OutlineUnit } from '../outline.ts'
import type { AlignedItem, AlignedUnit, Alignment } from './alignment.ts'
import { agree, type Piece, piecesOf, score } from './pieces.ts'
import { rowsOf } from './sequences.ts'

interface PlacedUnit {
  readonly at: number
  readonly unit: OutlineUnit
}

const sameUnit = (a: PlacedUnit, b: PlacedUnit) => a.unit.type === b.unit.type && a.unit.number === b.unit.number
const unitScore = (a: PlacedUnit, b: PlacedUnit) =>
  a.unit.type === b.unit.type ? 2 + (a.unit.number === b.unit.number ? 3 : -1.5) : null

const noteOf = (code: string, line: number, facts: Note['facts']): Note => ({
  code,
  severity: 'warning',
  place: { line, start: 0, end: 0 },
  facts,
})

/** What one row of a unit says of its versions: a piece that one lacks, another number, other footnotes. */
function notesOf(row: readonly (Piece | null)[], outlines: readonly Outline[], unit: string): readonly Note[] {
  const present = row.find((piece) => piece !== null)!
  const of = row.indexOf(present)
  const line = present.item.line
  const notes: Note[] = []
  const marks = [...present.signs].filter((sign) => sign.startsWith('note '))
  for (const [version, piece] of row.entries()) {
    const language = outlines[version]!.language
    const facts = { unit, kind: present.kind, path: present.item.path ?? '', in: outlines[of]!.language, language }
    if (!piece) {
      notes.push(noteOf('missing-in-version', line, facts))
      continue
    }
    if (piece.number !== present.number)
      notes.push(noteOf('number-differs', line, { ...facts, number: piece.item.number ?? '' }))
    const missing = marks.filter((mark) => !piece.signs.has(mark)).map((mark) => mark.slice(5))
    if (missing.length > 0) notes.push(noteOf('footnote-differs', line, { ...facts, mark: missing.join(', ') }))
  }
  return notes
}

/**
 * Puts the language versions of one text side by side: units by type and number, paragraphs by number and order, never
 * by a verb or any other word. What one version has and another lacks is a note, with the line of the version that has
 * it first (`in`). Pure; the order of the outlines is that of every list of the result.
 */
export function alignLanguages(outlines: readonly Outline[]): Alignment {
  const notes: Note[] = []
  const placed = outlines.map(({ units }) => units.map((unit, at) => ({ at, unit })))
  const units: AlignedUnit[] = rowsOf(placed, sameUnit, unitScore).map((row) => {
    const first = row.find((one) => one !== null)!
    row.forEach((one, version) => {
      if (one) return
      const line = first.unit.items[0]?.line ?? 1
      const facts = { unit: first.unit.id, in: outlines[row.indexOf(first)]!.language }
      notes.push(noteOf('unit-missing-in-version', line, { ...facts, language: outlines[version]!.language }))
    })
    const there = row.flatMap((one, version) => (one ? [{ version, pieces: piecesOf(one.unit) }] : []))
    const aligned = rowsOf(
      there.map(({ pieces }) => pieces),
      agree,
      score,
    )
    const spoken = there.map(({ version }) => outlines[version]!)
    for (const pieces of aligned) notes.push(...notesOf(pieces, spoken, first.unit.id))
    const rows: AlignedItem[] = aligned.map((pieces) => {
      const items: (number | null)[] = outlines.map(() => null)
      pieces.forEach((piece, index) => {
        items[there[index]!.version] = piece?.at ?? null
      })
      return { kind: pieces.find((piece) => piece !== null)!.kind, items }
    })
    return { units: row.map((one) => one?.at ?? null), rows }
  })
  return { languages: outlines.map(({ language }) => language), units, notes }
}
