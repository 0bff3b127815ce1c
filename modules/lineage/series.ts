import type { Gap, Member, Saying, Series, TextKey, Thread } from './descent.ts'
import { keyOf } from './kin.ts'
import { isGap, monthsBetween, rhythmOf, spansOf } from './rhythm.ts'

/** What a paragraph was before, within a series. */
export interface SeriesLink {
  readonly document: string
  readonly n: number
  readonly beforeDocument: string
  readonly beforeN: number
  readonly how: 'same' | 'edited'
  readonly similarity: number
}

/** The series of these members, given in order of time, with every paragraph followed through it. */
export function seriesOf(members: readonly Member[], sayings: readonly Saying[], links: readonly SeriesLink[]): Series {
  const days = members.flatMap(({ text }) => text.day ?? [])
  const rhythm = rhythmOf(days)
  const spans = spansOf(days)
  const gaps = members.slice(1).flatMap((member, i): Gap[] => {
    const last = members[i]!
    if (member.text.day === null || last.text.day === null) return []
    const months = monthsBetween(last.text.day, member.text.day)
    return isGap(months, rhythm, spans) ? [{ after: keyIn(last.text), before: keyIn(member.text), months }] : []
  })
  return { members, rhythm, gaps, threads: threadsOf(members, sayings, links) }
}

const keyIn = ({ document, unit }: TextKey): TextKey => ({ document, unit })

const place = (document: string, n: number): string => `${document}\n${n}`

/**
 * Follows each paragraph from the text that has it first. Where several paragraphs come from one, the most similar goes on
 * with its thread and the others begin threads of their own.
 */
export function threadsOf(
  members: readonly Member[],
  sayings: readonly Saying[],
  links: readonly SeriesLink[],
): readonly Thread[] {
  const memberAt = new Map(members.map(({ text }, at) => [keyOf(text), at]))
  const byPlace = new Map(sayings.map((saying) => [place(saying.document, saying.n), saying]))
  const next = new Map<string, SeriesLink>()
  for (const link of [...links].sort((a, b) => b.similarity - a.similarity || a.n - b.n)) {
    const before = place(link.beforeDocument, link.beforeN)
    if (byPlace.has(before) && byPlace.has(place(link.document, link.n)) && !next.has(before)) next.set(before, link)
  }
  const continued = new Set([...next.values()].map(({ document, n }) => place(document, n)))
  const threads = sayings
    .filter((saying) => !continued.has(place(saying.document, saying.n)))
    .map((first): Thread => {
      const passed: Thread['in'][number][] = [
        { member: memberAt.get(keyOf(first.of))!, saying: first, how: 'first', similarity: null },
      ]
      for (;;) {
        const last = passed.at(-1)!.saying
        const link = next.get(place(last.document, last.n))
        const saying = link && byPlace.get(place(link.document, link.n))
        if (!link || !saying) break
        passed.push({ member: memberAt.get(keyOf(saying.of))!, saying, how: link.how, similarity: link.similarity })
      }
      return { in: passed, droppedBy: droppedBy(members, passed.at(-1)!.member) }
    })
  const last = (thread: Thread) => thread.in.at(-1)!
  return threads.sort((a, b) => last(b).member - last(a).member || last(a).saying.n - last(b).saying.n)
}

/** The first member that continues this one, and so dropped what it does not have. */
function droppedBy(members: readonly Member[], at: number): number | null {
  const { document, unit } = members[at]!.text
  const next = members.findIndex(({ before }) => before?.document === document && before.unit === unit)
  return next < 0 ? null : next
}
