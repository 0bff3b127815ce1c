import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { ParagraphKey, ParagraphKind } from './agreed.ts'
import type { TextKey } from './descent.ts'

/** A paragraph of a standing version. */
export interface ParagraphRow extends ParagraphKey {
  readonly unit: string
  readonly kind: ParagraphKind
  readonly number: string | null
  readonly path: string | null
  readonly recital: number | null
  readonly text: string
}

/** What a paragraph was before. */
export interface LinkRow extends ParagraphKey {
  readonly unit: string
  readonly path: string | null
  readonly beforeDocument: string
  readonly beforeN: number
  readonly how: 'same' | 'edited' | 'taken-over'
  readonly similarity: number
}

const paragraph = sql`
  i.document, i.n, i.unit, i.kind, i.number, i.path, i.text,
  case when i.kind = 'preambular' then (
    select count(*)::int from documents.items p
    where p.document = i.document and p.version = i.version and p.unit = i.unit and p.kind = 'preambular' and p.n <= i.n
  ) end as recital`

const standing = sql`documents.items i join documents.documents d on d.id = i.document and d.version = i.version`

const kinds = sql`('preambular', 'operative', 'subparagraph', 'annex')`

const link = sql`
  l.document, l.n, l.unit, l.path, l.before_document as "beforeDocument", l.before_n as "beforeN", l.how, l.similarity`

/** The paragraph cited by a path, or by its place in the preamble. */
export async function paragraphAt(
  database: Database,
  { document, unit }: TextKey,
  at: { readonly path: string } | { readonly recital: number } | { readonly n: number },
): Promise<ParagraphRow | null> {
  const chosen =
    'path' in at
      ? sql`i.path = ${at.path} and i.kind in ${kinds} order by i.n limit 1`
      : 'n' in at
        ? sql`i.n = ${at.n} and i.kind in ${kinds}`
        : sql`i.kind = 'preambular' order by i.n limit 1 offset ${at.recital - 1}`
  const { rows } = await sql<ParagraphRow>`
    select ${paragraph} from ${standing} where i.document = ${document} and i.unit = ${unit} and ${chosen}`.execute(
    database,
  )
  return rows[0] ?? null
}

export async function paragraphsOf(
  database: Database,
  keys: readonly ParagraphKey[],
): Promise<readonly ParagraphRow[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<ParagraphRow>`
    select ${paragraph}
    from jsonb_to_recordset(${JSON.stringify(keys.map(({ document, n }) => ({ document, n })))}::jsonb)
      as given (document text, n int)
    join ${standing} on i.document = given.document and i.n = given.n`.execute(database)
  return rows
}

/** Every paragraph of some texts. */
export async function paragraphsIn(database: Database, texts: readonly TextKey[]): Promise<readonly ParagraphRow[]> {
  const { rows } = await sql<ParagraphRow>`
    select ${paragraph}
    from jsonb_to_recordset(${JSON.stringify(texts.map(({ document, unit }) => ({ document, unit })))}::jsonb)
      as given (document text, unit text)
    join ${standing} on i.document = given.document and i.unit = given.unit
    where i.kind in ${kinds} order by i.document, i.n`.execute(database)
  return rows
}

/** What a paragraph goes back to, link by link, nearest first: at most so many. */
export async function linksUp(
  database: Database,
  { document, n }: ParagraphKey,
  most: number,
): Promise<readonly LinkRow[]> {
  const { rows } = await sql<LinkRow & { step: number }>`
    with recursive up as (
      select l.*, 1 as step from lineage.links l where l.document = ${document} and l.n = ${n}
      union all
      select l.*, up.step + 1 from up
      join lineage.links l on l.document = up.before_document and l.n = up.before_n
      where up.step < ${most}
    )
    select ${link}, l.step from up l order by l.step`.execute(database)
  return rows
}

/** All that comes from a paragraph, link by link, those nearest to it first: at most so many. */
export async function linksDown(
  database: Database,
  { document, n }: ParagraphKey,
  most: number,
): Promise<readonly LinkRow[]> {
  const { rows } = await sql<LinkRow & { step: number }>`
    with recursive down as (
      select l.*, 1 as step from lineage.links l where l.before_document = ${document} and l.before_n = ${n}
      union all
      select l.*, down.step + 1 from down
      join lineage.links l on l.before_document = down.document and l.before_n = down.n
      where down.step < ${most}
    )
    select ${link}, l.step from down l order by l.step, l.document, l.n limit ${most}`.execute(database)
  return rows
}

/** What comes directly from these paragraphs. */
export async function linksFrom(database: Database, keys: readonly ParagraphKey[]): Promise<readonly LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select ${link}
    from jsonb_to_recordset(${JSON.stringify(keys.map(({ document, n }) => ({ document, n })))}::jsonb)
      as given (document text, n int)
    join lineage.links l on l.before_document = given.document and l.before_n = given.n
    order by l.similarity desc, l.document, l.n limit 200`.execute(database)
  return rows
}

/** The links of some texts to what their paragraphs were before. */
export async function linksIn(database: Database, texts: readonly TextKey[]): Promise<readonly LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select ${link}
    from jsonb_to_recordset(${JSON.stringify(texts.map(({ document, unit }) => ({ document, unit })))}::jsonb)
      as given (document text, unit text)
    join lineage.links l on l.document = given.document and l.unit = given.unit
    order by l.document, l.n`.execute(database)
  return rows
}

/** Puts the links of a text in the place of those it had. */
export async function replaceLinks(
  transaction: Transaction,
  { document, unit }: TextKey,
  links: readonly LinkRow[],
): Promise<void> {
  await sql`delete from lineage.links where document = ${document} and unit = ${unit}`.execute(transaction)
  await sql`
    insert into lineage.links (document, n, unit, path, before_document, before_n, how, similarity)
    select document, n, unit, path, "beforeDocument", "beforeN", how, similarity
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as given (document text, n int, unit text, path text,
      "beforeDocument" text, "beforeN" int, how text, similarity real)`.execute(transaction)
}
