import type { ComparedItem, ComparedPair, ItemKind, WordChange } from '@resolute/reader'
import type { ComparedTexts, TextSide } from '../compare.ts'

export type Tracked = WordChange['kind']

export interface TrackedRun {
  readonly kind: Tracked
  readonly text: string
}

/** A paragraph of a text under revision. Its end is tracked as well: accepted or rejected, it joins with the next. */
export interface TrackedParagraph {
  readonly runs: readonly TrackedRun[]
  readonly end: Tracked
  readonly side: TextSide
  readonly item: ComparedItem['item']
}

/**
 * Two texts as one under revision: with every change accepted it is the new one, with every change rejected the old, each
 * in its own order. What moved is deleted in one place and inserted in the other. Numbers are text.
 */
export function trackedText({ old, new: now, comparison }: ComparedTexts): readonly TrackedParagraph[] {
  const olds = old.outline.units.flatMap(({ items }) => items)
  const news = now.outline.units.flatMap(({ items }) => items)
  const at = { old: ordinals(old), new: ordinals(now) }
  const of = (side: TextSide, pair: ComparedPair) => pair[side].map((one) => at[side](one))
  const out: TrackedParagraph[] = []
  let o = 0
  let n = 0
  const until = (oldEnd: number, newEnd: number) => {
    for (; o < oldEnd; o++) out.push(whole('deleted', olds[o]!))
    for (; n < newEnd; n++) out.push(whole('inserted', news[n]!))
  }
  for (const pair of comparison.pairs) {
    if (pair.moved) continue
    const before = of('old', pair)
    const after = of('new', pair)
    if (!follows(before, o) || !follows(after, n)) continue
    until(before[0]!, after[0]!)
    out.push(...edited(pair))
    o += before.length
    n += after.length
  }
  until(olds.length, news.length)
  return out
}

/** Whether paragraphs stand one after the other, none of them before a place that is written already. */
const follows = (places: readonly number[], from: number): boolean =>
  places[0] !== undefined && places[0] >= from && places.every((place, i) => i === 0 || place === places[i - 1]! + 1)

function ordinals({ outline }: ComparedTexts['old']): (item: ComparedItem) => number {
  let sum = 0
  const starts = outline.units.map(({ items }) => {
    sum += items.length
    return sum - items.length
  })
  return ({ unit, at }) => (starts[unit] ?? 0) + at
}

const whole = (kind: 'deleted' | 'inserted', item: ComparedItem['item']): TrackedParagraph => ({
  runs: runs([
    { kind, text: numbered(item) },
    { kind, text: item.text },
  ]),
  end: kind,
  side: kind === 'deleted' ? 'old' : 'new',
  item,
})

const stops: readonly ItemKind[] = ['operative']

/** What is printed in front of a paragraph. */
function numbered({ number, kind }: ComparedItem['item']): string {
  return number === null ? '' : `${number}${stops.includes(kind) && /^\d+$/.test(number) ? '.' : ''}\t`
}

/** The paragraphs of a pair that stands in both texts, as one line of changes cut where either has an end. */
function edited(pair: ComparedPair): TrackedParagraph[] {
  const out: TrackedParagraph[] = []
  let line: TrackedRun[] = []
  const left = { old: textsOf(pair.old), new: textsOf(pair.new) }
  const open = (sides: readonly TextSide[]) => {
    const fronts = sides.map((side) => ({ side, text: numbered(left[side][0]!.item) }))
    const [one, other] = fronts
    if (one && other && one.text === other.text) line.push({ kind: 'kept', text: one.text })
    else for (const { side, text } of fronts) line.push({ kind: side === 'old' ? 'deleted' : 'inserted', text })
  }
  const close = (end: Tracked) => {
    const item = (left.new[0] ?? left.old[0])!.item
    out.push({ runs: runs(line), end, side: 'new', item })
    line = []
  }
  open(['old', 'new'])
  for (const { kind, text } of pair.words) {
    const sides = (['old', 'new'] as const).filter(
      (side) => kind === 'kept' || (kind === 'deleted') === (side === 'old'),
    )
    let rest = text
    while (rest !== '') {
      const ended = sides.filter((side) => left[side][0]!.length === 0 && left[side].length > 1)
      if (ended.length > 0 && rest.startsWith('\n')) {
        const here = ended.length === 2 ? 'kept' : ended[0] === 'old' ? 'deleted' : 'inserted'
        close(here)
        for (const side of ended) left[side].shift()
        // a line feed that only one text has here stands within a paragraph of the other
        for (const side of sides) if (!ended.includes(side)) left[side][0]!.length -= 1
        open(ended)
        rest = rest.slice(1)
        continue
      }
      const room = Math.max(1, Math.min(rest.length, ...sides.map((side) => left[side][0]!.length || rest.length)))
      line.push({ kind, text: rest.slice(0, room) })
      for (const side of sides) left[side][0]!.length -= room
      rest = rest.slice(room)
    }
  }
  close('kept')
  return out
}

const textsOf = (items: readonly ComparedItem[]) => items.map(({ item }) => ({ item, length: item.text.length }))

/** Runs of one kind beside each other are one; a line feed in a run is a space. */
function runs(line: readonly TrackedRun[]): TrackedRun[] {
  const out: TrackedRun[] = []
  for (const { kind, text } of line) {
    const last = out.at(-1)
    if (text === '') continue
    const plain = text.replaceAll('\n', ' ')
    if (last?.kind === kind) out[out.length - 1] = { kind, text: last.text + plain }
    else out.push({ kind, text: plain })
  }
  return out
}
