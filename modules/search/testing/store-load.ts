import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { ItemKind, Language, UnitType } from '@resolute/reader'
import { sql } from 'kysely'
import { isoDate } from '#modules/documents'
import type { Database } from '#platform/database'
import { settle } from '../merging.ts'
import { numberOf, symbolKey } from '../place.ts'
import { keepEntry } from '../store.ts'
import type { Stems } from '../store-stems.ts'

/** A text as it is put straight into the tables: without ledger, readings or mandates. */
export interface LoadedText {
  readonly document: string
  /** Where the document is kept by another id than the symbol it bears. */
  readonly symbol?: string
  readonly language: Language
  readonly title: string | null
  readonly adopted: string | null
  readonly type: UnitType
  readonly body: string | null
  readonly items: readonly { readonly kind: ItemKind; readonly number: string | null; readonly text: string }[]
}

/** Puts texts into the register and the index, the way an import does, for tests and measurements of the search alone. */
export async function loadTexts(database: Database, stems: Stems, texts: readonly LoadedText[]): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const { document, symbol: given, language, title, adopted, type, body, items } of texts) {
      const unitId = given ?? document
      await sql`insert into documents.documents (id, version) values (${document}, 1)`.execute(transaction)
      await sql`
        insert into documents.versions (document, version, file_name, bytes, sha256, language, title, adopted, outline,
          units, paragraphs, imported_at, imported_by)
        values (${document}, 1, 'loaded', '', ${'0'.repeat(64)}, ${language}, ${title ?? document}, ${adopted}::date,
          '{}', 1, ${items.length}, now(), 'system:test')`.execute(transaction)
      const rows = items.map(({ kind, number, text }, n) => {
        return { n, kind, number, path: kind === 'operative' ? number : null, text: text.replaceAll('\u0000', '') }
      })
      await sql`
        insert into documents.items (document, version, n, unit, kind, number, path, line, text)
        select ${document}, 1, n, ${unitId}, kind, number, path, n + 1, text
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as item (n int, kind text, number text, path text, text text)`.execute(transaction)
      const symbol = symbolKey(unitId)
      const short = numberOf(symbol)
      const unit = { unit: unitId, type, number: short, title, body, adopted, symbol, short }
      const entry = { document, version: 1, language, title: title ?? document, adopted, symbol, units: [unit] }
      await keepEntry(transaction, entry, {})
    }
    await settle(transaction, stems)
  })
}

const bodies: readonly (readonly [RegExp, string])[] = [
  [/^A\/HRC\//, 'human-rights-council'],
  [/^A\//, 'general-assembly'],
  [/^S\//, 'security-council'],
  [/^E\//, 'ecosoc'],
]

/** The published paragraphs kept beside this project, a text at a time. */
export async function* corpusTexts(file: URL): AsyncGenerator<LoadedText> {
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    const { symbol, paragraphs } = JSON.parse(line) as {
      readonly symbol: string
      readonly paragraphs: readonly (readonly [string, string | null, string | null, string | null])[]
    }
    const document = symbol.replaceAll('_', '/')
    const items = paragraphs.map(([type, kind, number, text]) => ({
      kind: kindOf(type, kind),
      number: number?.replace(/\.$/, '') ?? /^\s*(\d+)\s*[.–-]/.exec(text ?? '')?.[1] ?? null,
      text: text ?? '',
    }))
    const title = items.find(({ kind }) => kind === 'title')?.text.replace(/\s+/g, ' ') ?? null
    const body = bodies.find(([pattern]) => pattern.test(document))?.[1] ?? null
    const type = /RES/.test(symbol) ? 'resolution' : 'other'
    yield { document, language: 'en', title, adopted: dayIn(items.map(({ text }) => text)), type, body, items }
  }
}

function kindOf(type: string, kind: string | null): ItemKind {
  if (type === 'paragraph') return kind === 'preambular' ? 'preambular' : 'operative'
  if (type === 'title' || type === 'heading' || type === 'backmatter') return type
  return type === 'frontmatter' ? 'frontmatter' : 'footnote'
}

/** The first date of a masthead: when it was distributed or adopted. */
function dayIn(texts: readonly string[]): string | null {
  for (const text of texts.slice(0, 25)) {
    const day = isoDate(/\b\d{1,2}\s+[A-Z][a-z]+\s+(?:19|20)\d\d\b/.exec(text)?.[0] ?? null)
    if (day) return day
  }
  return null
}
