import { readFile } from 'node:fs/promises'
import { calendarManifest } from '#modules/calendar'
import { documentsManifest } from '#modules/documents'
import { ledgerManifest } from '#modules/ledger'
import { mandatesManifest } from '#modules/mandates'
import { partiesManifest } from '#modules/parties'
import type { Database } from '#platform/database'
import { openCitations } from '../acts.ts'

export const now = () => new Date('2013-01-02T03:04:05Z')

const sampleOf = (name: string) => readFile(new URL(`../../../samples/${name}`, import.meta.url), 'utf8')
export const sheet = await sampleOf('E-RES-2012-19.txt')
export const report = await sampleOf('E-2011-30-chapter-I.txt')

/** The rooms up to the citations on a database. With `deaf` the citations hear of no import. */
export async function openRegister(database: Database, deaf?: 'deaf') {
  const platform = { database, now }
  const ledger = ledgerManifest.open(platform, {})
  const parties = partiesManifest.open(platform, { ledger })
  const calendar = calendarManifest.open(platform, { ledger, parties })
  const documents = documentsManifest.open(platform, { ledger, parties, calendar })
  const mandates = mandatesManifest.open(platform, { ledger, parties, calendar, documents })
  const citations = openCitations(platform, { ledger, parties, calendar, documents, mandates })
  if (!deaf) documents.onVersion(citations.keep)
  /** A text under a symbol, or as the file of its name. */
  const bring = (text: string, symbol?: string, language?: 'ar' | 'zh' | 'en' | 'fr' | 'ru' | 'es') =>
    documents.importText({
      fileName: `${symbol?.replaceAll('/', '-') ?? 'text'}.txt`,
      bytes: new TextEncoder().encode(text),
      facts: { symbol, language },
      by: 'system:test',
    })
  return { ledger, documents, citations, bring }
}

/** A resolution of the Assembly with these preambular words and paragraphs. */
export const resolution = (number: string, recital: string, ...paragraphs: readonly string[]) =>
  `${number}. A title\n\nThe General Assembly,\n\n${recital},\n\n${paragraphs.map((words, i) => `${i + 1}. ${words}`).join(';\n\n')}.\n`
