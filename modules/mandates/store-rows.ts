import type { Clause, Condition, Force, ObligationKind, ObligationLink, Timing } from '@resolute/reader'
import type { Due } from '#modules/calendar'

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
  'mandates.worked_out': { only_row: boolean; calendar: string }
}

export type { DueRow, MandateRow, ObligationRow }
