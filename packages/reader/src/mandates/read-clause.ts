import type { Named } from './addressees.ts'
import type { Clause } from './clause.ts'
import type { FoundReport } from './reporting.ts'
import type { FoundTiming } from './timings.ts'

/** A clause with what it was read from, for those who unfold it. */
export interface ReadClause {
  readonly clause: Clause
  readonly named: readonly Named[]
  /** The stretch of the paragraph that is the clause. */
  readonly start: number
  readonly end: number
  /** Where the act starts. */
  readonly action: number
  readonly reports: readonly FoundReport[]
  readonly times: readonly FoundTiming[]
}
