import type { ListedDocument } from './agenda.ts'

/** A duty to report, as far as a title can be set against it. */
export interface ReportingDuty {
  readonly actor: string
  readonly subject: string
  readonly unitTitle: string | null
  readonly text: string
}

/** How near two authors stand: the same, of one house (an office and its Secretariat), or strangers. */
export type Nearness = 'same' | 'one-house' | 'unknown' | 'strangers'

const authorWeight: Readonly<Record<Nearness, number>> = { same: 1, 'one-house': 0.95, unknown: 0.85, strangers: 0.5 }

/** Below this a title and a paragraph are taken to be about different things. */
const threshold = 0.6

const stopWords = new Set(
  'a an and as at be been by for from has have in including into is it its of on or other that the their this to was were which with'.split(
    ' ',
  ),
)
/** What stands for a matter named elsewhere: "the present resolution", "such implementation", "those submissions". */
const standIns = /\b(?:the )?present (?:resolution|decision)\b|\b(?:such|this|that|these|those)\b/gi
const presentText = /\bpresent (?:resolution|decision)\b/i

/** Words that carry meaning, in the singular, each once. */
function wordsOf(text: string): Set<string> {
  const words =
    text
      .toLowerCase()
      .replace(standIns, ' ')
      .match(/\p{L}+/gu) ?? []
  return new Set(words.filter((word) => !stopWords.has(word)).map(singular))
}

const singular = (word: string): string =>
  word.length > 4 && word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.length > 3 && word.endsWith('s') && !word.endsWith('ss')
      ? word.slice(0, -1)
      : word

/** Weight of a word: rare words of the register tell texts apart, "United Nations" does not. */
export type Weigh = (word: string) => number

/** Inverse document frequency over all the texts given. */
export function weighing(texts: readonly string[]): Weigh {
  const counts = new Map<string, number>()
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => Math.log((texts.length + 1) / ((counts.get(word) ?? 0) + 0.5))
}

const sum = (words: Iterable<string>, weigh: Weigh): number =>
  [...words].reduce((total, word) => total + weigh(word), 0)

/** Share of the weight of `words` that `others` hold too; 0 for no words. */
function coverage(words: ReadonlySet<string>, others: ReadonlySet<string>, weigh: Weigh): number {
  const all = sum(words, weigh)
  return all === 0
    ? 0
    : sum(
        [...words].filter((word) => others.has(word)),
        weigh,
      ) / all
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: Weigh): number {
  const [there, back] = [coverage(a, b, weigh), coverage(b, a, weigh)]
  return there + back === 0 ? 0 : (2 * there * back) / (there + back)
}

/**
 * How well a listed matter and a duty agree, 0 to 1: by the duty's own subject, by the title of its resolution (which is
 * the subject where a report on "the present resolution" is asked), or by the paragraph where the subject fits in too.
 */
function agreementOf(subject: string, duty: ReportingDuty, nearness: Nearness, weigh: Weigh): number {
  const matter = wordsOf(subject)
  const own = wordsOf(duty.subject)
  const title = wordsOf(duty.unitTitle ?? '')
  const whole = presentText.test(duty.subject)
  const bySubject = whole ? 0 : likeness(matter, own, weigh)
  const byTitle = likeness(matter, whole ? new Set([...title, ...own]) : title, weigh) * (whole ? 1 : 0.9)
  const byText = coverage(matter, wordsOf(duty.text), weigh) * (0.5 + 0.5 * coverage(own, matter, weigh)) * 0.9
  return Math.max(bySubject, byTitle, byText) * authorWeight[nearness]
}

export interface Match<T> {
  readonly duty: T
  readonly agreement: number
}

/**
 * The duty each listed document rests on, or null. Best agreements first; a duty accounts for one title (which a list
 * may name under several items), so that what is asked once is not found twice.
 */
export function matchListed<T extends ReportingDuty>(
  listed: readonly ListedDocument[],
  duties: readonly T[],
  nearness: (by: string | null, actor: string) => Nearness,
  weigh: Weigh,
): (Match<T> | null)[] {
  const pairs = listed
    .filter((document) => !document.open && document.subject !== null)
    .flatMap(({ title, by, subject }) =>
      duties.map((duty) => ({
        title,
        duty,
        agreement: agreementOf(subject ?? '', duty, nearness(by, duty.actor), weigh),
      })),
    )
    .filter(({ agreement }) => agreement >= threshold)
    .sort((a, b) => b.agreement - a.agreement)
  const found = new Map<string, Match<T>>()
  const taken = new Set<T>()
  for (const { title, duty, agreement } of pairs) {
    if (found.has(title) || taken.has(duty)) continue
    found.set(title, { duty, agreement })
    taken.add(duty)
  }
  return listed.map(({ title }) => found.get(title) ?? null)
}
