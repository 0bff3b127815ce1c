import { createHash } from 'node:crypto'
import { type Clause, certainFrom, type Given, type MandateReading } from '@resolute/reader'
import { canonicalJson, type Json } from '#modules/ledger'
import type { PersonReading, ReadingLook, ReadingState, ReasonOfDoubt } from './reading.ts'

/** A paragraph with the chapeaux above it: what a reading by a person holds for. */
type Words = Pick<MandateReading, 'unit' | 'path' | 'text' | 'context'>

/** A reading by a person, with the words it was made of. */
export type Kept = PersonReading & { readonly textHash: string }

/** What a person's decisions come to for a paragraph as it is now. */
export interface Standing {
  /** The one that counts: the latest for these very words, unless it withdraws. */
  readonly counts: Kept | null
  /** The latest for other words, where nothing was decided for these: it is not applied, and a person should look. */
  readonly left: Kept | null
}

/** What persons decided about one document. */
export interface Decided {
  of(words: Words): Standing
  hashOf(words: Words): string
  /** For the reader: clauses that take the place of those the rules read. */
  readonly given: Given
}

/** All decisions about a document, the latest first. */
export function decidedOf(readings: readonly Kept[]): Decided {
  const byPlace = Map.groupBy(readings, ({ unit, path }) => `${unit}#${path}`)
  const of = (words: Words): Standing => {
    const here = byPlace.get(`${words.unit}#${words.path}`) ?? []
    if (here.length === 0) return { counts: null, left: null }
    const hash = hashOfWords(words)
    const latest = here.find(({ textHash }) => textHash === hash)
    if (latest) return { counts: latest.kind === 'withdrawn' ? null : latest, left: null }
    return { counts: null, left: here[0]!.kind === 'withdrawn' ? null : here[0]! }
  }
  return {
    of,
    hashOf: hashOfWords,
    given(words) {
      const { counts } = of(words)
      return counts?.clauses ? { clauses: counts.clauses, by: counts.by } : null
    },
  }
}

export const hashOfWords = ({ text, context }: Pick<Words, 'text' | 'context'>): string => digest([text, ...context])

const digest = (value: Json): string => createHash('sha256').update(canonicalJson(value)).digest('hex')

/** What clauses say, whoever says it and however sure. */
const wordsOf = (clauses: readonly Clause[]): string =>
  canonicalJson(clauses.map(({ by: _by, certainty: _certainty, doubts: _doubts, ...rest }) => rest) as unknown as Json)

export const readAlike = (a: readonly Clause[], b: readonly Clause[]): boolean => wordsOf(a) === wordsOf(b)

/** Stands for the words, the rules' reading and the person's: a decision is refused when any of them has changed. */
export function seenOf(textHash: string, ruleClauses: readonly Clause[], person: string | null): string {
  return digest([textHash, wordsOf(ruleClauses), person]).slice(0, 32)
}

export function lookOf({ rules, clauses }: MandateReading, { counts, left }: Standing): ReadingLook | null {
  if (left) return 'text-changed'
  return counts && !readAlike(counts.ruleClauses, rules ?? clauses) ? 'rules-differ' : null
}

/** How sure the rules are, why not, and whether a person is needed. */
export function standOf(
  { rules, clauses, obligations }: MandateReading,
  asked: readonly { readonly actorId: string | null }[],
  { counts }: Standing,
): { readonly certainty: number | null; readonly doubts: readonly ReasonOfDoubt[]; readonly state: ReadingState } {
  const read = rules ?? clauses
  const parts = [...read, ...(rules ? [] : obligations)].map(({ certainty }) => certainty)
  const certainty = parts.length > 0 ? Math.max(0, Math.min(1, ...parts)) : null
  const doubts = new Set<ReasonOfDoubt>(read.flatMap((clause) => clause.doubts ?? []))
  if (read.some(({ timings }) => timings.some(({ kind }) => kind === 'unclear'))) doubts.add('unclear-time')
  if (!rules && asked.some(({ actorId }) => actorId === null)) doubts.add('unknown-actor')
  return { certainty, doubts: [...doubts], state: counts ? stateBy(counts.kind) : stateByRules(certainty, doubts) }
}

function stateByRules(certainty: number | null, doubts: ReadonlySet<ReasonOfDoubt>): ReadingState {
  if (certainty === null) return 'nothing-read'
  return certainty >= certainFrom && !doubts.has('unclear-time') ? 'certain' : 'open'
}

function stateBy(kind: PersonReading['kind']): ReadingState {
  switch (kind) {
    case 'accepted':
    case 'corrected':
    case 'no-mandate':
      return kind
    case 'withdrawn':
      return 'open'
  }
}
