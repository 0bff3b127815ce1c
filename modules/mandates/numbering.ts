import type { ObligationKind } from '@resolute/reader'

/** What tells one obligation of a mandate from another, whatever was read or decided since. */
export interface Asked {
  readonly kind: ObligationKind
  readonly actorName: string
  readonly action: string
}

/** An obligation that had a number in this mandate at any time, in any version of its document. */
export interface Numbered extends Asked {
  readonly n: number
  /** Of the version that stands, or stood last. */
  readonly latest: boolean
}

/** At least this much of the words of two acts is the same where they are taken for one act delimited otherwise. */
const nearEnough = 0.5

/**
 * Numbers for what a mandate asks now, in the order given. One that asks the same act of the same actor as before keeps
 * its number, also after it had been taken back; so does one whose act is delimited otherwise. Everything else gets a
 * number this mandate never used, since what was recorded about an obligation hangs on its number.
 */
export function numbersFor(asked: readonly Asked[], known: readonly Numbered[]): readonly number[] {
  const numbers = asked.map(() => 0)
  const free = new Map(latestOf(known).map((one) => [one.n, one]))
  const take = (at: number, n: number) => {
    numbers[at] = n
    free.delete(n)
  }
  asked.forEach((one, at) => {
    const same = [...free.values()].filter((old) => old.actorName === one.actorName && isSameAct(old, one))
    const found = same.find((old) => old.kind === one.kind) ?? same[0]
    if (found) take(at, found.n)
  })
  const pairs = asked.flatMap((one, at) =>
    numbers[at] !== 0
      ? []
      : [...free.values()]
          .filter((old) => old.actorName === one.actorName && old.kind === one.kind)
          .map((old) => ({ at, n: old.n, latest: old.latest, likeness: likeness(old.action, one.action) })),
  )
  const best = pairs.filter((pair) => pair.likeness >= nearEnough)
  best.sort((a, b) => Number(b.latest) - Number(a.latest) || b.likeness - a.likeness || a.n - b.n || a.at - b.at)
  for (const { at, n } of best) if (numbers[at] === 0 && free.has(n)) take(at, n)
  let next = Math.max(0, ...known.map(({ n }) => n))
  return numbers.map((n) => (n !== 0 ? n : ++next))
}

/** One row a number, those that stand first: of two that fit equally, the one in force is meant. */
function latestOf(known: readonly Numbered[]): readonly Numbered[] {
  const byNumber = new Map<number, Numbered>()
  for (const one of known) if (!byNumber.has(one.n) || one.latest) byNumber.set(one.n, one)
  return [...byNumber.values()].sort((a, b) => Number(b.latest) - Number(a.latest) || a.n - b.n)
}

const isSameAct = (a: Asked, b: Asked): boolean => plain(a.action) === plain(b.action)

const plain = (action: string): string =>
  action
    .toLowerCase()
    .replaceAll(/[\s\p{P}]+/gu, ' ')
    .trim()

/** Share of words two acts have in common: twice the common ones by all (Dice). */
function likeness(a: string, b: string): number {
  const one = plain(a).split(' ')
  const other = plain(b).split(' ')
  const left = new Map<string, number>()
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of one) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    common++
    left.set(word, count - 1)
  }
  return (2 * common) / (one.length + other.length)
}
