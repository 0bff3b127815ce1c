import type { Outline, OutlineItem } from '../outline.ts'
import type { ComparedItem, ComparedPair, Comparison, PairStatus } from './comparison.ts'
import { similarity, wordChanges } from './word-changes.ts'

const itemsOf = (outline: Outline): readonly ComparedItem[] =>
  outline.units.flatMap(({ items }, unit) => items.map((item, at) => ({ unit, at, item })))

const textOf = (items: readonly ComparedItem[]) => items.map(({ item }) => item.text).join('\n')
const numberOf = ({ kind, number }: OutlineItem) => `${kind} ${number}`

function pairOf(old: readonly ComparedItem[], neu: readonly ComparedItem[]): ComparedPair {
  const oldText = textOf(old)
  const newText = textOf(neu)
  const alike = old.length > 0 && neu.length > 0 ? similarity(oldText, newText) : 0
  const status: PairStatus = old.length === 0 ? 'new' : neu.length === 0 ? 'dropped' : alike === 1 ? 'same' : 'edited'
  const renumbered = old.length > 0 && neu.length > 0 && numberOf(old[0]!.item) !== numberOf(neu[0]!.item)
  return { old, new: neu, status, moved: false, renumbered, similarity: alike, words: wordChanges(oldText, newText) }
}

/** Puts two texts side by side. */
export function compareTexts(old: Outline, neu: Outline): Comparison {
  const olds = new Map<string, ComparedItem[]>()
  for (const one of itemsOf(old)) olds.set(one.item.text, [...(olds.get(one.item.text) ?? []), one])
  const pairs = itemsOf(neu).map((one) => {
    const found = olds.get(one.item.text)?.shift()
    return pairOf(found ? [found] : [], [one])
  })
  for (const left of olds.values()) for (const one of left) pairs.push(pairOf([one], []))
  return { pairs, dropped: [] }
}
