import type {
  Clause,
  Condition,
  Force,
  Life,
  Money,
  ObligationKind,
  ObligationLink,
  Restriction,
  Timing,
} from '@resolute/reader'
import type { Generated } from 'kysely'
import type { Due } from '#modules/calendar'
import type { PersonReadingKind, ReadingLook, ReadingState, ReasonOfDoubt } from './reading.ts'

interface MandateRow {
  key: string
  id: string
  document: string
  version: number
  unit: string
  unit_title: string | null
  path: string
  text: string
  context: readonly string[]
  organ: string | null
  adopted: string | null
  session_body: string | null
  session_number: number | null
  clauses: readonly Clause[]
  superseded_by: number | null
  position: number
  /** Null in rows written before rules and persons were told apart. */
  rule_clauses: readonly Clause[] | null
  text_hash: string | null
  certainty: number | null
  doubts: ReasonOfDoubt[]
  state: ReadingState
  look: ReadingLook | null
  person_reading: string | null
}

interface PersonReadingRow {
  key: Generated<string>
  document: string
  unit: string
  path: string
  text_hash: string
  text: string
  context: readonly string[]
  kind: PersonReadingKind
  clauses: readonly Clause[] | null
  rule_clauses: readonly Clause[]
  rules: string
  note: string
  by: string
  at: Date
}

interface ObligationRow {
  key: string
  mandate: string
  n: number
  kind: ObligationKind
  force: Force
  actor: string | null
  actor_name: string
  actor_as_written: string | null
  action: string
  subject: string | null
  to_whom: readonly string[]
  conditions: readonly Condition[]
  timings: readonly Timing[]
  continuing: boolean
  links: readonly ObligationLink[]
  by: string
  certainty: number
  first_due: string | null
  stands: boolean
  position: number
  /** Null in rows written before these were kept. */
  restrictions: readonly Restriction[] | null
  money: readonly Money[] | null
  life: Life | null
}

interface DueRow {
  obligation: string
  n: number
  body: string | null
  session: number | null
  part: string | null
  from_date: string | null
  to_date: string | null
  reason: string | null
  due: Due
}

/** The tables of the schema `mandates`, as Kysely sees them. */
export type Tables = {
  'mandates.mandates': MandateRow
  'mandates.obligations': ObligationRow
  'mandates.dues': DueRow
  'mandates.person_readings': PersonReadingRow
  'mandates.read_with': { document: string; version: number; rules: string }
  'mandates.worked_out': { only_row: boolean; calendar: string }
}

export type { DueRow, MandateRow, ObligationRow, PersonReadingRow }
