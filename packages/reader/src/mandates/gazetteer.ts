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

/** Every proper name of the gazetteer in a plain text, longest match first, left to right, never overlapping. */
export function mentionsIn(plain: string): readonly Mention[] {
  const words = wordsOf(plain)
  const found: Mention[] = []
  for (let i = 0; i < words.length; ) {
    let node: Node | undefined = root
    let best: { actor: ActorName; last: number } | null = null
    for (let j = i; j < words.length; j++) {
      node = node.next.get(words[j]!.text)
      if (!node) break
      if (node.actor) best = { actor: node.actor, last: j }
    }
    if (best) {
      found.push({ start: words[i]!.start, end: words[best.last]!.end, actor: best.actor })
      i = best.last + 1
    } else i++
  }
  return found.filter((m) => !continuesName(plain, m))
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
