import type { ItemKind } from '../outline.ts'
import { alike, type Candidate, contained } from './candidates.ts'
import { type Matching, match } from './equal.ts'
import { inOrder, type Link } from './in-order.ts'

/** Least weight of a link between texts in the order of both, and of one that says that a text was moved. */
const leastInOrder = 0.42
const leastMoved = 0.55
/** What order adds to a link where two texts are as like a third. */
const orderAdds = 0.1
/** What is left of a link between a paragraph of the preamble and one of the operative part. */
const otherKind = 0.9
/** A pair of equal texts, as an anchor of the order. */
const anchor = 1.5

/**
 * What speaks for one text having become the other: how alike they are, and how much of the shorter is in the longer,
 * since a paragraph grows by a clause more often than it is written anew.
 */
export const weightOfLink = (candidate: Candidate, oldKind: ItemKind, newKind: ItemKind): number =>
  ((alike(candidate) + contained(candidate)) / 2) * (oldKind === newKind ? 1 : otherKind)

/** Matches what is alike: first come the surest, and of those the ones in the order of both texts. */
export function matchLinks(links: readonly Link[], matching: Matching): void {
  const { newOf, oldOf } = matching
  // the second time what is matched already shows the order
  for (let round = 0; round < 2; round++) {
    const free = links.filter(({ old, neu }) => newOf[old] === -1 && oldOf[neu] === -1)
    if (free.length === 0) return
    const anchors: Link[] = []
    for (const [old, neu] of newOf.entries()) if (neu !== -1) anchors.push({ old, neu, weight: anchor })
    const weighed = free.map(({ old, neu, weight }) => ({ old, neu, weight: weight * weight }))
    const ordered = new Set(inOrder([...anchors, ...weighed], newOf.length))
    const ranked = free
      .map((link, at) => ({ ...link, ordered: ordered.has(weighed[at]!) }))
      .filter(({ weight, ordered }) => weight >= (ordered ? leastInOrder : leastMoved))
      .sort(
        (a, b) =>
          b.weight + (b.ordered ? orderAdds : 0) - (a.weight + (a.ordered ? orderAdds : 0)) ||
          a.neu - b.neu ||
          a.old - b.old,
      )
    for (const { old, neu } of ranked) if (newOf[old] === -1 && oldOf[neu] === -1) match(matching, old, neu)
  }
}
