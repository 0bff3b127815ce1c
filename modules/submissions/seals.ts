import type { Sealed } from '#modules/ledger'

const columns = {
  call_words: ['call', 'words', 'by', 'at'],
  forms: ['call', 'form', 'by', 'at'],
  issues: ['call', 'version', 'form', 'by', 'at'],
  call_events: ['call', 'act', 'facts', 'by', 'at'],
  invitation_events: ['invitation', 'act', 'facts', 'by', 'at'],
  sent: [
    'invitation',
    'number',
    'version',
    'answers',
    'language',
    'visibility',
    'channel',
    'original',
    'original_name',
    'original_type',
    'original_size',
    'on_behalf',
    'late',
    'by',
    'at',
    'salt',
  ],
  withdrawals: ['sent', 'reason', 'by', 'at'],
  showings: ['sent', 'visibility', 'by', 'at'],
  brought: ['invitation', 'sha256', 'name', 'type', 'size', 'report', 'by', 'at'],
  findings: ['call', 'n', 'words', 'by', 'at'],
  passages: ['call', 'finding', 'sent', 'question', 'part', 'start_at', 'end_at', 'quote', 'by', 'at'],
  passage_removals: ['passage', 'by', 'at'],
} as const

export type SealedTable = keyof typeof columns

/** The tables that are only added to and whose rows the ledger seals. */
export const sealed: Sealed<SealedTable> = {
  room: 'submissions',
  columns,
  keys: { passage_removals: 'passage' },
}
