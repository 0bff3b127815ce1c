import { overlaps } from '../mandates/rule.ts'
import { organNamed, type Surroundings } from '../mandates/surroundings.ts'
import type { OutlineItem, OutlineUnit } from '../outline.ts'
import { actsIn, citedAct } from './acts.ts'
import { actsInWords } from './acts-in-words.ts'
import type { Cited } from './citation.ts'
import type { CitationRule } from './citation-rule.ts'
import type { NamedBody } from './names-in-words.ts'
import { bodyNumberings, numberingOf } from './numbering-of-bodies.ts'
import { bodiesIn, ownParagraphsIn, ownTextIn, ownUnitsIn, type UnitHeadings } from './own.ts'
import { symbolsIn } from './symbols.ts'
import { wordsFor } from './words/index.ts'
import { type Found, locatorAt, publicationsIn, recordsIn, treatiesIn } from './works.ts'

/** `A/RES/65/230` is the resolution, not a document about it. */
function namedBy(symbols: readonly string[]): Cited {
  const symbol = symbols[0]!
  const row =
    symbols.length === 1 ? bodyNumberings.find(({ series }) => series && symbol.startsWith(series)) : undefined
  const number = row ? symbol.slice(row.series!.length).replace(/(\d)\(/, '$1 (') : ''
  return row && numberingOf(row.body)!.form.test(number)
    ? citedAct('resolution', row.body, number, null, null)
    : { type: 'document', symbols }
}

function symbolCitations(rule: CitationRule, plain: string): readonly Found[] {
  return symbolsIn(plain).map(({ start, end, symbols }) => {
    const part = locatorAt(plain, end)
    return {
      start,
      end: part?.end ?? end,
      names: namedBy(symbols),
      locator: part?.locator ?? null,
      by: 'written',
      rule: rule.id,
    }
  })
}

function foundBy(
  rule: CitationRule,
  plain: string,
  item: OutlineItem,
  unit: OutlineUnit,
  s: Surroundings,
  named: readonly NamedBody[],
  headings: UnitHeadings | null,
): readonly Found[] {
  switch (rule.meaning) {
    case 'symbol':
      return symbolCitations(rule, plain)
    case 'acts': {
      const words = wordsFor(rule.language)
      const acts = words
        ? actsInWords(rule.id, plain, words, named, s)
        : actsIn(rule, plain, item.opening?.length ?? 0, s)
      return acts.map((act) => {
        const part = locatorAt(plain, act.end)
        const locator = [act.locator, part?.locator].filter((one) => one).join(', ')
        return { ...act, end: part?.end ?? act.end, locator: locator || null }
      })
    }
    case 'treaty':
      return treatiesIn(rule, plain)
    case 'official-records':
      return recordsIn(rule, plain)
    case 'publication':
      return publicationsIn(rule, plain)
    case 'own-paragraphs':
      return ownParagraphsIn(rule, plain, item, unit)
    case 'own-text':
      return ownTextIn(rule, plain, unit)
    case 'own-unit':
      return ownUnitsIn(rule, plain, unit, headings)
    case 'body':
      return bodiesIn(rule, plain, s)
    case 'ibid':
      return []
    default:
      return rule.meaning satisfies never
  }
}

/** Everything the rows find in one text, in its order; what an earlier row took is not given to a later one. */
export function foundIn(
  rules: readonly CitationRule[],
  plain: string,
  item: OutlineItem,
  unit: OutlineUnit,
  s: Surroundings,
  named: readonly NamedBody[],
  headings: UnitHeadings | null,
): readonly Found[] {
  const found: Found[] = []
  for (const rule of rules) {
    // "General Assembly resolution 66/181" names the Assembly for what follows
    const owners = found.flatMap(({ names, start, end }) => {
      const actor = names?.type === 'act' ? organNamed(names.body) : null
      return actor ? [{ actor, start, end }] : []
    })
    const mentions = [...s.mentions, ...owners].sort((a, b) => a.start - b.start)
    for (const one of foundBy(rule, plain, item, unit, owners.length > 0 ? { ...s, mentions } : s, named, headings))
      if (!found.some((other) => overlaps(one, other))) found.push(one)
  }
  return found.sort((a, b) => a.start - b.start)
}
