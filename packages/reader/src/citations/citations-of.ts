import type { ActorName } from '../mandates/actor-names.ts'
import { mentionsIn } from '../mandates/gazetteer.ts'
import { plainText } from '../mandates/plain-text.ts'
import { matches } from '../mandates/rule.ts'
import { organNamed, type Surroundings } from '../mandates/surroundings.ts'
import type { Outline, OutlineItem, OutlineUnit } from '../outline.ts'
import { citedAct } from './acts.ts'
import type { Citation, CitationPlace, CitationReading } from './citation.ts'
import type { CitationRule } from './citation-rule.ts'
import { foundIn } from './in-text.ts'
import { namesIn, speakerIn } from './names-in-words.ts'
import { headingsOf, type UnitHeadings } from './own.ts'
import { rulesFor } from './rules.ts'
import { slipsIn } from './slips.ts'
import type { CitationWords } from './words/citation-words.ts'
import { wordsFor } from './words/index.ts'

/** Names kept for "the Office": the latest of each, and not more than texts have. */
const mostNames = 200

function remembered(earlier: readonly ActorName[], latest: readonly ActorName[]): readonly ActorName[] {
  if (latest.length === 0) return earlier
  const names = new Set(latest.map(({ name }) => name))
  return [
    ...earlier.filter(({ name }) => !names.has(name)),
    ...new Map(latest.map((one) => [one.name, one])).values(),
  ].slice(-mostNames)
}

/** A line that is nothing but the name of its own text cites nothing. */
const namesItself = (item: OutlineItem, unit: OutlineUnit) =>
  (item.kind === 'frontmatter' || item.kind === 'heading' || item.kind === 'title') &&
  (item.text === unit.id ||
    (unit.number !== null && item.text.length < unit.number.length + 20 && item.text.includes(unit.number)))

function citationsIn(
  unit: OutlineUnit,
  rules: readonly CitationRule[],
  words: CitationWords | null,
  headings: UnitHeadings | null,
): readonly Citation[] {
  const organ = words ? speakerIn(unit.organ, words) : organNamed(unit.organ)
  const ibids = rules.filter(({ meaning }) => meaning === 'ibid')
  const resolved = new Map(unit.footnotes.map(({ mark, text, resolved }) => [`${mark} ${text}`, resolved ?? null]))
  const citations: Citation[] = []
  let earlier: readonly ActorName[] = []
  unit.items.forEach((item, at) => {
    if (namesItself(item, unit)) return
    const printed = plainText(item.text)
    const followed = item.kind === 'footnote' ? (resolved.get(`${item.number} ${item.text}`) ?? null) : null
    const ibid = ibids.find(({ pattern }) => matches(pattern, printed).length > 0)
    const again = ibid ? (matches(ibid.pattern, printed)[0] ?? null) : null
    const plain = followed === null ? printed : plainText(followed)
    const named = words ? namesIn(plain, words, organ, earlier) : []
    const s: Surroundings = { organ, plain, mentions: words ? named : mentionsIn(plain), earlier }
    const place = (start: number, end: number): CitationPlace => ({
      unit: unit.id,
      item: at,
      line: item.line,
      path: item.path,
      footnote: item.kind === 'footnote' ? item.number : null,
      start,
      end,
    })
    const found = foundIn(rules, plain, item, unit, s, named, headings)
    if (again && ibid && found.length === 0)
      citations.push({
        place: place(again.index, again.index + again[0].length),
        asWritten: again[0],
        names: null,
        locator: null,
        ibid: true,
        by: 'unsettled',
        rule: ibid.id,
      })
    for (const { start, end, names, locator, by, rule } of found) {
      // what "Ibid." stands for is printed elsewhere: the whole note is where it is cited
      const where = followed === null ? place(start, end) : place(again?.index ?? 0, item.text.length)
      const asWritten = item.text.slice(where.start, where.end)
      citations.push({ place: where, asWritten, names, locator, ibid: followed !== null, by, rule })
    }
    const cited = found.flatMap(({ names }) => (names?.type === 'act' && names.body ? [organNamed(names.body)] : []))
    earlier = remembered(earlier, [...s.mentions.map(({ actor }) => actor), ...cited.filter((one) => one !== null)])
  })
  return citations
}

/** A number whose owner the words leave open is that of the one act so numbered which the same unit cites elsewhere. */
function settled(citations: readonly Citation[]): readonly Citation[] {
  const owners = new Map<string, Set<string>>()
  const sign = ({ unit }: CitationPlace, act: string, number: string) => `${unit} ${act} ${number}`
  for (const { names, place } of citations) {
    if (names?.type !== 'act' || !names.body) continue
    const key = sign(place, names.act, names.number)
    owners.set(key, (owners.get(key) ?? new Set()).add(names.body))
  }
  return citations.map((one) => {
    const { names, place } = one
    if (names?.type !== 'act' || names.body) return one
    const bodies = [...(owners.get(sign(place, names.act, names.number)) ?? [])]
    if (bodies.length !== 1) return one
    return { ...one, names: citedAct(names.act, bodies[0]!, names.number, names.date, names.title), by: 'carried' }
  })
}

/**
 * Every citation in the paragraphs and footnotes of a text, resolved to what it names where the text says enough, and
 * notes on what contradicts itself in the source. Pure; the same outline gives the same citations.
 */
export function citationsOf(outline: Outline): CitationReading {
  const rules = rulesFor(outline.language)
  const words = wordsFor(outline.language)
  const headings = headingsOf(outline.units)
  const citations = outline.units.flatMap((unit) => settled(citationsIn(unit, rules, words, headings)))
  return { citations, notes: slipsIn(outline, citations) }
}
