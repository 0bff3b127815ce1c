import type { DatedText, Kinship, TextKey } from './descent.ts'

/** From here on two paragraphs of different texts are taken for one that was changed. */
export const alikeFrom = 0.3

/** A paragraph of a text with the paragraphs of other texts that are like it. */
export interface WithAlike {
  readonly n: number
  readonly similar: readonly { readonly text: string; readonly similarity: number }[]
}

/** One string for a text, to be used as a key. */
export const keyOf = ({ document, unit }: TextKey): string => `${document}\n${unit}`

/**
 * How much of a text stands in each other one, 0 to 1: its paragraphs by the most similar there, each weighed by how few
 * texts have anything like it. What stands everywhere says nothing of where a text comes from.
 */
export function sharesOf(paragraphs: readonly WithAlike[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>()
  let whole = 0
  for (const { similar } of paragraphs) {
    const best = new Map<string, number>()
    for (const { text, similarity } of similar) {
      if (similarity >= alikeFrom) best.set(text, Math.max(similarity, best.get(text) ?? 0))
    }
    const weight = 1 / Math.sqrt(Math.max(1, best.size))
    whole += weight
    for (const [text, similarity] of best) shares.set(text, (shares.get(text) ?? 0) + weight * similarity)
  }
  return new Map([...shares].map(([text, sum]) => [text, whole === 0 ? 0 : sum / whole]))
}

/** A text that another one may come from. */
export interface Candidate {
  readonly text: DatedText
  readonly share: number
  /** Whether the text asked about names it. */
  readonly recalled: boolean
}

export interface Before {
  readonly text: DatedText
  readonly share: number
  readonly why: readonly Kinship[]
}

/**
 * The text a text continues: the latest of those that are about as near as the nearest. Nearness is the share of its
 * paragraphs that stand there, and a title or a citation adds to it. Null where nothing is near enough: two texts on
 * different matters share the paragraphs everybody uses.
 */
export function beforeOf(of: DatedText, candidates: readonly Candidate[]): Before | null {
  const near = candidates
    .filter(({ text }) => text.day !== null && of.day !== null && text.day < of.day && text.language === of.language)
    .map((candidate) => ({ ...candidate, ...nearness(of, candidate) }))
    .filter(({ enough }) => enough)
  const most = Math.max(...near.map(({ score }) => score))
  const latest = near
    .filter(({ score }) => score >= most * aboutAsNear)
    .reduce<(typeof near)[number] | null>((best, one) => (best && !isBetter(one, best) ? best : one), null)
  return latest && { text: latest.text, share: latest.share, why: latest.why }
}

/** Of those about as near as the nearest, the latest; on the same day the nearest. */
const isBetter = (
  one: { readonly text: DatedText; readonly score: number },
  best: { readonly text: DatedText; readonly score: number },
): boolean => (one.text.day === best.text.day ? one.score > best.score : (one.text.day ?? '') > (best.text.day ?? ''))

const aboutAsNear = 0.8

function nearness(of: DatedText, { text, share, recalled }: Candidate) {
  const title = titleLikeness(of.title, text.title)
  const sameOrgan = of.body !== null ? of.body === text.body : of.organ === text.organ
  const titled = title >= 0.7
  const why: Kinship[] = [
    ...(titled ? (['title'] as const) : []),
    ...(recalled ? (['recalls'] as const) : []),
    ...(share >= 0.2 ? (['paragraphs'] as const) : []),
  ]
  const score = share + 0.3 * title + (recalled ? 0.1 : 0) + (sameOrgan ? 0.1 : 0)
  return {
    score,
    enough: share >= neededShare(title, sameOrgan, recalled, of.title === null || text.title === null),
    why,
  }
}

/** How much of a text must stand in another one for the two to be of one series. */
function neededShare(title: number, sameOrgan: boolean, recalled: boolean, untitled: boolean): number {
  if (title >= 0.7) return !sameOrgan ? 0.15 : title === 1 ? 0 : 0.05
  if (recalled) return title >= 0.4 ? 0.15 : 0.3
  if (untitled && sameOrgan) return 0.3
  return sameOrgan ? 0.45 : 0.5
}

/** How alike two titles are, 0 to 1: words of both by words of either, without figures and the smallest words. */
export function titleLikeness(a: string | null, b: string | null): number {
  const one = titleWords(a)
  const other = titleWords(b)
  if (one.size === 0 || other.size === 0) return 0
  const both = [...one].filter((word) => other.has(word)).length
  return both / (one.size + other.size - both)
}

/** Chinese has no spaces between words: its characters stand for them. */
function titleWords(title: string | null): ReadonlySet<string> {
  const words = (title ?? '').toLowerCase().match(/\p{Script=Han}|[\p{L}\p{M}]{3,}/gu) ?? []
  return new Set(words.filter((word) => !['the', 'and', 'for'].includes(word)))
}

/** The same for titles that differ in nothing but figures and the smallest words; empty where there is no title. */
export const titleKey = (title: string | null): string => [...titleWords(title)].sort().join(' ').slice(0, 500)
