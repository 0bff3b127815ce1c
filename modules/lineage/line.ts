import { similarity, wordChanges } from '@resolute/reader'
import type { Branch, DatedText, Line, LineEnd, LineStep, Saying } from './descent.ts'
import { keyOf } from './kin.ts'

/** What a paragraph was before: the link that stands at the later one. */
export interface LineLink {
  readonly document: string
  readonly n: number
  readonly beforeDocument: string
  readonly beforeN: number
  readonly how: 'same' | 'edited' | 'taken-over'
  readonly similarity: number
}

const place = (document: string, n: number): string => `${document}\n${n}`

/**
 * The way on from a paragraph: of what comes from it, what its own series made of it; else the earliest that took it over
 * and that is most similar. `down` holds all that comes from it, near or far.
 */
export function wayOn(
  from: { readonly document: string; readonly n: number },
  down: readonly LineLink[],
  dayOf: (document: string, n: number) => string | null,
): readonly LineLink[] {
  const byBefore = Map.groupBy(down, ({ beforeDocument, beforeN }) => place(beforeDocument, beforeN))
  const way: LineLink[] = []
  for (let at = place(from.document, from.n); ; ) {
    const next = (byBefore.get(at) ?? []).reduce<LineLink | null>(
      (best, one) => (best && !goesFirst(one, best, dayOf) ? best : one),
      null,
    )
    if (!next) return way
    way.push(next)
    at = place(next.document, next.n)
  }
}

function goesFirst(one: LineLink, best: LineLink, dayOf: (document: string, n: number) => string | null): boolean {
  const taken = (link: LineLink) => (link.how === 'taken-over' ? 1 : 0)
  if (taken(one) !== taken(best)) return taken(one) < taken(best)
  const [day, other] = [dayOf(one.document, one.n) ?? '9', dayOf(best.document, best.n) ?? '9']
  return day !== other ? day < other : one.similarity > best.similarity
}

/**
 * The line over its paragraphs in order of time, `at` being the one asked about. `links[i]` leads from `sayings[i]` to
 * `sayings[i + 1]`. `next` is the text that continues the last one's, or null.
 */
export function lineOf(
  sayings: readonly Saying[],
  links: readonly LineLink[],
  at: number,
  around: { readonly next: DatedText | null; readonly alone: boolean; readonly branches: readonly Branch[] },
): Line {
  const steps = sayings.map((saying, i): LineStep => {
    const link = links[i - 1]
    const before = sayings[i - 1]
    if (!link || !before) return { saying, how: 'first', similarity: null, words: [] }
    const words = wordChanges(before.text, saying.text)
    const changed = words.some(({ kind, punctuation }) => kind !== 'kept' && !punctuation)
    const how = link.how === 'taken-over' ? link.how : changed ? 'edited' : 'same'
    return { saying, how, similarity: similarity(before.text, saying.text), words }
  })
  return { steps, at, end: endOf(around), branches: around.branches.filter(({ saying }) => !holds(sayings, saying)) }
}

const holds = (sayings: readonly Saying[], { of, n }: Saying): boolean =>
  sayings.some((one) => one.n === n && keyOf(one.of) === keyOf(of))

function endOf({ next, alone }: { readonly next: DatedText | null; readonly alone: boolean }): LineEnd {
  if (next) return { how: 'dropped', by: next }
  return alone ? { how: 'alone' } : { how: 'stands' }
}
