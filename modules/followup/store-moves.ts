import { sql } from 'kysely'
import type { Period, SessionMove } from '#modules/calendar'
import type { Transaction } from '#platform/database'
import { partsOf } from './followable.ts'

/** A move as it is told, and what was due by the session before. */
export interface MoveToTell {
  readonly move: number
  readonly body: string
  readonly number: number
  readonly part: SessionMove['part']
  readonly from: Period | null
  readonly to: Period
  readonly reason: string
  readonly dues: readonly MovedDue[]
}

export interface MovedDue {
  /** Id of what was asked. */
  readonly id: string
  readonly before: readonly Period[]
}

export async function insertMove(
  transaction: Transaction,
  { n, body, number, part, from, to, reason }: SessionMove,
  dues: readonly MovedDue[],
): Promise<void> {
  await sql`
    insert into followup.moves (move, body, number, part, from_first, from_last, to_first, to_last, reason)
    values (${n}, ${body}, ${number}, ${part}, ${from?.from ?? null}, ${from?.to ?? null}, ${to.from}, ${to.to}, ${reason})
    `.execute(transaction)
  const rows = dues.flatMap(({ id, before }) => {
    const place = partsOf(id)
    return place ? [{ ...place, before: JSON.stringify(before) }] : []
  })
  await sql`
    insert into followup.moved_dues (move, holder, n, before)
    select ${n}, holder, n, before from unnest(${rows.map(({ holder }) => holder)}::text[],
      ${rows.map(({ n }) => n)}::int[], ${rows.map(({ before }) => before)}::jsonb[]) as given (holder, n, before)
    `.execute(transaction)
}

/** The oldest move nobody was told of, held until the transaction ends; null where there is none, or others have it. */
export async function claimMove(transaction: Transaction): Promise<MoveToTell | null> {
  const { rows } = await sql<Omit<MoveToTell, 'from' | 'to' | 'dues'> & Record<string, string | null>>`
    select move, body, number, part, from_first, from_last, to_first, to_last, reason
    from followup.moves where told_at is null order by move limit 1 for update skip locked`.execute(transaction)
  const [found] = rows
  if (!found) return null
  const { move, body, number, part, reason, from_first: first, from_last: last } = found
  const dues = await sql<{ holder: string; n: number; before: readonly Period[] }>`
    select holder, n, before from followup.moved_dues where move = ${move} order by holder, n`.execute(transaction)
  return {
    ...{ move, body, number, part, reason },
    from: first && last ? { from: first, to: last } : null,
    to: { from: found.to_first!, to: found.to_last! },
    dues: dues.rows.map(({ holder, n, before }) => ({ id: `${holder}/${n}`, before })),
  }
}

export async function markTold(transaction: Transaction, move: number, now: Date): Promise<void> {
  await sql`update followup.moves set told_at = ${now} where move = ${move}`.execute(transaction)
}
