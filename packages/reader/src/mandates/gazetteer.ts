import type { ActorName } from './actor-name.ts'
import { actorNames } from './actor-names.ts'
import { mandateHolders } from './mandate-holders.ts'
import type { Stretch } from './rule.ts'
import { stateNames } from './state-names.ts'

/** A proper name found in a text. */
export interface Mention extends Stretch {
  readonly actor: ActorName
}

interface Node {
  readonly next: Map<string, Node>
  actor: ActorName | null
}

const newNode = (): Node => ({ next: new Map(), actor: null })
const word = /[\p{L}\p{N}][\p{L}\p{N}'/-]*|[(),]/gu

interface Word extends Stretch {
  readonly text: string
}

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  for (const m of text.matchAll(word)) words.push({ text: m[0], start: m.index, end: m.index + m[0].length })
  return words
}

const root: Node = newNode()

function add(name: string, actor: ActorName): void {
  let node = root
  for (const { text } of wordsOf(name)) {
    let next = node.next.get(text)
    if (!next) {
      next = newNode()
      node.next.set(text, next)
    }
    node = next
  }
  node.actor ??= actor
}

for (const actor of [...actorNames, ...mandateHolders]) {
  for (const name of [actor.name, ...actor.aliases]) {
    add(name, actor)
    if (/^[a-z]/.test(name)) add(name[0]!.toUpperCase() + name.slice(1), actor)
  }
}
for (const state of stateNames) {
  add(state, { name: state, class: 'member_states', aliases: [], shortened: [], speaks: [] })
  const name = `Government of ${state}`
  const government: ActorName = { name, class: 'member_states', aliases: [], shortened: ['Government'], speaks: [] }
  add(name, government)
  add(`Government of the ${state}`, { ...government, name: `Government of the ${state}` })
  add(`Government of the Republic of ${state}`, { ...government, name: `Government of the Republic of ${state}` })
  add(`Republic of ${state}`, { ...government, name: `Republic of ${state}`, shortened: [] })
  for (const office of ['Special Rapporteur', 'Independent Expert']) {
    const title = `${office} on the situation of human rights in`
    const holder: ActorName = {
      name: `${title} ${state}`,
      class: 'other',
      aliases: [],
      shortened: [office],
      speaks: [],
    }
    add(`${title} ${state}`, holder)
    add(`${title} the ${state}`, { ...holder, name: `${title} the ${state}` })
  }
}

/** The longest name that starts at word `i`; null where none does. `nextWord` gives null after the last. */
function longest(
  i: number,
  nextWord: (at: number) => Word | null,
): { actor: ActorName; last: number; end: number } | null {
  let node: Node | undefined = root
  let best: { actor: ActorName; last: number; end: number } | null = null
  for (let j = i; ; j++) {
    const found = nextWord(j)
    node = found ? node.next.get(found.text) : undefined
    if (!found || !node) return best
    if (node.actor) best = { actor: node.actor, last: j, end: found.end }
  }
}

/** Texts read last, with their names: a paragraph and its chapeau are asked for several times over. */
const lately = new Map<string, readonly Mention[]>()
const latelyAtMost = 64

/** Every proper name of the gazetteer in a plain text, longest match first, left to right, never overlapping. */
export function mentionsIn(plain: string): readonly Mention[] {
  const known = lately.get(plain)
  if (known) return known
  const words = wordsOf(plain)
  const found: Mention[] = []
  for (let i = 0; i < words.length; ) {
    const best = root.next.has(words[i]!.text) ? longest(i, (at) => words[at] ?? null) : null
    if (best) found.push({ start: words[i]!.start, end: best.end, actor: best.actor })
    i = best ? best.last + 1 : i + 1
  }
  const mentions = found.filter((m) => !continuesName(plain, m))
  if (lately.size >= latelyAtMost) lately.clear()
  lately.set(plain, mentions)
  return mentions
}

const startingWord = new RegExp(`^(?:${word.source})`, 'u')

/** The proper name that a plain text starts with; null where it starts otherwise. Reads no further than the name. */
export function mentionAtStart(plain: string): Mention | null {
  const first = startingWord.exec(plain)?.[0]
  if (first === undefined || !root.next.has(first)) return null
  const words = new RegExp(word.source, 'gu')
  const read: Word[] = []
  const best = longest(0, (at) => {
    if (at < read.length) return read[at]!
    const m = words.exec(plain)
    if (!m || (at === 0 && m.index > 0)) return null
    const one = { text: m[0], start: m.index, end: m.index + m[0].length }
    read.push(one)
    return one
  })
  if (!best) return null
  const mention = { start: 0, end: best.end, actor: best.actor }
  return continuesName(plain, mention) ? null : mention
}

/**
 * "United Nations" in "United Nations Convention", "WHO" in "WHO guiding principles": the start of another name, or an
 * adjective; and "General Assembly resolution 65/230", which is a document.
 */
function continuesName(plain: string, mention: Mention): boolean {
  const after = plain.slice(mention.end, mention.end + 40)
  return (
    /^ (?:\p{Lu}[\p{L}-]+|resolution|resolutions|decision|decisions|guiding|general conference|programme of action|mandate)\b/u.test(
      after,
    ) && !/^ (?:Member|States)\b/.test(after)
  )
}
