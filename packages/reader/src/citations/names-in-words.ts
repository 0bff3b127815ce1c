import type { ActorName } from '../mandates/actor-names.ts'
import type { Mention } from '../mandates/gazetteer.ts'
import { plainText } from '../mandates/plain-text.ts'
import { matches } from '../mandates/rule.ts'
import { organNamed, resolveShortForm, type Surroundings } from '../mandates/surroundings.ts'
import type { CitationWords } from './words/citation-words.ts'

/** The organ speaking by its official name in English, or one made up for a body that no row knows. */
export function speakerIn(organ: string | null, words: CitationWords): ActorName | null {
  if (organ === null) return null
  const plain = plainText(organ)
  const row = words.bodies.find(({ pattern }) => pattern.test(plain))
  return organNamed(row?.name ?? organ)
}

/** A body named in a text, in full or by a short form that was resolved. */
export interface NamedBody extends Mention {
  readonly short: boolean
}

/** The one body of the rows that goes by a short form: "the Assembly". */
function onlyOne(short: string, words: CitationWords): ActorName | null {
  const all = words.bodies
    .flatMap(({ name }) => organNamed(name) ?? [])
    .filter(({ shortened }) => shortened.includes(short))
  return all.length === 1 ? all[0]! : null
}

/** Bodies named in a text: those in full, then short forms by who speaks and who was named before. */
export function namesIn(
  plain: string,
  words: CitationWords,
  organ: ActorName | null,
  earlier: readonly ActorName[],
): readonly NamedBody[] {
  const found: NamedBody[] = []
  const taken = new Set<number>()
  const add = (one: NamedBody) => {
    if (taken.has(one.start) || taken.has(one.end - 1)) return
    for (let at = one.start; at < one.end; at++) taken.add(at)
    found.push(one)
  }
  for (const { name, pattern } of words.bodies) {
    const actor = organNamed(name)
    if (!actor) continue
    for (const match of matches(pattern, plain)) {
      add({ actor, start: match.index, end: match.index + match[0].length, short: false })
    }
  }
  found.sort((a, b) => a.start - b.start)
  const s: Surroundings = { organ, plain, mentions: [...found], earlier }
  for (const { short, pattern } of words.shortForms)
    for (const match of matches(pattern, plain)) {
      const end = match.index + match[0].length
      const one = { start: end - match[1]!.length, end }
      const actor = resolveShortForm(short, one.start, s) ?? onlyOne(short, words)
      if (actor) add({ ...one, actor, short: true })
    }
  return found.sort((a, b) => a.start - b.start)
}
