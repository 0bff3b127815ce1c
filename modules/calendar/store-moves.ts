import type { SessionPart } from '@resolute/reader'
import type { Database, Transaction } from '#platform/database'
import type { SessionMove } from './move.ts'

interface MoveRow {
  n: number
  body: string
  number: number
  part: SessionPart
  from_first: string | null
  from_last: string | null
  to_first: string
  to_last: string
  reason: string
  moved_by: string
  moved_at: Date
}

type Tables = { 'calendar.moves': MoveRow }

/** Every move, of one session or of all, in the order they were made. */
export async function movesIn(
  database: Database,
  session?: { readonly body: string; readonly number: number },
): Promise<SessionMove[]> {
  let query = database.withTables<Tables>().selectFrom('calendar.moves').selectAll().orderBy('n')
  if (session) query = query.where('body', '=', session.body).where('number', '=', session.number)
  return (await query.execute()).map(moveOf)
}

export async function insertMove(
  transaction: Transaction,
  { from, to, by, at, ...rest }: Omit<SessionMove, 'n'>,
): Promise<number> {
  const { n } = await transaction
    .withTables<Tables>()
    .insertInto('calendar.moves')
    .values({
      ...rest,
      from_first: from?.from ?? null,
      from_last: from?.to ?? null,
      to_first: to.from,
      to_last: to.to,
      moved_by: by,
      moved_at: new Date(at),
    } as never)
    .returning('n')
    .executeTakeFirstOrThrow()
  return n
}

function moveOf(row: MoveRow): SessionMove {
  const { n, body, number, part, reason } = row
  return {
    ...{ n, body, number, part, reason },
    from: row.from_first === null || row.from_last === null ? null : { from: row.from_first, to: row.from_last },
    to: { from: row.to_first, to: row.to_last },
    by: row.moved_by,
    at: row.moved_at.toISOString(),
  }
}
