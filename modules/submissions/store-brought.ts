import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { KeptFile } from '#platform/files'
import type { Desk } from './hands.ts'
import type { BroughtReport } from './offline.ts'

/** A report as it is kept: besides, whose desk the file was laid on and which form was out then. */
export interface KeptReport extends BroughtReport {
  readonly desk: Desk
  readonly formOut: number
}

export interface BroughtRow {
  readonly key: string
  /** Id of the invitation. */
  readonly invitation: string
  readonly sha256: string
  readonly name: string
  readonly report: KeptReport
  readonly by: string
  readonly at: Date
}

const columns = sql`b.key, c.id || '/' || i.n as invitation, b.sha256, b.name, b.report, b.by, b.at`
const joined = sql`submissions.brought b join submissions.invitations i on i.key = b.invitation
  join submissions.calls c on c.key = i.call`

/** By its key; null where there is none. */
export async function broughtRow(database: Database, key: string): Promise<BroughtRow | null> {
  if (!/^[1-9]\d{0,17}$/.test(key)) return null
  const { rows } = await sql<BroughtRow>`select ${columns} from ${joined} where b.key = ${key}`.execute(database)
  return rows[0] ?? null
}

/** The file that was brought last for an invitation, on one desk. */
export async function lastBrought(database: Database, invitation: string, desk: Desk): Promise<BroughtRow | null> {
  const { rows } = await sql<BroughtRow>`select ${columns} from ${joined}
    where b.invitation = ${invitation} and b.report ->> 'desk' = ${desk} order by b.key desc limit 1`.execute(database)
  return rows[0] ?? null
}

/** Returns its key. */
export async function addBrought(
  transaction: Transaction,
  row: {
    readonly invitation: string
    readonly file: KeptFile
    readonly name: string
    readonly report: KeptReport
    readonly by: string
    readonly at: Date
  },
): Promise<string> {
  const { invitation, file, name, report, by, at } = row
  const { rows } = await sql<{ key: string }>`
    insert into submissions.brought (invitation, sha256, name, type, size, report, by, at)
    values (${invitation}, ${file.sha256}, ${name}, ${file.type}, ${file.size}, ${JSON.stringify(report)}::jsonb, ${by},
      ${at}) returning key`.execute(transaction)
  return rows[0]!.key
}
