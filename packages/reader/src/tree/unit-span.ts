import type { UnitForm, UnitType } from '../outline.ts'

/** A stretch of blocks that becomes one unit. */
export interface UnitSpan {
  readonly type: UnitType
  /** What a unit of type `other` is, where the masthead says so. */
  readonly form?: UnitForm
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
