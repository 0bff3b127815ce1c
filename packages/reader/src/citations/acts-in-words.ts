import type { ActorName } from '../mandates/actor-names.ts'
import { matches } from '../mandates/rule.ts'
import type { Surroundings } from '../mandates/surroundings.ts'
import { organNamed } from '../mandates/surroundings.ts'
import { phrasesOf } from '../phrases/index.ts'
import { dateIn } from '../tree/adopted.ts'
import { citedAct, type FoundAct } from './acts.ts'
import type { Citation, CitedAct } from './citation.ts'
import type { NamedBody } from './names-in-words.ts'
import { bodyByNumber, fitsBody } from './numbering-of-bodies.ts'
import type { CitationWords } from './words/citation-words.ts'

/** One number as it was found, before it is known whose it is. */
interface Listed {
  readonly start: number
  readonly end: number
  readonly act: CitedAct['act']
  readonly number: string
  readonly date: string | null
  readonly title: string | null
  /** The body that stands with it. */
  readonly written: NamedBody | null
  /** "its" stands with it, at this offset. */
  readonly its: number | null
  readonly locator: string | null
  /** Which list it belongs to, and whether nothing but a comma or "and" divides it from the one before. */
  readonly list: number
  readonly close: boolean
}

const stickies = new WeakMap<RegExp, RegExp>()

/** The match of a pattern that starts at an offset. */
function at(pattern: RegExp, plain: string, offset: number): RegExpExecArray | null {
  let sticky = stickies.get(pattern)
  if (!sticky) {
    sticky = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}y`)
    stickies.set(pattern, sticky)
  }
  sticky.lastIndex = offset
  return sticky.exec(plain)
}

/** Arabic writes "and" in one with what it joins. */
const wordBefore = /[\p{L}\p{N}/.-](?<!(?<!\p{L})و)$/u
const wordBehind = /^[\p{L}\p{N}/]/u

/** The number that starts at an offset, with nothing of a word around it. */
function numberAt(plain: string, offset: number, words: CitationWords): string | null {
  const found = at(words.printed, plain, offset)?.[0]
  if (!found) return null
  const around = words.number === 'behind'
  return around &&
    (wordBefore.test(plain.slice(Math.max(0, offset - 2), offset)) ||
      wordBehind.test(plain.slice(offset + found.length)))
    ? null
    : found
}

/** Index of the first name that starts at an offset or behind it. */
function firstFrom(names: readonly NamedBody[], offset: number): number {
  let low = 0
  for (let high = names.length; low < high; ) {
    const middle = (low + high) >> 1
    if (names[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** No more names are looked through for whose a number is. */
const nearest = 40

/** The names in front of an offset, the last ones only. */
const namesBefore = (names: readonly NamedBody[], offset: number) =>
  names
    .slice(Math.max(0, firstFrom(names, offset) - nearest), firstFrom(names, offset))
    .filter(({ end }) => end <= offset)

function bodyAt(plain: string, offset: number, words: CitationWords, names: readonly NamedBody[]): NamedBody | null {
  const from = offset + (at(words.of, plain, offset)?.[0].length ?? 0)
  const next = names[firstFrom(names, from)]
  return next && (next.start === from || (next.start === from + 1 && plain[from] === ' ')) ? next : null
}

const blot = (text: string) => text.replace(/"[^"]*"|《[^》]*》/g, (found) => '\u00b7'.repeat(found.length))

/** Where a list of numbers ends: at a semicolon that no number follows at once. */
function clauseEnd(plain: string, from: number, until: number, words: CitationWords): number {
  for (let stop = plain.indexOf(';', from); stop >= 0 && stop < until; stop = plain.indexOf(';', stop + 1)) {
    const next = /^ (?:\p{L}{1,2} )?/u.exec(plain.slice(stop + 1, stop + 6))?.[0].length
    if (next === undefined || !numberAt(plain, stop + 1 + next, words)) return stop
  }
  return until
}

/** What is said of a number behind it, in any order: its date, its title, and whose it is. */
function described(
  plain: string,
  from: number,
  owner: NamedBody | null,
  words: CitationWords,
  names: readonly NamedBody[],
) {
  let date: string | null = null
  let title: string | null = null
  let body = owner
  let end = from
  for (let tried = 0; tried < 4; tried++) {
    const dated = at(words.dated, plain, end)
    const titled = dated ? null : at(words.titled, plain, end)
    const named = dated || titled || body ? null : bodyAt(plain, end, words, names)
    if (dated) date ??= dateIn(dated[0], phrasesOf(words.language))
    else if (titled) title ??= titled[1]!
    else if (named) body = named
    else break
    end = named ? named.end : end + (dated ?? titled)![0].length
  }
  return { date, title, body, end }
}

/** Numbers behind the noun: "ses résolutions 60/1 du 16 septembre 2005 et 70/1". */
function behindNoun(plain: string, words: CitationWords, names: readonly NamedBody[]): readonly Listed[] {
  const heads = words.nouns
    .flatMap(({ act, pattern }) => matches(pattern, plain).map((match) => ({ act, match })))
    .flatMap(({ act, match }) => {
      const end = match.index + match[0].length
      const body = bodyAt(plain, end, words, names)
      const from = body?.end ?? end
      const first = from + (at(words.signs, plain, from)?.[0].length ?? 0)
      const number = first > from ? numberAt(plain, first, words) : null
      return number ? [{ act, start: match.index, noun: match[0], plural: Boolean(match[1]), body, first }] : []
    })
    .sort((a, b) => a.start - b.start)
  const listed: Listed[] = []
  heads.forEach((head, list) => {
    const until = clauseEnd(plain, head.first, heads[list + 1]?.start ?? plain.length, words)
    const before = plain.slice(Math.max(0, head.start - 160), head.start)
    const possessive = words.its.exec(before) ?? words.its.exec(head.noun)
    const its = possessive ? head.start - (words.its.test(before) ? possessive[0].length : 0) : null
    const locator = words.partBefore.exec(before)?.[1] ?? null
    let offset = head.first
    let last = head.first
    for (;;) {
      const printed = numberAt(plain, offset, words)!
      const first = offset === head.first
      const { date, title, body, end } = described(plain, offset + printed.length, head.body, words, names)
      listed.push({
        start: first ? (its ?? head.start) : offset,
        end: offset + printed.length,
        act: head.act,
        number: words.inEnglish(printed),
        date,
        title,
        written: body,
        its,
        locator: first ? locator : null,
        list,
        close: !first && words.nextInList.test(plain.slice(last, offset)),
      })
      last = end
      const next = nextNumber(plain, end, until, words)
      if (next === null || !(head.plural || words.nextInList.test(plain.slice(end, next)))) break
      offset = next
    }
  })
  return listed
}

const anyNumber = new WeakMap<CitationWords, RegExp>()

function nextNumber(plain: string, from: number, until: number, words: CitationWords): number | null {
  let pattern = anyNumber.get(words)
  if (!pattern) {
    pattern = new RegExp(words.printed.source, 'gu')
    anyNumber.set(words, pattern)
  }
  pattern.lastIndex = from
  for (let match = pattern.exec(plain); match && match.index < until; match = pattern.exec(plain)) {
    const years = /^(?:19|20)\d\d\/(?:19|20)?\d\d$/.test(match[0])
    if (numberAt(plain, match.index, words) && !(years && /\d{4}\/\d{4}$/.test(match[0]))) return match.index
  }
  return null
}

/** Numbers before the noun: "大会2005年9月16日第60/1号和2015年9月25日第70/1号决议". */
function beforeNoun(plain: string, words: CitationWords, names: readonly NamedBody[]): readonly Listed[] {
  const blotted = blot(plain)
  const token = new RegExp(`第?\\s?(${words.printed.source})\\s?(?:号\\s?|(?=[、和及]\\s?第?\\s?\\d))`, 'gu')
  const found = [...blotted.matchAll(token)].map((match) => {
    const end = match.index + match[0].length
    const act = words.nouns.find(({ pattern }) => at(pattern, blotted, end))?.act ?? null
    return { start: match.index, end, printed: match[1]!, act, listAct: act }
  })
  // a number without a noun takes that of the list it stands in
  for (let at = found.length - 2; at >= 0; at--) {
    const one = found[at]!
    const next = found[at + 1]!
    if (!one.act && !/[；。]/.test(blotted.slice(one.end, next.start))) found[at] = { ...one, listAct: next.listAct }
  }
  const listed: Listed[] = []
  let list = 0
  let before = 0
  found.forEach((one) => {
    const act = one.listAct
    const since = blotted.slice(before, one.start)
    const cut = before + Math.max(...['，', '；', '。', '：'].map((sign) => since.lastIndexOf(sign) + 1))
    const stretch = blotted.slice(cut, one.start)
    before = one.end + (one.act ? 2 : 0)
    if (!act) return
    const number = words.inEnglish(one.printed)
    const here = namesBefore(names, one.start).filter(({ start }) => start >= cut)
    const its = words.its.exec(stretch)
    const dates = matches(words.dated, stretch)
    const written = here.findLast(({ actor }) => fitsBody(number, null, actor.name)) ?? here.at(-1) ?? null
    listed.push({
      start: one.start,
      end: before,
      act,
      number,
      date: dates.length > 0 ? dateIn(dates.at(-1)![0], phrasesOf(words.language)) : null,
      title: words.titled.exec(plain.slice(cut, one.start))?.[1] ?? null,
      written: its && written && written.start > cut + its.index ? null : written,
      its: its ? cut + its.index : null,
      locator: null,
      list,
      close: false,
    })
    if (one.act) list++
  })
  return listed
}

function ownerOf(
  one: Listed,
  borrowed: NamedBody | null,
  carried: ActorName | null,
  names: readonly NamedBody[],
  s: Surroundings,
): { readonly body: ActorName | null; readonly by: Citation['by'] } {
  const { number, date, start } = one
  const fits = (actor: ActorName | null | undefined) => actor && fitsBody(number, date, actor.name)
  const written = one.written ?? borrowed
  if (written && (one.its === null || fits(written.actor)))
    return { body: written.actor, by: written.short ? 'short-name' : 'written' }
  if (one.its !== null) {
    // the body named right before speaks of its own, else the organ does
    const near = namesBefore(names, one.its).findLast(({ end }) => one.its! - end <= 24)?.actor
    const meant = [near, s.organ].find(fits)
    if (meant) return { body: meant, by: 'its' }
    const other = namesBefore(names, start).findLast(({ actor }) => fits(actor))?.actor
    if (other) return { body: other, by: 'number' }
    const standing = [s.organ, near].find((body) => body && fitsBody(number, null, body.name)) ?? near ?? null
    return { body: standing, by: standing ? 'its' : 'unsettled' }
  }
  if (fits(carried)) return { body: carried, by: 'carried' }
  if (fits(s.organ)) return { body: s.organ, by: 'number' }
  const other = namesBefore(names, start).findLast(({ actor }) => fits(actor))?.actor
  if (other) return { body: other, by: 'carried' }
  // "la résolution 69/327 ..., dans laquelle l'Assemblée"
  const after = firstFrom(names, one.end)
  const behind = names
    .slice(after, after + 4)
    .find(({ actor, start: from }) => from - one.end < 80 && fits(actor))?.actor
  if (behind) return { body: behind, by: 'carried' }
  const alone = bodyByNumber(number)
  return alone ? { body: organNamed(alone), by: 'number' } : { body: null, by: 'unsettled' }
}

/** Every resolution and decision cited in a language other than English, with whose it is. */
export function actsInWords(
  rule: string,
  plain: string,
  words: CitationWords,
  names: readonly NamedBody[],
  s: Surroundings,
): readonly FoundAct[] {
  const listed = words.number === 'behind' ? behindNoun(plain, words, names) : beforeNoun(plain, words, names)
  let carried: ActorName | null = null
  return listed.map((one, index) => {
    // "60/1 et 70/1 de l'Assemblée": the body behind the last is that of those close before it
    let borrowed: NamedBody | null = null
    for (let next = index + 1; !one.written && listed[next]?.list === one.list && listed[next]!.close; next++)
      borrowed ??= listed[next]!.written
    const { body, by } = ownerOf(one, borrowed, carried, names, s)
    if (body) carried = body
    const { start, end, act, number, date, title, locator } = one
    return { start, end, names: citedAct(act, body?.name ?? null, number, date, title), locator, by, rule, owner: body }
  })
}
