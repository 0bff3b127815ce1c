import type { Block } from '../blocks/block.ts'
import type { UnitType } from '../outline.ts'
import type { Phrases } from '../phrases/phrase.ts'
import { headsIn, reportUnits } from './report-units.ts'
import { headsSheet, sheetUnits } from './sheet-units.ts'

/** A stretch of blocks that becomes one unit. */
export interface UnitSpan {
  readonly type: UnitType
  readonly id: string
  readonly number: string | null
  readonly parent: string | null
  /** Blocks `from` to `to`, end exclusive. */
  readonly from: number
  readonly to: number
  /** The block that heads the unit and is not its title ("Draft resolution I"), or null. */
  readonly head: number | null
  /** The block with number and title in one ("2012/19. Strengthening ..."), or null. */
  readonly titleLine: number | null
  /** The block where the organ speaks, or null. */
  readonly organ: number | null
}

/** Cuts a text into the units that can be adopted and cited. A text without any gives one unit of type `other`. */
export function unitsIn(blocks: readonly Block[], phrases: Phrases): readonly UnitSpan[] {
  const heads = headsIn(blocks, phrases)
  const first = heads.keys().next().value
  const sheet = blocks.findIndex((_, at) => headsSheet(blocks, at, phrases))
  // a sheet whose annex sets out other resolutions stays one unit
  const report = first !== undefined && (sheet < 0 || first < sheet)
  return report ? reportUnits(blocks, heads, phrases) : sheetUnits(blocks, phrases)
}
