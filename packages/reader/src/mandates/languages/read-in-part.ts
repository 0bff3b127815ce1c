import type { Language } from '../../languages.ts'
import { phrasesOf } from '../../phrases/index.ts'
import { openingOf } from '../../phrases/opening.ts'
import type { Addressee, Clause, ParagraphInput } from '../clause.ts'
import { noDue } from '../due.ts'
import { plainText, trimmed } from '../plain-text.ts'
import type { ReadClause } from '../read-clause.ts'
import { noReporting } from '../reporting.ts'
import { matches, overlaps, type Stretch } from '../rule.ts'
import { ar } from './ar.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { ActorOf, ForceOf, LanguageTable } from './language-table.ts'
import { ru } from './ru.ts'
import { zh } from './zh.ts'

/** The languages read in part: what a verb means and who is asked. No rule of English is tried on them. */
export const languageTables: Readonly<Record<Exclude<Language, 'en'>, LanguageTable>> = { ar, es, fr, ru, zh }

/** A verb of the organ, and where the words behind it end. */
interface Governing extends Stretch {
  readonly rule: string
  readonly meaning: ForceOf
  /** Where the next one begins, or the text ends. */
  readonly to: number
}

/** No list of those asked is longer. */
const reach = 420

/**
 * The clauses of a paragraph in another language than English: verb, force, those asked, and the words of the act.
 * Conditions, times and reports are not looked for, so that no clause is ever certain.
 */
export function readInPart(paragraph: ParagraphInput, language: Exclude<Language, 'en'>): readonly ReadClause[] {
  const table = languageTables[language]
  const text = lettersOf(paragraph.text)
  const above = paragraph.context?.split('\n').filter((line) => line !== '') ?? []
  const verbs = verbsIn(text, table, above.length > 0)
  const clauses = verbs.map((verb) => clauseOf(verb, text, table, paragraph.organ))
  const start = Math.max(0, text.search(/\p{L}/u))
  if (above.length === 0 || verbs[0]?.start === start) return leadIn(text) ? clauses.slice(0, -1) : clauses
  const chapeau = inheritedFrom(above, paragraph.organ, language)
  if (!chapeau) return clauses
  const end = verbs[0]?.start ?? text.length
  return [inherited(chapeau, text, start, end), ...clauses]
}

/** Quotes as the tables write them; offsets stay. */
const lettersOf = (text: string): string => plainText(text).replaceAll("'", '\u2019')

/** A paragraph that ends in a colon leads into its subparagraphs; its last clause is in them. */
const leadIn = (text: string): boolean => /[:\uff1a]\s*$/.test(text)

function inheritedFrom(
  above: readonly string[],
  organ: string | null,
  language: Exclude<Language, 'en'>,
): Clause | null {
  const table = languageTables[language]
  for (const line of above.toReversed()) {
    const text = lettersOf(line)
    const verb = verbsIn(text, table, false).at(-1)
    if (verb) return clauseOf(verb, text, table, organ).clause
  }
  return null
}

function verbsIn(text: string, table: LanguageTable, below: boolean): readonly Governing[] {
  const first = Math.max(0, text.search(/\p{L}/u))
  const joins = matches(table.joins, text)
  const starts = [first, ...joins.map((m) => m.index + m[0].length)]
  const linked = new Set(joins.filter((m) => table.and.test(m[0])).map((m) => m.index + m[0].length))
  const found: Omit<Governing, 'to'>[] = []
  for (const start of starts) {
    if (start < (found.at(-1)?.end ?? 0)) continue
    const verb = verbAt(text, start, table)
    if (!verb) continue
    const opens = start === first
    if (opens && below && !ownVerb(verb, text, table)) continue
    if (!opens && !governs(verb, text, table, linked.has(start))) continue
    found.push(verb)
  }
  return found.map((verb, i) => ({ ...verb, to: found[i + 1]?.start ?? text.length }))
}

function verbAt(text: string, start: number, table: LanguageTable): Omit<Governing, 'to'> | null {
  const opening = openingOf(text.slice(start), phrasesOf(table.language).openings, { known: true, prefer: 'operative' })
  if (opening?.part !== 'operative') return null
  const words = withoutSigns(opening.opening, table).text.toLowerCase()
  const whole = withoutSigns(text.slice(start, start + opening.opening.length + 40), table).text.toLowerCase()
  const row = table.forces.find(({ pattern }) => (pattern.exec(whole)?.[0].length ?? 0) > 0)
  const fits = row && (row.pattern.test(words) || row.pattern.test(whole))
  return {
    start,
    end: start + opening.opening.length,
    rule: fits ? row.id : `${table.language}.performative.recognition`,
    meaning: fits ? row.meaning : { force: 'recognition' },
  }
}

/** Whether a subparagraph that opens with a verb speaks for the organ: only where somebody is asked right behind it. */
const ownVerb = (verb: Omit<Governing, 'to'>, text: string, table: LanguageTable): boolean =>
  verb.meaning.force !== 'recognition' && verb.meaning.force !== 'decision'
    ? askedIn({ ...verb, to: text.length }, text, table).named.length > 0
    : /^[A-Z\u00c0-\u00dd]/.test(text.slice(verb.start))

/** Whether a verb inside the paragraph is another one of the organ: it asks somebody, or it is one of recognition. */
const governs = (verb: Omit<Governing, 'to'>, text: string, table: LanguageTable, linked: boolean): boolean =>
  verb.meaning.force === 'recognition' || verb.meaning.force === 'decision'
    ? table.further.test(withoutSigns(text.slice(verb.start, verb.end), table).text.toLowerCase())
    : (linked && !verb.meaning.several) || askedIn({ ...verb, to: text.length }, text, table).named.length > 0

function withoutSigns(text: string, { ignored }: LanguageTable): { text: string; at: readonly number[] } {
  const kept = text.split('').flatMap((sign, at) => (ignored?.test(sign) ? [] : [at]))
  return { text: kept.map((at) => text[at]).join(''), at: [...kept, text.length] }
}

interface Asked {
  readonly named: readonly (Stretch & { readonly actor: ActorOf })[]
  /** Where the act starts. */
  readonly action: number
  /** Whether the first one asked stands right behind the verb. */
  readonly near: boolean
}

/** Those named between the verb and the act. */
function askedIn(verb: Governing, text: string, table: LanguageTable): Asked {
  const stop = Math.min(verb.to, verb.end + reach)
  const { text: words, at } = withoutSigns(blotted(text.slice(verb.end, stop), table.aside), table)
  const act = table.act?.exec(words) ?? null
  const limit = act?.index ?? (table.act ? clauseEnd(words) : words.length)
  let named = table.between ? joined(words.slice(0, limit), table) : actorsIn(words.slice(0, limit), table)
  let action = act ? act.index + act[0].length : (named.at(-1)?.end ?? 0)
  if (named.length === 0 && act) {
    const behind = actorsIn(words.slice(action, action + 90), table)
    if ((behind[0]?.start ?? 99) < 16) {
      named = behind.slice(0, 1).map((one) => ({ ...one, start: one.start + action, end: one.end + action }))
      action = named.at(-1)!.end
    }
  }
  const place = (offset: number) => verb.end + (at[offset] ?? 0)
  return {
    named: named.map((one) => ({ ...one, start: place(one.start), end: place(one.end) })),
    action: place(action),
    near: (named[0]?.start ?? 99) < 25,
  }
}

const clauseEnd = (words: string): number => {
  const end = words.search(/[,;:\u060c\u061b]/)
  return end < 0 ? words.length : end
}

const blotted = (text: string, aside: RegExp): string => text.replace(aside, (phrase) => '\u00b7'.repeat(phrase.length))

type NamedActor = Stretch & { readonly actor: ActorOf }

/** Every actor of the table in a stretch, the longer of two that overlap. */
function actorsIn(words: string, table: LanguageTable): readonly NamedActor[] {
  const all = table.actors.flatMap((row) =>
    matches(row.pattern, words).map((m) => ({ start: m.index, end: m.index + m[0].length, actor: row.meaning })),
  )
  const longest = all.toSorted((a, b) => b.end - b.start - (a.end - a.start))
  const kept: NamedActor[] = []
  for (const one of longest) if (!kept.some((other) => overlaps(other, one))) kept.push(one)
  return kept
    .toSorted((a, b) => a.start - b.start)
    .filter((one, i, list) => list.findIndex((other) => other.actor.name === one.actor.name) === i)
}

/** In a language without a mark of the act: the first name near the verb, and those joined to it. */
function joined(words: string, table: LanguageTable): readonly NamedActor[] {
  const list: NamedActor[] = []
  for (const one of actorsIn(words, table)) {
    const before = list.at(-1)
    if (!before && (one.start > 40 || /[\uff0c\uff1b\u060c]/.test(words.slice(0, one.start)))) break
    if (before && !table.between?.test(words.slice(before.end, one.start + 1))) break
    list.push(one)
  }
  return list
}

function clauseOf(verb: Governing, text: string, table: LanguageTable, organ: string | null): ReadClause {
  const behind = text.slice(verb.end, verb.to)
  const asks = verb.meaning.force !== 'recognition' && verb.meaning.force !== 'decision'
  const asked: Asked = asks ? askedIn(verb, text, table) : { named: [], action: verb.end, near: true }
  const toSecretariat = asked.named.some(({ actor }) => /^secretar/.test(actor.class))
  const force = (toSecretariat && verb.meaning.toSecretariat) || verb.meaning.force
  const addressees: readonly Addressee[] =
    force === 'decision' && table.undertakes.test(behind) && !table.completed.test(behind)
      ? [{ asWritten: null, implied: true, name: organName(organ, table), class: 'self' }]
      : asked.named.map(({ start, end, actor }) => ({
          asWritten: plainText(text.slice(start, end)).trim(),
          implied: false,
          ...actor,
        }))
  const sure = !verb.meaning.several && asked.near && (!asks || addressees.length > 0)
  const action = actionOf(text, asked.action, verb.to)
  const clause: Clause = {
    verb: plainText(text.slice(verb.start, verb.end)),
    verbStart: verb.start,
    inherited: false,
    force,
    addressees,
    action: action.text,
    conditions: [],
    due: noDue,
    timings: [{ kind: 'none' }],
    reporting: noReporting,
    by: verb.rule,
    certainty: sure ? 0.6 : 0.4,
    doubts: ['read-in-part'],
  }
  return { clause, named: [], start: verb.start, end: verb.to, action: action.start, reports: [], times: [] }
}

function inherited(chapeau: Clause, text: string, start: number, end: number): ReadClause {
  const action = actionOf(text, start, end)
  /** What the organ decides in its subparagraphs has subjects of its own there. */
  const addressees = chapeau.force === 'decision' ? [] : chapeau.addressees
  const clause = { ...chapeau, addressees, verbStart: null, inherited: true, action: action.text }
  return { clause, named: [], start, end, action: action.start, reports: [], times: [] }
}

/** The organ speaking by the name the register uses; as written where no table knows it. */
function organName(organ: string | null, table: LanguageTable): string {
  const written = lettersOf(organ ?? '').trim()
  return actorsIn(withoutSigns(written, table).text, table)[0]?.actor.name ?? written
}

/** From the act to the comma that ends it; a comma within the first words does not. */
function actionOf(text: string, from: number, to: number): Stretch & { readonly text: string } {
  const most = 220
  const words = text.slice(from, Math.min(to, from + most))
  const comma = /[,\u060c\uff0c\u3002]/g
  comma.lastIndex = 24
  const end = /[;\uff1b\u061b]/.exec(words)?.index ?? words.length
  const stop = Math.min(end, comma.exec(words)?.index ?? words.length)
  const cut = trimmed(text, from, from + stop)
  return { ...cut, text: plainText(text.slice(cut.start, cut.end)) }
}
