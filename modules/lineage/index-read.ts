import type { Language } from '@resolute/reader'
import type { Database } from '#platform/database'
import { segmentBuilder } from './index-build.ts'
import type { Segment } from './index-segment.ts'
import {
  atOneMoment,
  countedParagraphs,
  lastMark,
  type StandingRow,
  standingRows,
  type WordsRow,
  wordsRows,
} from './store-paragraphs.ts'

/** A unit whose paragraphs stand in a segment. */
export interface IndexedUnit {
  readonly document: string
  readonly version: number
  readonly unit: string
  /** As written, without what ends the line. */
  readonly organ: string | null
  readonly language: Language
  readonly title: string
  readonly adopted: string | null
}

/** What was read at one moment. */
export interface ReadPart {
  readonly segment: Segment
  /** By their numbers in the segment. */
  readonly units: readonly IndexedUnit[]
  readonly paragraphs: number
  /** The last entry of the ledger at that moment. */
  readonly mark: number
}

/** Documents read at once: some thousands of paragraphs, whatever the register holds. */
const documentsAtOnce = 40

/**
 * Reads the standing versions of all documents, or of some, into a segment. At no time are more texts in memory than
 * those of the documents read at once.
 */
export function readPart(
  database: Database,
  ids: readonly string[] | null,
  tell: (done: number, of: number) => void = () => {},
): Promise<ReadPart> {
  return atOneMoment(database, async (at) => {
    const mark = await lastMark(at)
    const standing = await standingRows(at, ids)
    const of = ids ? 0 : await countedParagraphs(at)
    const units: IndexedUnit[] = []
    const builder = segmentBuilder()
    let paragraphs = 0
    for (let from = 0; from < standing.length; from += documentsAtOnce) {
      const some = standing.slice(from, from + documentsAtOnce)
      const byId = new Map(some.map((row) => [row.document, row]))
      const rows = await wordsRows(at, some)
      for (const [row, unit] of withUnits(rows, byId, units)) {
        builder.add(row.text, unit, row.n)
        paragraphs++
      }
      tell(paragraphs, of)
    }
    return { segment: builder.finish(), units, paragraphs, mark }
  })
}

/** Each paragraph with the number of its unit; units are added as they come. */
function* withUnits(
  rows: readonly WordsRow[],
  documents: ReadonlyMap<string, StandingRow>,
  units: IndexedUnit[],
): Generator<readonly [WordsRow, number]> {
  const organs = new Map<string, string>()
  const key = ({ document, unit }: WordsRow) => `${document}\n${unit}`
  for (const row of rows) if (row.kind === 'organ') organs.set(key(row), row.text.replace(/[\s,:،，：]+$/u, ''))
  const numbers = new Map<string, number>()
  for (const row of rows) {
    if (row.kind === 'organ') continue
    let number = numbers.get(key(row))
    if (number === undefined) {
      number = units.length
      numbers.set(key(row), number)
      units.push({ ...documents.get(row.document)!, unit: row.unit, organ: organs.get(key(row)) ?? null })
    }
    yield [row, number]
  }
}
