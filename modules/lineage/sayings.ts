import type { Database } from '#platform/database'
import type { ParagraphKey } from './agreed.ts'
import type { DatedText, Saying } from './descent.ts'
import { type ParagraphRow, paragraphsOf } from './store-links.ts'
import { type TextRow, textsOf } from './store-texts.ts'

/** The texts some paragraphs stand in, by a paragraph of theirs. */
export async function textsBy(database: Database, keys: readonly { readonly document: string }[]) {
  const rows = await textsOf(database, [...new Set(keys.map(({ document }) => document))])
  const byDocument = Map.groupBy(rows, ({ document }) => document)
  return (document: string, n: number): DatedText | null => {
    const row = byDocument.get(document)?.find(({ firstN, lastN }) => n >= firstN && n <= lastN)
    return row ? datedOf(row) : null
  }
}

/** Paragraphs by their keys, each with its text. */
export async function sayingsAt(
  database: Database,
  keys: readonly ParagraphKey[],
): Promise<(document: string, n: number) => Saying | null> {
  const [rows, textAt] = await Promise.all([paragraphsOf(database, keys), textsBy(database, keys)])
  const byPlace = new Map(rows.map((row) => [`${row.document}\n${row.n}`, row]))
  return (document, n) => {
    const row = byPlace.get(`${document}\n${n}`)
    const of = row ? textAt(document, n) : null
    return row && of ? sayingOf(row, of) : null
  }
}

export function datedOf({ document, unit, title, organ, body, session, day, language }: TextRow): DatedText {
  return { document, unit, title, organ, body, session, day, language }
}

export function sayingOf({ document, n, kind, number, path, recital, text }: ParagraphRow, of: DatedText): Saying {
  return { document, n, of, kind, number, path, recital, text }
}
