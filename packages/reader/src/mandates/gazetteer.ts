import type { ActorName } from './actor-name.ts'
import { actorNames } from './actor-names.ts'
import { mandateHolders } from './mandate-holders.ts'
import { remembering } from './remembering.ts'
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

/** What a sign is to a name: of a word, a joint within one, or a word of its own (brackets, comma). */
const [other, ofWord, joint, alone] = [1, 2, 3, 4] as const

function kindOf(code: number): number {
  const sign = String.fromCharCode(code)
  if (/[\p{L}\p{N}]/u.test(sign)) return ofWord
  return "'/-".includes(sign) ? joint : '(),'.includes(sign) ? alone : other
}

const kinds = Uint8Array.from({ length: 0x250 }, (_, code) => kindOf(code))
const kindAt = (text: string, at: number) => {
  const code = text.charCodeAt(at)
  return code < kinds.length ? kinds[code]! : kindOf(code)
}

/** Where the next word starts, or the end of the text. */
function wordFrom(text: string, at: number): number {
  for (; at < text.length; at++) {
    const kind = kindAt(text, at)
    if (kind === ofWord || kind === alone) return at
  }
  return at
}

/** Where the word that starts at `at` ends. */
function wordEnd(text: string, at: number): number {
  if (kindAt(text, at) === alone) return at + 1
  for (at++; at < text.length; at++) {
    const kind = kindAt(text, at)
    if (kind !== ofWord && kind !== joint) return at
  }
  return at
}

const root: Node = newNode()
/** What names start with, as their first two letters. */
const beginnings = new Set<number>()
const beginningAt = (text: string, at: number) => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)

function add(name: string, actor: ActorName): void {
  let node = root
  beginnings.add(beginningAt(name, 0))
  for (let start = wordFrom(name, 0); start < name.length; ) {
    const end = wordEnd(name, start)
    const text = name.slice(start, end)
    let next = node.next.get(text)
    if (!next) {
      next = newNode()
      node.next.set(text, next)
    }
    node = next
    start = wordFrom(name, end)
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

/** The longest name that starts with the word at `start`; null where none does. */
function longest(plain: string, start: number): Mention | null {
  if (!beginnings.has(beginningAt(plain, start))) return null
  let node: Node | undefined = root
  let best: Mention | null = null
  for (let from = start; from < plain.length; ) {
    const end = wordEnd(plain, from)
    node = node.next.get(plain.slice(from, end))
    if (!node) break
    if (node.actor) best = { start, end, actor: node.actor }
    from = wordFrom(plain, end)
  }
  return best
}

/** Every proper name of the gazetteer in a plain text, longest match first, left to right, never overlapping. */
export const mentionsIn = remembering(8, (plain: string): readonly Mention[] => {
  const mentions: Mention[] = []
  for (let start = wordFrom(plain, 0); start < plain.length; ) {
    const best = longest(plain, start)
    if (best && !continuesName(plain, best)) mentions.push(best)
    start = wordFrom(plain, best ? best.end : wordEnd(plain, start))
  }
  return mentions
})

/** The proper name that a plain text starts with; null where it starts otherwise. Reads no further than the name. */
export function mentionAtStart(plain: string): Mention | null {
  const mention = plain !== '' && wordFrom(plain, 0) === 0 ? longest(plain, 0) : null
  return mention && !continuesName(plain, mention) ? mention : null
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
