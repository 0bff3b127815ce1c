import type { ActorName } from '../mandates/actor-names.ts'
import { type Mention, mentionsIn } from '../mandates/gazetteer.ts'
import { isShortForm, organNamed, resolveShortForm, type Surroundings } from '../mandates/surroundings.ts'
import type { Citation } from './citation.ts'
import { bodyByNumber, fitsBody } from './numbering-of-bodies.ts'

/** Whose act it is, and what settled it. */
export interface Owner {
  readonly body: ActorName | null
  readonly by: Citation['by']
  /** How many signs in front of the word name it: "General Assembly ", "its ". */
  readonly signs: number
}

const linking = /^(?:of|on|the|and|for|to|against|in|with|de)$/
const headWord =
  /^(?:Assembly|Council|Commission|Committee|Conference|Congress|Board|Forum|Meeting|Parties|Authority|Union)$/
const possessive = /\bits (?:(?:own|previous|earlier|relevant|annual|recent|landmark|other) ){0,2}$/i
const plainWords = /(?: (?:previous|earlier|relevant|annual|recent|landmark|other|draft))? $/
const ofBody = /^,? (?:(?:adopted |taken )?(?:of|by) )the (?=\p{Lu})/u
const adoptedBy = /\b(?:adopted|taken) by the (?=\p{Lu})/u

/** The run of capitalised words that ends a text, as words with their offsets. */
function nameBefore(text: string): readonly { readonly word: string; readonly at: number }[] {
  const words = [...text.matchAll(/[^\s]+/g)].map((match) => ({ word: match[0], at: match.index }))
  let from = words.length
  while (from > 0) {
    const { word } = words[from - 1]!
    if (!/^\p{Lu}[\p{L}\p{N}'-]*$/u.test(word) && !linking.test(word)) break
    from--
  }
  return words.slice(from).filter((_, at, run) => run.slice(0, at + 1).some(({ word }) => !linking.test(word)))
}

/** A name in full, by the gazetteer or by its form; the longest one that ends the text. */
function bodyBefore(text: string, s: Surroundings, at: number): Owner | null {
  const bare = text.replace(/'s $/, ' ').replace(plainWords, '')
  const run = nameBefore(bare)
  if (run.length === 0) return null
  for (const { word, at: start } of run) {
    if (linking.test(word)) continue
    const name = bare.slice(start)
    if (mentionsIn(name).some((m) => m.start === 0 && m.end === name.length))
      return { body: organNamed(name), by: 'written', signs: text.length - start }
  }
  const last = run.at(-1)!.word
  if (!headWord.test(last)) return null
  const short = isShortForm(last) ? resolveShortForm(last, at, s) : null
  if (run.length === 1 || linking.test(run.at(-2)!.word))
    return { body: short, by: short ? 'short-name' : 'unsettled', signs: text.length - run.at(-1)!.at }
  return { body: organNamed(bare.slice(run[0]!.at)), by: 'written', signs: text.length - run[0]!.at }
}

/** The name that starts a text: the gazetteer's longest, else its capitalised words up to a head word. */
function bodyAt(text: string): ActorName | null {
  const known = mentionsIn(text).find((m) => m.start === 0)
  if (known) return known.actor
  const words = text.split(' ')
  let end = 0
  while (end < words.length && (/^\p{Lu}/u.test(words[end]!) || linking.test(words[end]!)))
    if (/[,.;:]/.test(words[end++]!)) break
  while (end > 0 && linking.test(words[end - 1]!)) end--
  const name = words
    .slice(0, end)
    .join(' ')
    .replace(/[,.;:].*$/, '')
  return name.split(' ').some((word) => headWord.test(word)) ? organNamed(name) : null
}

/** The body named right before "in its resolution" or "by its decision": the one that "its" stands for. */
function itsBody(before: string, at: number, s: Surroundings): ActorName | null {
  const link =
    /(?:,? (?:in|by|under|through|pursuant to|with|and|of|recalling|reaffirming))?,? its [\p{Ll} ]{0,40}$/iu.exec(
      before,
    )
  if (!link) return null
  const stop = at - before.length + link.index
  const near = s.mentions.filter((m: Mention) => m.end <= stop && stop - m.end <= 2).at(-1)
  if (near?.actor.class === 'intergovernmental_body') return near.actor
  const short = /\bthe (\p{Lu}\p{Ll}+)$/iu.exec(before.slice(0, link.index))
  return short && isShortForm(short[1]!) ? resolveShortForm(short[1]!, stop, s) : null
}

/**
 * Whose resolution a number is: the body named before the word or behind the number, else the one "its" stands for,
 * else the owner of the citation before it in the paragraph, else the organ speaking if the number has its form.
 */
export function ownerOf(
  before: string,
  at: number,
  after: string,
  number: string,
  date: string | null,
  carried: ActorName | null,
  s: Surroundings,
): Owner {
  const named = bodyBefore(before, s, at)
  if (named?.body) return named
  const own = possessive.exec(before)
  if (own) {
    const signs = own[0].length
    const meant = itsBody(before, at, s)
    const choice = [meant, s.organ].find((body) => body && fitsBody(number, date, body.name))
    if (choice) return { body: choice, by: 'its', signs }
    // a number of the right form with a date that contradicts it is the organ's all the same: the slip is noted
    const standing = [meant, s.organ].find((body) => body && fitsBody(number, null, body.name)) ?? meant
    const other = s.mentions.findLast(
      (m) => m.end <= at && m.actor.class === 'intergovernmental_body' && fitsBody(number, date, m.actor.name),
    )
    return other
      ? { body: other.actor, by: 'number', signs }
      : { body: standing, by: standing ? 'its' : 'unsettled', signs }
  }
  const of = ofBody.exec(after)
  const by = of ? null : adoptedBy.exec(after.slice(0, 240))
  const behind = of ? after.slice(of[0].length) : by ? after.slice(by.index + by[0].length) : null
  if (behind) {
    const body = bodyAt(behind.slice(0, 200))
    if (body) {
      const short = isShortForm(body.name) ? resolveShortForm(body.name, at, s) : null
      return short ? { body: short, by: 'short-name', signs: 0 } : { body, by: 'written', signs: 0 }
    }
  }
  if (carried && fitsBody(number, date, carried.name)) return { body: carried, by: 'carried', signs: 0 }
  if (s.organ && fitsBody(number, date, s.organ.name) && !named) return { body: s.organ, by: 'number', signs: 0 }
  const other = s.mentions.findLast(
    (m) => m.end <= at && m.actor.class === 'intergovernmental_body' && fitsBody(number, date, m.actor.name),
  )
  if (other && !named) return { body: other.actor, by: 'carried', signs: 0 }
  const alone = bodyByNumber(number)
  if (alone) return { body: organNamed(alone), by: 'number', signs: named?.signs ?? 0 }
  return { body: null, by: 'unsettled', signs: named?.signs ?? 0 }
}
