import type { Sealed } from '#modules/ledger'

const columns = {
  handovers: ['reply', 'act', 'from_person', 'to_person', 'reason', 'by', 'at'],
  updates: [
    'reply',
    'corrects',
    'status',
    'acceptance',
    'as_of',
    'narrative',
    'language',
    'reason',
    'on_behalf',
    'by',
    'at',
    'salt',
  ],
  clearances: ['update', 'by', 'at'],
  submitted: ['update', 'submission', 'by', 'at'],
  evidence: [
    'update',
    'title',
    'kind',
    'sha256',
    'file_name',
    'media_type',
    'size',
    'url',
    'document',
    'unit',
    'path',
    'by',
    'at',
    'salt',
  ],
  withdrawals: ['update', 'evidence', 'reason', 'by', 'at'],
  assessments: ['dossier', 'reply', 'replaces', 'finding', 'narrative', 'by', 'at'],
  notes: ['dossier', 'text', 'by', 'at', 'salt'],
  watches: ['dossier', 'person', 'watching', 'at'],
} as const

export type SealedTable = keyof typeof columns

/** The tables that are only added to and whose rows the ledger seals, with the columns that go into the seal. */
export const sealed: Sealed<SealedTable> = {
  room: 'followup',
  columns,
  keys: { clearances: 'update', submitted: 'update' },
}
