import type { Block } from '../blocks/block.ts'
import type { Phrases } from '../phrases/phrase.ts'
import { headsIn, reportUnits } from './report-units.ts'
import { sheetUnits, titlesIn } from './sheet-units.ts'
import type { UnitSpan } from './unit-span.ts'

/** Cuts a text into the units that can be adopted and cited. A text without any gives one unit of type `other`. */
export function unitsIn(blocks: readonly Block[], phrases: Phrases): readonly UnitSpan[] {
  const heads = headsIn(blocks, phrases)
  const first = heads.keys().next().value
  const titles = titlesIn(blocks, phrases)
  // a sheet whose annex sets out other resolutions stays one unit
  const report = first !== undefined && (titles[0] === undefined || first < titles[0])
  return report ? reportUnits(blocks, heads, phrases) : sheetUnits(blocks, titles, phrases)
}
