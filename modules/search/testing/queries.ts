import { readFileSync } from 'node:fs'
import type { Language } from '@resolute/reader'
import type { FoundPage } from '../search.ts'

/** Where a query may lead. An answer is met where all that it names holds. */
export interface Answer {
  readonly document?: string
  readonly path?: string
  /** What the paragraph says, case aside. */
  readonly says?: readonly string[]
}

export type QueryKind =
  | 'symbol'
  | 'paragraph'
  | 'title'
  | 'topic'
  | 'remembered'
  | 'actor'
  | 'phrase'
  | 'exclusion'
  | 'misspelt'
  | 'plain letters'

/** What somebody types, and what should come first or second. */
export interface Query {
  readonly query: string
  readonly language: Language
  readonly kind: QueryKind
  readonly expected: readonly Answer[]
  /** Words that none of the first ten results says. */
  readonly never?: readonly string[]
  /** What is offered as meant; it answers a misspelt query as well. */
  readonly suggestion?: string
  readonly why: string
}

const file = new URL('./queries.json', import.meta.url)
const read = JSON.parse(readFileSync(file, 'utf8')) as { readonly queries: readonly Query[] }

/** Written down before the ranking was made; the ranking is measured against them and never the other way round. */
export const queries: readonly Query[] = read.queries

/** A paragraph as an answer is compared with it. */
export interface Said {
  readonly document: string
  readonly path: string | null
  readonly text: string
}

/** Symbols without case, spaces and, for the Security Council, the year, which its sheets do not all print. */
const symbol = (written: string): string =>
  written
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/^(S\/RES\/\d+)\(\d{4}\)$/, '$1')

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')
    .toLowerCase()

const saysWord = (text: string, word: string): boolean =>
  plain(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .includes(plain(word))

/** Whether a paragraph is what the query should have found. */
export function meets(query: Query, said: Said): boolean {
  if (query.never?.some((word) => saysWord(said.text, word))) return false
  return query.expected.some(
    ({ document, path, says = [] }) =>
      (document === undefined || symbol(document) === symbol(said.document)) &&
      (path === undefined || path === said.path) &&
      says.every((words) => plain(said.text).includes(plain(words))),
  )
}

/** Whether the first or second result answers, and no result of the first ten says what was left out. */
export function answered(query: Query, page: Pick<FoundPage, 'direct' | 'hits' | 'suggestion'>): boolean {
  const said: readonly Said[] = [
    ...page.direct.map(({ document, path, text }) => ({ document, path, text: text ?? '' })),
    ...page.hits,
  ]
  if (query.never?.some((word) => said.slice(0, 10).some(({ text }) => saysWord(text, word)))) return false
  if (query.suggestion !== undefined && page.suggestion !== null) {
    if (plain(page.suggestion) === plain(query.suggestion)) return true
  }
  return said.slice(0, 2).some((one) => meets(query, one))
}
