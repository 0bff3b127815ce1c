import type { ItemKind, OutlineItem, OutlineUnit } from '../outline.ts'

/** What of an item is the same in every language. */
export interface Piece {
  readonly at: number
  readonly item: OutlineItem
  readonly kind: ItemKind
  readonly level: number
  /** The number of a paragraph, in western digits; null for letters, which every language counts in its own. */
  readonly number: string | null
  /** Footnote marks and figures in the text: `65/230`, `2010`. */
  readonly signs: ReadonlySet<string>
}

const left = new Set<ItemKind>(['frontmatter', 'backmatter'])
const eastern = /[٠-٩]/g
const figures = /\d+(?:[/.,]\d+)*/g

const western = (text: string) => text.replace(eastern, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)))

/** A number that stands for itself; `’1‘` in Arabic is what `(i)` is elsewhere. */
const numberOf = (printed: string | null) => /^\(?(\d+)/.exec(western(printed ?? ''))?.[1] ?? null

/** The pieces of a unit that its versions share. */
export function piecesOf(unit: OutlineUnit): readonly Piece[] {
  return unit.items.flatMap((item, at) => {
    if (left.has(item.kind)) return []
    const found = western(item.text.slice(0, 4000)).match(figures) ?? []
    const signs = new Set([
      ...item.footnotes.map((mark) => `note ${western(mark)}`),
      ...found.filter((one) => one.length > 1),
    ])
    return [{ at, item, kind: item.kind, level: item.level, number: numberOf(item.number), signs }]
  })
}

/** Whether two pieces can be the same without looking further: kind, level and number agree. */
export const agree = (a: Piece, b: Piece): boolean => a.kind === b.kind && a.level === b.level && a.number === b.number

/**
 * How well two pieces go together: their kind must be the same; number and level weigh most, then what footnote marks
 * and figures they share. Words never count.
 */
export function score(a: Piece, b: Piece): number | null {
  if (a.kind !== b.kind) return null
  if (a.kind === 'footnote') return a.number === b.number ? 4 : null
  let shared = 0
  for (const sign of a.signs) if (b.signs.has(sign)) shared++
  const apart = a.signs.size + b.signs.size - 2 * shared
  const numbers = a.number === b.number ? (a.number === null ? 0 : 3) : -1.5
  return 2 + numbers - Math.abs(a.level - b.level) + Math.min(3, shared) - Math.min(1.5, apart / 4)
}
