import type { Alignment } from './align.ts'
import { inOrder } from './in-order.ts'
import { familyOf, type Text } from './paragraphs.ts'

/** Places in the lists of both texts that are one paragraph; either side may be empty. */
export interface Group {
  readonly old: readonly number[]
  readonly new: readonly number[]
  readonly moved: boolean
}

interface Growing {
  readonly old: number[]
  readonly new: number[]
}

/** Every place of both lists in one group, in the order of the new text; what was dropped behind what it stood behind. */
export function groupsOf(
  olds: readonly Text[],
  news: readonly Text[],
  { matching, joins }: Alignment,
): readonly Group[] {
  const ofNew: Growing[] = news.map((_, at) => ({
    old: matching.oldOf[at] === -1 ? [] : [matching.oldOf[at]!],
    new: [at],
  }))
  const ofOld: (Growing | null)[] = olds.map((_, at) =>
    matching.newOf[at] === -1 ? null : ofNew[matching.newOf[at]!]!,
  )
  const gone = new Set<Growing>()
  for (const { side, at, to } of joins) {
    if (side === 'old') {
      const group = ofNew[to]!
      group.old.push(at)
      ofOld[at] = group
    } else {
      const group = ofOld[to]!
      group.new.push(at)
      gone.add(ofNew[at]!)
    }
  }
  const kept = ofNew.filter((group) => !gone.has(group))
  for (const group of kept) {
    group.old.sort((a, b) => a - b)
    group.new.sort((a, b) => a - b)
  }
  kept.sort((a, b) => a.new[0]! - b.new[0]!)
  const still = unmoved(kept, olds)
  const groups = kept.map((group) => ({ ...group, moved: group.old.length > 0 && !still.has(group) }))
  return withDropped(groups, kept, ofOld, still)
}

/** The groups that keep their order: as many as can, of those that stand in both texts. */
function unmoved(groups: readonly Growing[], olds: readonly Text[]): ReadonlySet<Growing> {
  const still = new Set<Growing>()
  const families = new Map<string, Growing[]>()
  for (const group of groups) {
    const [old] = group.old
    if (old === undefined) continue
    const family = familyOf(olds[old]!.of.item.kind)
    const list = families.get(family)
    if (list) list.push(group)
    else families.set(family, [group])
  }
  for (const family of families.values()) {
    // of two that changed places, the shorter was moved
    const links = family.map(({ old }, neu) => ({
      old: old[0]!,
      neu,
      weight: 1 + olds[old[0]!]!.of.item.text.length * 1e-9,
    }))
    for (const { neu } of inOrder(links, olds.length)) still.add(family[neu]!)
  }
  return still
}

function withDropped(
  groups: readonly Group[],
  growing: readonly Growing[],
  ofOld: readonly (Growing | null)[],
  still: ReadonlySet<Growing>,
): readonly Group[] {
  const placeOf = new Map(growing.map((group, at) => [group, at]))
  const behind: number[][] = groups.map(() => [])
  const first: number[] = []
  let last = first
  for (const [old, group] of ofOld.entries()) {
    if (group === null) last.push(old)
    else if (still.has(group)) last = behind[placeOf.get(group)!]!
  }
  const dropped = (old: number): Group => ({ old: [old], new: [], moved: false })
  return [...first.map(dropped), ...groups.flatMap((group, at) => [group, ...behind[at]!.map(dropped)])]
}
