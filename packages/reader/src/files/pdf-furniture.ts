import type { Line } from './pdf-lines.ts'

/** What heads and feet say on every page, with numbers made equal. */
const normal = (text: string) => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase()

/** Page numbers, job numbers with their dates (`18-18142 (E) 021118`, `GE.18-01234(E)`), bar codes, the recycling sign. */
const always: readonly RegExp[] = [
  /^[-–—]?\s?(?:page\s+)?\d{1,4}(?:\s?(?:\/|of)\s?\d{1,4})?\s?[-–—]?$/i,
  /^(?:[A-Z]{1,2}\.)?\d{2}-\d{4,6}(?:\s*\([A-Z]\))?(?:\s+\d{6})*(?:\s+\d{1,3}\/\d{1,3})?\s*\*?$/,
  /^(?:\d{1,3}\/\d{1,3}\s+)?(?:[A-Z]{1,2}\.)?\d{2}-\d{4,6}$/,
  /^\*(?:\d\s?){6,10}\*$/,
  /^please recycle\W*$/i,
]

const edge = 0.12
/** Heads and feet stand at the same height on every page, to within these points. */
const sameHeight = 4
const mostCompared = 40

/**
 * Lines that belong to the page and not to the text: what comes again at the top or the foot of other pages, what
 * repeats the first page's masthead or title in smaller letters, and numbers of pages and jobs. The top of the first
 * page stays: it is where a document has its masthead.
 */
export function withoutFurniture(
  pages: readonly (readonly Line[])[],
  heights: readonly number[],
  bodySize: number,
): readonly (readonly Line[])[] {
  const zoneOf = (line: Line) => {
    const height = heights[line.page] ?? 1
    return line.y > height * (1 - edge) ? 'top' : line.y < height * edge ? 'foot' : null
  }
  const seen = new Map<string, Line[]>()
  for (const line of pages.flat()) {
    if (!zoneOf(line)) continue
    const key = normal(line.text)
    seen.set(key, [...(seen.get(key) ?? []).slice(-mostCompared), line])
  }
  const comesAgain = (line: Line) =>
    (seen.get(normal(line.text)) ?? []).some((one) => one.page !== line.page && Math.abs(one.y - line.y) < sameHeight)
  const opening = normal((pages[0] ?? []).map(({ text }) => text).join(' '))
  return pages.map((lines, page) =>
    lines.filter((line) => {
      const zone = zoneOf(line)
      if (!zone) return true
      if ((zone === 'foot' || page > 0) && always.some((form) => form.test(line.text))) return false
      if (page === 0 && zone === 'top') return true
      const text = normal(line.text)
      // footnotes of two pages may well be alike, but they bear marks
      if (!line.runs[0]?.raised && comesAgain(line) && line.size <= bodySize * 1.05) return false
      return !(page > 0 && zone === 'top' && line.size < bodySize * 0.93 && text.length > 8 && opening.includes(text))
    }),
  )
}
