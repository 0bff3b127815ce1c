import type { Language } from '@resolute/reader'
import type { Acceptance, Finding, Implementation, Reported } from './dossier.ts'
import type { Followable, FollowableKind } from './followable.ts'

export interface DossierRow {
  key: string
  kind: FollowableKind
  holder: string
  n: number
  opened: Followable
  opened_at: Date
  status: Implementation
}

export interface ReplyRow {
  key: string
  dossier: string
  actor: string
  answers: string | null
  chain: string[]
  holds: string | null
  status: Implementation
  acceptance: Acceptance | null
  as_of: string | null
  acts: number
  /** The actor was not asked by name: the office gave it the reply. */
  given: boolean
}

export interface UpdateRow {
  key: string
  reply: string
  corrects: string | null
  status: Reported
  acceptance: Acceptance | null
  as_of: string
  narrative: string
  language: Language
  reason: string | null
  on_behalf: boolean
  by: string
  at: Date
}

export interface EvidenceRow {
  key: string
  update: string
  title: string
  kind: 'file' | 'link' | 'paragraph'
  sha256: string | null
  file_name: string | null
  media_type: string | null
  size: string | null
  url: string | null
  document: string | null
  unit: string | null
  path: string | null
  by: string
  at: Date
}

export interface WithdrawalRow {
  key: string
  update: string | null
  evidence: string | null
  reason: string | null
  by: string
  at: Date
}

export interface AssessmentRow {
  key: string
  dossier: string
  reply: string | null
  replaces: string | null
  finding: Finding
  narrative: string
  by: string
  at: Date
}

interface FollowableKeys {
  key: string
  holder: string
  n: number
}

interface FollowableDueRow {
  key: string
  body: string | null
  session: number | null
  from_date: string
  to_date: string
}

/** The tables of the schema `followup`, and the views of the rooms it follows, as Kysely sees them. */
export type Tables = {
  'followup.dossiers': DossierRow
  'followup.replies': ReplyRow
  'followup.handovers': {
    key: string
    reply: string
    act: string
    from_person: string | null
    to_person: string | null
    reason: string | null
    by: string
    at: Date
  }
  'followup.updates': UpdateRow
  'followup.clearances': { update: string; by: string; at: Date }
  'followup.evidence': EvidenceRow
  'followup.withdrawals': WithdrawalRow
  'followup.assessments': AssessmentRow
  'followup.notes': { key: string; dossier: string; text: string; by: string; at: Date }
  'followup.watches': { key: string; dossier: string; person: string; watching: boolean; at: Date }
  'followup.once': { id: string; who: string; answer: unknown; at: Date }
  'mandates.followables': FollowableKeys
  'submissions.followables': FollowableKeys
  'mandates.followable_dues': FollowableDueRow
  'submissions.followable_dues': FollowableDueRow
}
