import type { Command } from '#platform/manifest'
import type { Rooms } from '../../modules/modules.ts'

type Load = () => Promise<Command<Rooms>>

/** Every command by name. Each is loaded only when it is asked for, so that reading a text starts no database. */
export const commands: Readonly<Record<string, Load>> = {
  read: async () => (await import('./read.ts')).read,
  clauses: async () => (await import('./clauses.ts')).clauses,
  compare: async () => (await import('./compare.ts')).compare,
  agreed: async () => (await import('../../modules/lineage/commands.ts')).agreed,
  lint: async () => (await import('./lint.ts')).lint,
  import: async () => (await import('../../modules/documents/commands.ts')).importFiles,
  citations: async () => (await import('../../modules/citations/commands.ts')).citations,
  search: async () => (await import('../../modules/search/commands.ts')).search,
  due: async () => (await import('../../modules/mandates/commands.ts')).due,
  readings: async () => (await import('../../modules/mandates/commands.ts')).readings,
  report: async () => (await import('../../modules/reports/commands.ts')).report,
  documentation: async () => (await import('../../modules/reports/commands.ts')).documentation,
  calls: async () => (await import('../../modules/submissions/commands.ts')).calls,
  submissions: async () => (await import('../../modules/submissions/commands.ts')).submissions,
  remind: async () => (await import('../../modules/followup/commands.ts')).remind,
  session: async () => (await import('../../modules/calendar/commands.ts')).session,
  outbox: async () => (await import('./outbox.ts')).outbox,
  people: async () => (await import('../../modules/parties/commands.ts')).people,
  verify: async () => (await import('../../modules/ledger/commands.ts')).verify,
  serve: async () => (await import('./serve.ts')).serve,
}
