import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { JudgementKind, OverlapPair } from './overlap.ts'

/** A judgement and its fingerprint: any change to it gives another. */
export interface JudgementSeal {
  readonly key: string
  readonly seal: string
}

/** Keeps what a person said of a pair, with the words of both as they stand. */
export async function insertJudgement(
  transaction: Transaction,
  { newer, older }: OverlapPair,
  said: { readonly kind: JudgementKind; readonly note: string; readonly by: string; readonly at: Date },
): Promise<string> {
  const { rows } = await sql<{ key: string }>`
    insert into lineage.judgements (document, unit, path, text, other_document, other_unit, other_path, other_text, kind,
      note, by, at)
    select o.document, o.unit, o.path, i.text, o.other_document, o.other_unit, o.other_path, j.text, ${said.kind},
      ${said.note}, ${said.by}, ${said.at}
    from lineage.overlaps o
    join documents.documents d on d.id = o.document
    join documents.items i on i.document = d.id and i.version = d.version and i.n = o.n
    join documents.documents e on e.id = o.other_document
    join documents.items j on j.document = e.id and j.version = e.version and j.n = o.other_n
    where o.document = ${newer.document} and o.n = ${newer.n} and o.other_document = ${older.document}
      and o.other_n = ${older.n}
    returning key::text as key`.execute(transaction)
  return rows[0]!.key
}

/** Holds a pair to the end of the transaction: whoever judges it at the same time waits here. False where it is gone. */
export async function holdPair(transaction: Transaction, { newer, older }: OverlapPair): Promise<boolean> {
  const { rows } = await sql`
    select from lineage.overlaps o where o.document = ${newer.document} and o.n = ${newer.n}
      and o.other_document = ${older.document} and o.other_n = ${older.n} for update`.execute(transaction)
  return rows.length > 0
}

/** All judgements, or one, by key. */
export async function judgementSeals(database: Database, key?: string): Promise<readonly JudgementSeal[]> {
  const { rows } = await sql<JudgementSeal>`
    select g.key::text as key, encode(sha256(convert_to(jsonb_build_array(g.document, g.unit, g.path, g.text,
      g.other_document, g.other_unit, g.other_path, g.other_text, g.kind, g.note, g.by,
      to_char(g.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS'))::text, 'UTF8')), 'hex') as seal
    from lineage.judgements g
    where ${key === undefined ? sql<boolean>`true` : sql<boolean>`g.key = ${key}::bigint`} order by g.key`.execute(
    database,
  )
  return rows
}
