import { matches } from '../mandates/rule.ts'
import { isShortForm, resolveShortForm, type Surroundings } from '../mandates/surroundings.ts'
import type { OutlineItem, OutlineUnit } from '../outline.ts'
import type { CitationRule } from './citation-rule.ts'
import type { Found } from './works.ts'

/** "9 (a)", "(c) (i) and (ii)", "3 to 5" as paths: what follows borrows what it leaves out from the one before. */
export function pathsIn(written: string, known: readonly string[]): readonly string[] {
  const paths: string[] = []
  for (const piece of written.split(/(, and |, or |, | and | or | to |-)/)) {
    if (/^(?:, and |, or |, | and | or )$/.test(piece)) continue
    if (piece === ' to ' || piece === '-') {
      paths.push(piece)
      continue
    }
    const path = piece.replace(/\s/g, '')
    const last = paths.at(-1)
    const parts = (of: string) => of.match(/\d+|\([a-z]+\)/g) ?? []
    const borrowed =
      last && path.startsWith('(') ? [...parts(last).slice(0, -parts(path).length), ...parts(path)].join('') : path
    paths.push(borrowed)
  }
  return paths.flatMap((path, at) => {
    if (path !== ' to ' && path !== '-') return [path]
    const first = known.indexOf(paths[at - 1] ?? '')
    const last = known.indexOf(paths[at + 1] ?? '')
    const depth = (of: string) => (of.match(/\d+|\(/g) ?? []).length
    return first < 0
      ? []
      : known.slice(first + 1, Math.max(first + 1, last)).filter((one) => depth(one) === depth(known[first]!))
  })
}

/** The drafts of a text by the lines that head them: `Draft resolution II`. */
export interface UnitHeadings {
  readonly pattern: RegExp
  /** The unit a heading names in a section, and anywhere. */
  readonly idOf: (heading: string, section: string | null) => string | undefined
}

/** The drafts of a text that can be named in it; null where there are none. */
export function headingsOf(units: readonly OutlineUnit[]): UnitHeadings | null {
  const names = new Set<string>()
  const ids = new Map<string, string>()
  for (const { id, parent, type, number } of units) {
    if (number === null || (type !== 'draft-resolution' && type !== 'draft-decision')) continue
    const heading = id
      .slice(id.lastIndexOf('/') + 1)
      .replace(/ \(\d+\)$/, '')
      .toLowerCase()
    if (!heading.endsWith(number.toLowerCase())) continue
    names.add(heading.slice(0, -number.length).trimEnd())
    for (const key of [heading, `${heading}\n${parent}`]) if (!ids.has(key)) ids.set(key, id)
  }
  if (names.size === 0) return null
  const words = [...names].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})\\s?[\\p{L}\\p{N}]{1,12}(?![\\p{L}\\p{N}/])`, 'giu'),
    idOf: (heading, section) => ids.get(`${heading}\n${section}`) ?? ids.get(heading),
  }
}

/** Numbers of paragraphs joined in any of the languages, as English joins them. */
const inEnglish = (written: string) =>
  written
    .replace(/(?<![(a-z])([a-z]{1,4})\)/g, '($1)')
    .replace(/、第?|，/g, ', ')
    .replace(/ et | y | и |和第?| و ?/g, ' and ')
    .replace(/ ou | o | или |或第?| أو /g, ' or ')
    .replace(/ à | a | по |至第?| إلى /g, ' to ')

/** "paragraph 3 above": paths of the same unit, in the section the paragraph itself stands in. */
export function ownParagraphsIn(
  rule: CitationRule,
  plain: string,
  item: OutlineItem,
  unit: OutlineUnit,
): readonly Found[] {
  const written = [...matches(rule.pattern, plain)]
  if (written.length === 0) return []
  const section = item.path?.includes('/') ? item.path.slice(0, item.path.lastIndexOf('/') + 1) : ''
  const all = unit.items.flatMap(({ path }) => (path ? [path] : []))
  const known = all.filter((path) => path.startsWith(section)).map((path) => path.slice(section.length))
  return written.map((match) => {
    const paths = pathsIn(inEnglish(match[1]!), known).map((path) => `${section}${path}`)
    return {
      start: match.index,
      end: match.index + match[0].length,
      names: { type: 'paragraphs', unit: unit.id, paths },
      locator: null,
      by: 'written',
      rule: rule.id,
    }
  })
}

/**
 * "draft resolution II": another unit of the same text, by the line that heads it; of two with the same name the one
 * that stands in the same section.
 */
export function ownUnitsIn(
  rule: CitationRule,
  plain: string,
  unit: OutlineUnit,
  headings: UnitHeadings | null,
): readonly Found[] {
  if (!headings) return []
  return matches(headings.pattern, plain).flatMap((match): readonly Found[] => {
    const heading = match[0].toLowerCase()
    const id = headings.idOf(heading, unit.type === 'report' ? unit.id : unit.parent)
    const place = { start: match.index, end: match.index + match[0].length }
    return id === undefined || id === unit.id
      ? []
      : [{ ...place, names: { type: 'paragraphs', unit: id, paths: [] }, locator: null, by: 'written', rule: rule.id }]
  })
}

/** "the present resolution". */
export const ownTextIn = (rule: CitationRule, plain: string, unit: OutlineUnit): readonly Found[] =>
  [...matches(rule.pattern, plain)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    names: { type: 'paragraphs', unit: unit.id, paths: [] },
    locator: null,
    by: 'written',
    rule: rule.id,
  }))

/** "the Assembly": a body by a short name, resolved by who speaks and who was named before. */
export const bodiesIn = (rule: CitationRule, plain: string, s: Surroundings): readonly Found[] =>
  [...matches(rule.pattern, plain)].map((match) => {
    const form = rule.short ?? match[1]!
    const body = isShortForm(form) ? resolveShortForm(form, match.index, s) : null
    return {
      start: match.index,
      end: match.index + match[0].length,
      names: body ? { type: 'body', name: body.name } : null,
      locator: null,
      by: body ? 'short-name' : 'unsettled',
      rule: rule.id,
    }
  })
