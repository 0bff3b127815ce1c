import { type Language, type WordChange, wordChanges } from '@resolute/reader'
import type {
  AgreedMatch,
  AgreedParagraph,
  AgreedPlace,
  AgreedScope,
  AgreedStanding,
  AgreedSummary,
} from '../agreed.ts'

export interface ShownMatch {
  readonly similarity: number
  readonly verbatim: boolean
  readonly language: Language
  readonly times: number
  readonly first: AgreedPlace
  readonly last: AgreedPlace
  /** Names in the language of the page, most often first. */
  readonly bodies: readonly string[]
  /** From the words agreed before to those of the draft. */
  readonly changes: readonly WordChange[]
}

export interface ShownParagraph {
  readonly text: string
  readonly number: string | null
  readonly standing: AgreedStanding
  readonly matches: readonly ShownMatch[]
}

/** What was found, as the page shows it. */
export interface ShownAgreed {
  readonly state: 'found'
  /** Empty for a paragraph by itself. */
  readonly title: string
  /** Of the draft; null where nobody told. */
  readonly language: Language | null
  readonly summary: AgreedSummary
  readonly scope: AgreedScope
  readonly paragraphs: readonly ShownParagraph[]
}

/** Least similarity at which what is nearest to a new paragraph is worth a look. */
const worthALook = 0.05

/** Bodies named for one paragraph. */
const mostBodies = 3

export function shownAgreed(
  paragraphs: readonly AgreedParagraph[],
  about: { readonly title?: string; readonly language?: Language; readonly scope: AgreedScope },
  nameOf: (body: string) => string,
): ShownAgreed {
  const matchOf = (text: string, match: AgreedMatch): ShownMatch => ({
    similarity: match.similarity,
    verbatim: match.verbatim,
    language: match.language,
    times: match.times,
    first: match.first,
    last: match.last,
    bodies: match.bodies.slice(0, mostBodies).map(nameOf),
    changes: match.verbatim ? [] : wordChanges(match.text, text),
  })
  const count = (wanted: AgreedStanding) => paragraphs.filter(({ standing }) => standing === wanted).length
  return {
    state: 'found',
    title: about.title ?? '',
    language: about.language ?? null,
    scope: about.scope,
    summary: {
      paragraphs: paragraphs.length,
      verbatim: count('verbatim'),
      close: count('close'),
      new: count('new'),
    },
    paragraphs: paragraphs.map(({ text, at, standing, matches }) => ({
      text,
      number: at?.path ?? at?.number ?? null,
      standing,
      matches: matches.filter(({ similarity }) => similarity >= worthALook).map((match) => matchOf(text, match)),
    })),
  }
}
