import type { Language } from '../languages.ts'
import type { Outline, OutlineItem, OutlineUnit } from '../outline.ts'
import type { ActorName } from './actor-name.ts'
import { mentionsIn } from './gazetteer.ts'
import { readsOf } from './given-reads.ts'
import { obligationsInPart } from './languages/obligations-in-part.ts'
import type { Given, MandateReading } from './obligation.ts'
import { performativesIn } from './performatives.ts'
import { maskedText, plainText } from './plain-text.ts'
import { readParagraph } from './read-clauses.ts'
import { organNamed, type Surroundings } from './surroundings.ts'
import { obligationsOf } from './unfold.ts'

/**
 * Reads every numbered paragraph of a text: clauses, and obligations with nested asks unfolded. Where a person gave a
 * reading, obligations are made of that by the same code, and are as certain as a person is.
 */
export function readMandates(outline: Outline, given: Given = () => null): readonly MandateReading[] {
  return outline.units
    .filter((unit) => unit.type !== 'report')
    .flatMap((unit) => readUnit(unit, outline.language, given))
}

function readUnit(unit: OutlineUnit, language: Language, given: Given): readonly MandateReading[] {
  const readings: MandateReading[] = []
  const organ = organNamed(unit.organ)
  const earlier = new Remembered()
  earlier.mention(unit.title ?? '')
  const above: OutlineItem[] = []
  const paths = new Map<string, number>()
  for (const item of unit.items) {
    if (item.kind === 'preambular') earlier.mention(item.text)
    if (item.kind !== 'operative' && item.kind !== 'subparagraph') continue
    while (above.length > 0 && above.at(-1)!.level >= item.level) above.pop()
    const context = above.map((chapeau) => chapeau.text)
    const path = unique(item.path ?? item.number ?? '1', paths)
    const paragraph = {
      text: item.text,
      context: context.length > 0 ? context.join('\n') : null,
      organ: unit.organ,
      language,
    }
    const read = readParagraph(paragraph, earlier.names)
    const byRules = read.map(({ clause }) => clause)
    const person = given({ unit: unit.id, path, text: item.text, context }, byRules)
    const plain = plainText(item.text)
    const masked = maskedText(plain)
    const s: Surroundings = { organ, plain, mentions: mentionsIn(masked), earlier: earlier.names }
    const reads = person ? readsOf(person.clauses, read, masked, s) : read
    const obligations =
      language === 'en' || person
        ? obligationsOf(unit.id, path, reads, s, underRecognition(context) ? 'recognition' : null)
        : obligationsInPart(unit.id, path, reads)
    readings.push({
      unit: unit.id,
      path,
      line: item.line,
      text: item.text,
      context,
      clauses: person?.clauses ?? byRules,
      ...(person && { rules: byRules }),
      obligations: person ? obligations.map((one) => ({ ...one, by: person.by, certainty: 1 })) : obligations,
    })
    earlier.mention(item.text)
    above.push(item)
  }
  return readings
}

/** Names mentioned in a unit before each of its numbered paragraphs, by path, the latest last. */
export function mentionedBefore(unit: OutlineUnit): ReadonlyMap<string, readonly string[]> {
  const before = new Map<string, readonly string[]>()
  const paths = new Map<string, number>()
  const earlier = new Remembered()
  earlier.mention(unit.title ?? '')
  for (const item of unit.items) {
    const numbered = item.kind === 'operative' || item.kind === 'subparagraph'
    if (numbered) {
      const names = earlier.names.map(({ name }) => name)
      before.set(unique(item.path ?? item.number ?? '1', paths), names)
    }
    if (numbered || item.kind === 'preambular') earlier.mention(item.text)
  }
  return before
}

/** What stands under "Takes note that the Commission decided:" is told, not asked. */
function underRecognition(context: readonly string[]): boolean {
  const verb = context
    .map((chapeau) => performativesIn(maskedText(plainText(chapeau))).at(-1))
    .findLast((found) => found !== undefined)
  return verb?.force === 'recognition'
}

/** Ids have to be unique even where a text uses a number twice. */
function unique(path: string, seen: Map<string, number>): string {
  const count = (seen.get(path) ?? 0) + 1
  seen.set(path, count)
  return count === 1 ? path : `${path}~${count}`
}

/** Names mentioned so far, each once, the latest last. */
class Remembered {
  names: readonly ActorName[] = []

  mention(text: string): void {
    const found = mentionsIn(maskedText(plainText(text))).map((m) => m.actor)
    if (found.length === 0) return
    const latest = [...new Map(found.map((actor) => [actor.name, actor])).values()]
    const names = new Set(latest.map((actor) => actor.name))
    this.names = [...this.names.filter((actor) => !names.has(actor.name)), ...latest]
  }
}
