import { type Language, languages } from '@resolute/reader'
import type { Database } from '#platform/database'
import { type Built, build, readSources } from './building.ts'
import { type Columns, type Holds, type Years, yearsOf } from './columns.ts'
import { type List, readList, type StoredList, weightOf } from './postings.ts'
import { boundsOf, worthOf } from './ranking.ts'
import { pendingSources, readState, stateText } from './store.ts'
import { segmentsById, stemsOfForms, stillThere, termsOf } from './store-segments.ts'
import type { Stems } from './store-stems.ts'

/** A segment in memory: what each paragraph is. Its words come when they are asked for. */
export interface Segment {
  /** Number in the database; null for an entry that waits, whose words are all here. */
  readonly id: number | null
  readonly columns: Columns
  readonly holds: Holds
  readonly size: number
  readonly worth: Int32Array
  readonly bounds: Int32Array
  readonly years: Years
  readonly built: Built | null
  /** What the forms of an entry that waits are filed under. */
  readonly filed: (() => ReadonlyMap<string, (Word & { readonly form: string })[]>) | null
  /** Paragraphs in each of the six languages. */
  readonly perLanguage: Uint32Array
}

/** A segment as one question sees it. */
export interface Part {
  readonly segment: Segment
  /** By document of the segment: 1 where it stands no more. Null where all stand. */
  readonly dead: Uint8Array | null
}

/** All that stood at one moment, with the text of the state that says so. */
export interface Standing {
  readonly state: string
  readonly parts: readonly Part[]
}

export interface Word {
  readonly language: Language
  readonly stem: string
}

/** The lists of some words in some segments: null for a word that is not in it. */
export type Lists = (segment: Segment, word: Word) => List | null

/** The index as this process has it: what never changes is kept, the rest is asked for at every question. */
export interface Opened {
  /** What stands now, as the database says it; the same value as long as nothing changed. */
  now(): Promise<Standing>
  /** What stood when it was last asked for, without asking; null before. Only good together with a look whether it still does. */
  last(): Standing | null
  /** What a state read from the database stands for, or what came after it. */
  at(state: string): Promise<Standing>
  /** What these forms are filed under wherever they stand, besides what their stems say. */
  filed(parts: readonly Part[], forms: readonly string[]): Promise<readonly (Word & { readonly form: string })[]>
  /** Null where a segment was replaced meanwhile: ask for the parts again. */
  lists(parts: readonly Part[], words: readonly Word[]): Promise<Lists | null>
}

/** Bytes of lists kept in memory, at most. */
const mostBytes = 256 * 2 ** 20

export function openIndex(database: Database, stems: Stems, budget = mostBytes): Opened {
  const segments = new Map<number, Segment>()
  const waiting = new Map<number, Segment>()
  const kept = new Map<string, List | null>()
  /** Lists of entries that wait, as long as they do. */
  const waitingLists = new WeakMap<StoredList, List>()
  let weight = 0
  let last: Standing | null = null
  /** Forms asked for, with what they are filed under in the segments named. */
  const words = new Map<string, readonly (Word & { readonly form: string })[]>()
  let wordsOf: readonly Part[] | null = null

  /** All of a state; false where some of it was replaced before it could be read, or given up for a later one meanwhile. */
  async function load(ids: readonly number[], entries: readonly number[]): Promise<boolean> {
    const wanted = ids.filter((id) => !segments.has(id))
    if (wanted.length > 0) {
      for (const stored of await segmentsById(database, wanted)) segments.set(stored.id, segmentOf(stored, null))
    }
    const fresh = entries.filter((entry) => !waiting.has(entry))
    if (fresh.length > 0) {
      const read = readSources(await pendingSources(database, fresh))
      for (const [language, words] of read.words) await stems.learn(database, language, words)
      const places = Map.groupBy(read.sources.keys(), (i) => read.sources[i]!.entry)
      for (const [entry, own] of places) {
        const one = { ...read, sources: own.map((i) => read.sources[i]!), tokens: own.map((i) => read.tokens[i]!) }
        const built = build(one, stems)
        waiting.set(entry, segmentOf({ id: null, ...built }, built))
      }
    }
    return ids.every((id) => segments.has(id)) && entries.every((entry) => waiting.has(entry))
  }

  async function at(text: string): Promise<Standing> {
    let state = text
    for (let tries = 0; tries < 10; tries++) {
      if (last?.state === state) return last
      const { segments: ids, pending, gone } = readState(state)
      const past = new Set(gone)
      const entries = pending.filter((entry) => !past.has(entry))
      if (!(await load(ids, entries))) {
        state = await stateText(database)
        continue
      }
      const all = [...ids.map((id) => segments.get(id)), ...entries.map((entry) => waiting.get(entry))]
      forget(segments, ids)
      forget(waiting, entries)
      const parts = all
        .filter((segment) => segment !== undefined)
        .map((segment) => ({ segment, dead: segment.id === null ? null : deadIn(segment, past) }))
      last = { state, parts }
      return last
    }
    throw new Error('search: the index changed faster than it could be read')
  }

  async function lists(parts: readonly Part[], words: readonly Word[]): Promise<Lists | null> {
    const found = new Map<string, List | null>()
    const missing = new Set<number>()
    const stored = parts.map(({ segment }) => segment.id).filter((id) => id !== null)
    for (const id of stored) {
      for (const word of words) {
        const key = keyOf(id, word)
        const list = kept.get(key)
        if (list === undefined) missing.add(id)
        else {
          found.set(key, list)
          kept.delete(key) // and back at the end: the one used longest ago stands first
          kept.set(key, list)
        }
      }
    }
    if (missing.size > 0) {
      const ids = [...missing]
      const lacking = words.filter((word) => ids.some((id) => !found.has(keyOf(id, word))))
      const rows = await termsOf(database, ids, lacking)
      if (!(await stillThere(database, ids))) return null
      const read = new Map(rows.map((row) => [keyOf(row.segment, row), readList(row)]))
      for (const id of ids) for (const word of lacking) keep(keyOf(id, word), read.get(keyOf(id, word)) ?? null)
      for (const id of ids) for (const word of lacking) found.set(keyOf(id, word), read.get(keyOf(id, word)) ?? null)
    }
    return (segment, word) => {
      if (segment.id !== null) return found.get(keyOf(segment.id, word)) ?? null
      const stored = segment.built?.lists.get(word.language)?.get(word.stem)
      const list = stored && (waitingLists.get(stored) ?? readList(stored))
      if (stored && list) waitingLists.set(stored, list)
      return list ?? null
    }
  }

  function keep(key: string, list: List | null): void {
    const before = kept.get(key)
    if (before !== undefined) weight -= weightIn(before)
    kept.set(key, list)
    weight += weightIn(list)
    for (const [oldest, dropped] of kept) {
      if (weight <= budget) break
      kept.delete(oldest)
      weight -= weightIn(dropped)
    }
  }

  async function filed(parts: readonly Part[], forms: readonly string[]) {
    if (parts !== wordsOf || words.size > mostWords) words.clear()
    wordsOf = parts
    const fresh = forms.filter((form) => !words.has(form))
    if (fresh.length > 0) {
      const rows = Map.groupBy(await stemsOfForms(database, fresh), ({ form }) => form)
      for (const form of fresh) words.set(form, rows.get(form) ?? [])
    }
    const waits = parts.flatMap(({ segment }) => forms.flatMap((form) => segment.filed?.().get(form) ?? []))
    return [...forms.flatMap((form) => words.get(form) ?? []), ...waits]
  }

  return { now: async () => at(await stateText(database)), last: () => last, at, filed, lists }
}

const mostWords = 20_000

const keyOf = (segment: number, { language, stem }: Word): string => `${segment} ${language} ${stem}`
const weightIn = (list: List | null): number => (list === null ? 100 : weightOf(list))

function segmentOf(
  { id, columns, holds, size }: Pick<Segment, 'id' | 'columns' | 'holds' | 'size'>,
  built: Built | null,
): Segment {
  const worth = worthOf(columns)
  const perLanguage = new Uint32Array(languages.length)
  for (const language of columns.language) perLanguage[language]! += 1
  return {
    id,
    columns,
    holds,
    size,
    worth,
    bounds: boundsOf(worth),
    years: yearsOf(columns),
    built,
    perLanguage,
    filed: built && once(() => filedIn(built)),
  }
}

function filedIn({ lists }: Built): ReadonlyMap<string, (Word & { readonly form: string })[]> {
  const words = [...lists].flatMap(([language, own]) => {
    return [...own].flatMap(([stem, { forms }]) => forms.split(' ').map((form) => ({ language, stem, form })))
  })
  return Map.groupBy(words, ({ form }) => form)
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** What is no more part of the index need not be kept. */
function forget(kept: Map<number, Segment>, wanted: readonly number[]): void {
  if (kept.size === wanted.length) return
  const standing = new Set(wanted)
  for (const key of kept.keys()) if (!standing.has(key)) kept.delete(key)
}

function deadIn({ holds }: Segment, past: ReadonlySet<number>): Uint8Array | null {
  if (past.size === 0) return null
  const dead = Uint8Array.from(holds.documents, ({ entry }) => (past.has(entry) ? 1 : 0))
  return dead.includes(1) ? dead : null
}
