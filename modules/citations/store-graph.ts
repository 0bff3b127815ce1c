import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CitedKind, Target } from './citation.ts'
import { type FoundRow, foundBy, targetOf } from './store-read.ts'

interface TextRow extends FoundRow {
  readonly kind: CitedKind
  readonly key: null
  readonly label: string
  readonly act: 'resolution' | 'decision' | null
  readonly number: string | null
  readonly body: string | null
  readonly year: number | null
}

const textColumns = sql`case when t.act is null then 'document' else 'act' end as kind, null as key, t.label, t.act,
  t.number, t.body, t.year, t.document as found_document, t.unit as found_unit, t.title as found_title,
  t.adopted::text as found_adopted, t.language as found_language`

/** A text of the register by its address; null where there is none. */
export async function textAt(database: Database, document: string, unit: string): Promise<Target | null> {
  const { rows } = await sql<TextRow>`
    select ${textColumns} from citations.texts t where t.document = ${document} and t.unit = ${unit}`.execute(database)
  return rows[0] ? targetOf(rows[0]) : null
}

/** In how many other texts of the register each of these keys is cited. */
export async function weightsOfKeys(database: Database, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; weight: number }>`
    select key, count(distinct (document, holder))::int as weight from citations.citations
    where key = any(${keys}) group by key`.execute(database)
  return new Map(rows.map(({ key, weight }) => [key, weight]))
}

/** In how many other documents each of these texts is cited; a text is given as document and unit. */
export async function weightsOfTexts(
  database: Database,
  texts: readonly { readonly document: string; readonly unit: string }[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ document: string; unit: string; weight: number }>`
    select m.document, m.unit, count(distinct (c.document, c.holder))::int as weight
    from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as asked (document text, unit text)
    join citations.names m on m.document = asked.document and m.unit = asked.unit
    join citations.citations c on c.key = m.key and c.document <> m.document
    group by 1, 2`.execute(database)
  return new Map(rows.map(({ document, unit, weight }) => [`${document}#${unit}`, weight]))
}

interface EdgeRow extends FoundRow {
  readonly document: string
  readonly holder: string
  readonly kind: CitedKind
  readonly key: string
  readonly label: string
  readonly act: 'resolution' | 'decision' | null
  readonly number: string | null
  readonly body: string | null
  readonly year: number | null
  readonly times: number
}

/** A text that cites, with what it cites. */
export interface TextWithCited {
  readonly document: string
  readonly unit: string
  readonly text: Target
  readonly cited: readonly { readonly target: Target; readonly times: number }[]
}

/** Documents asked for at once: some thousands of rows. */
const atOnce = 100

/** Every text of the register in the order of documents, with what each cites. */
export async function* everyText(database: Database): AsyncGenerator<TextWithCited> {
  let after = ''
  for (;;) {
    const { rows: documents } = await sql<{ document: string }>`
      select distinct document from citations.texts where document > ${after} order by document
      limit ${atOnce}`.execute(database)
    const last = documents.at(-1)
    if (!last) return
    const ids = documents.map(({ document }) => document)
    const [texts, edges] = await Promise.all([
      sql<TextRow & { document: string; unit: string }>`
        select t.document, t.unit, ${textColumns} from citations.texts t where t.document = any(${ids})
        order by t.document, t.unit`.execute(database),
      sql<EdgeRow>`
        with grouped as (
          select c.document, c.holder, c.key, (array_agg(c.kind order by c.n))[1] as kind,
            (array_agg(c.label order by c.n))[1] as label, min(c.act) as act, min(c.number) as number,
            min(c.body) as body, mode() within group (order by c.year) as year, count(*)::int as times,
            min(c.n) as first, (array_agg(c.part order by c.n))[1] as part
          from citations.citations c where c.document = any(${ids}) and c.k = 0 and c.key is not null group by 1, 2, 3)
        select g.*, found.* from grouped g
        ${foundBy(
          sql`array(select o.key from citations.citations o where o.document = g.document and o.n = g.first
            and o.part = g.part)`,
          sql`g.key`,
        )}
        order by g.document, g.holder, g.first, g.part`.execute(database),
    ])
    const cited = Map.groupBy(edges.rows, ({ document, holder }) => `${document}#${holder}`)
    for (const row of texts.rows) {
      const own = cited.get(`${row.document}#${row.unit}`) ?? []
      yield {
        document: row.document,
        unit: row.unit,
        text: targetOf(row),
        cited: own.map((edge) => ({ target: targetOf(edge), times: edge.times })),
      }
    }
    after = last.document
  }
}
