import { setImmediate as breath } from 'node:timers/promises'
import { type Outline, outlineOf } from '@resolute/reader'
import { readFile } from '@resolute/reader/files'
import type { Parties } from '#modules/parties'
import type { Database } from '#platform/database'
import type {
  Agreed,
  AgreedDraft,
  AgreedOptions,
  AgreedParagraph,
  AgreedRefusal,
  AgreedSummary,
  ParagraphKind,
  SimilarTo,
} from './agreed.ts'
import { largestDraft, longestParagraph, mostMatches, mostParagraphs, usualMatches } from './agreed.ts'
import {
  type AskedParagraph,
  acceptedBy,
  type BodyOf,
  bodiesBy,
  type LookedUp,
  lookUp,
  paragraphsOf,
} from './agreed-matches.ts'
import { oneAtATime } from './agreed-turns.ts'
import { type HeldIndex, scopeOf } from './index-held.ts'
import { type Accepted, type Part, placesOf } from './index-parts.ts'
import { documentRows } from './store-paragraphs.ts'

/** How long an answer waits for an index that is being built, in milliseconds. */
const patience = 4_000

/** Others get their turn after so many milliseconds of looking up. */
const longestHold = 20

/** Longest time for reading a PDF, in seconds. */
const secondsForReading = 10

const looked: readonly string[] = ['preambular', 'operative', 'subparagraph', 'annex'] satisfies ParagraphKind[]
const isLooked = (kind: string): kind is ParagraphKind => looked.includes(kind)

/** Agreed language on a database and an index of it. */
export function openAgreed(database: Database, parties: Pick<Parties, 'directory'>, index: HeldIndex): Agreed {
  const inTurn = oneAtATime()

  const ground = async (parts: readonly Part[], options: AgreedOptions) => {
    const bodyOf = bodiesBy(await parties.directory())
    return { bodyOf, accepted: acceptedBy(parts, options, bodyOf) }
  }

  async function answers(
    asked: readonly AskedParagraph[],
    accepted: Accepted,
    bodyOf: BodyOf,
    options: AgreedOptions,
  ): Promise<AgreedParagraph[]> {
    const limit = Math.min(Math.max(1, options.limit ?? usualMatches), mostMatches)
    const found: { of: AskedParagraph; up: LookedUp }[] = []
    for await (const [of, up] of unhurried(asked, ({ text }) => lookUp(accepted, cut(text), limit, 0))) {
      found.push({ of, up })
    }
    return paragraphsOf(database, accepted, bodyOf, found)
  }

  async function draftOf(
    title: string,
    language: Outline['language'],
    asked: readonly AskedParagraph[],
    options: AgreedOptions,
  ): Promise<AgreedDraft> {
    if (asked.length === 0) return refused({ code: 'no-words' })
    const paragraphs = asked.length
    if (paragraphs > mostParagraphs) return refused({ code: 'too-many-paragraphs', most: mostParagraphs, paragraphs })
    const parts = await index.parts(patience)
    if ('state' in parts) return parts
    const { bodyOf, accepted } = await ground(parts, options)
    const found = await answers(asked, accepted, bodyOf, options)
    return { state: 'found', title, language, paragraphs: found, summary: summaryOf(found), scope: scopeOf(parts) }
  }

  return {
    async agreed(text, options = {}) {
      if (text.length > longestParagraph) {
        return refused({ code: 'text-too-long', most: longestParagraph, length: text.length })
      }
      if (!hasWords(text)) return refused({ code: 'no-words' })
      const parts = await index.parts(patience)
      if ('state' in parts) return parts
      const { bodyOf, accepted } = await ground(parts, options)
      const [paragraph] = await answers([{ text, at: null }], accepted, bodyOf, options)
      return { state: 'found', paragraph: paragraph!, scope: scopeOf(parts) }
    },
    async agreedDraft({ fileName, bytes }, options = {}) {
      const read = await inTurn(() =>
        readFile(bytes, { name: fileName, limit: largestDraft, seconds: secondsForReading }),
      )
      if ('refusal' in read) return refused(read.refusal)
      const outline = outlineOf(read.tree)
      const title = outline.units.find((unit) => unit.title !== null)?.title ?? fileName
      const paragraphs = paragraphsIn(outline)
      return draftOf(title, outline.language, paragraphs.length > 0 ? paragraphs : piecesOf(read.text), options)
    },
    async agreedDocument(document, options = {}) {
      const found = await documentRows(database, document)
      if (!found) return null
      const asked = found.words.map(({ text, ...at }) => ({ text, at }))
      return draftOf(found.of.title, found.of.language, asked, { exclude: document, ...options })
    },
    async similarTo(document, { wait = false, ...options } = {}) {
      const parts = await index.parts(wait ? Number.POSITIVE_INFINITY : patience)
      if ('state' in parts) return parts
      const found = await documentRows(database, document)
      const { accepted } = await ground(parts, { exclude: document, ...options })
      const { limit = 50, least = 0.3 } = options
      const paragraphs: SimilarTo[] = []
      for await (const [{ n }, up] of unhurried(found?.words ?? [], ({ text }) =>
        lookUp(accepted, cut(text), limit, least),
      )) {
        paragraphs.push({ document, n, similar: similarIn(up, accepted, limit) })
      }
      return { state: 'found', paragraphs }
    },
  }
}

const refused = (refusal: AgreedRefusal) => ({ state: 'refused', refusal }) as const

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

const cut = (text: string): string => text.slice(0, longestParagraph)

function paragraphsIn({ units }: Outline): AskedParagraph[] {
  return units.flatMap(({ id, items }) =>
    items.flatMap(({ kind, number, path, text }, n) =>
      isLooked(kind) && hasWords(text) ? [{ text, at: { unit: id, n, kind, number, path } }] : [],
    ),
  )
}

/** A text in which no paragraph was told from others, as words pasted from a sentence: piece by piece. */
function piecesOf(text: string): AskedParagraph[] {
  const pieces = text.split(/\n\s*\n/u).map((piece) => piece.replace(/\s+/gu, ' ').trim())
  return pieces.filter(hasWords).map((piece) => ({ text: piece, at: null }))
}

function similarIn({ asked, near }: LookedUp, accepted: Accepted, limit: number): SimilarTo['similar'] {
  const all = near.flatMap((one) =>
    placesOf(one, accepted).map(({ unit, n }) => ({
      document: unit.document,
      n,
      similarity: one.similarity,
      contained: one.shared / asked!.grams,
    })),
  )
  return all.slice(0, limit)
}

function summaryOf(paragraphs: readonly AgreedParagraph[]): AgreedSummary {
  const count = (wanted: AgreedParagraph['standing']) => paragraphs.filter(({ standing }) => standing === wanted).length
  return { paragraphs: paragraphs.length, verbatim: count('verbatim'), close: count('close'), new: count('new') }
}

/** Does something for each of many, and lets others have their turn now and then. */
async function* unhurried<T, R>(all: readonly T[], act: (one: T) => R): AsyncGenerator<readonly [T, R]> {
  let since = performance.now()
  for (const one of all) {
    yield [one, act(one)]
    if (performance.now() - since < longestHold) continue
    await breath()
    since = performance.now()
  }
}
