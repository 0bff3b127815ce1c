import type { Rhythm } from './descent.ts'

/** Months between two ISO days, to the nearest. */
export function monthsBetween(from: string, to: string): number {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
  return Math.round(days / 30.4375)
}

/** How much of a series has to keep to a span for it to be called its rhythm. */
const mostly = 0.6

/**
 * The rhythm of texts adopted on these days, in order. Sessions move by some weeks, so that a span of a year is any from
 * nine to fifteen months; spans under nine months are taken to the month. One span alone is no rhythm yet.
 */
export function rhythmOf(days: readonly string[]): Rhythm {
  const spans = spansOf(days)
  if (spans.length < 2) return { kind: 'once' }
  const rounded = spans.map(settled)
  const counts = [...Map.groupBy(rounded, (months) => months)].sort((a, b) => b[1].length - a[1].length || a[0] - b[0])
  const [months, same] = counts[0]!
  return same.length / spans.length >= mostly ? { kind: 'every', months } : { kind: 'irregular' }
}

/** Spans between days that follow each other, without those of texts adopted together. */
export function spansOf(days: readonly string[]): readonly number[] {
  return days.slice(1).flatMap((day, i) => {
    const months = monthsBetween(days[i]!, day)
    return months === 0 ? [] : [months]
  })
}

const settled = (months: number): number => (months < 9 ? months : Math.round(months / 12) * 12)

/** Whether a span is longer than a rhythm lets expect: where there is none, two years and more than twice the usual. */
export function isGap(months: number, rhythm: Rhythm, spans: readonly number[]): boolean {
  switch (rhythm.kind) {
    case 'once':
      return false
    case 'every':
      return months >= rhythm.months * 1.5 + 3
    case 'irregular': {
      const middle = [...spans].sort((a, b) => a - b)[Math.floor(spans.length / 2)] ?? 0
      return months > 24 && months > middle * 2
    }
  }
}
