import type { ActorName } from './actor-name.ts'
import { actorNames } from './actor-names.ts'
import type { Addressee } from './clause.ts'
import { type Mention, mentionsIn } from './gazetteer.ts'
import { mandateHolders } from './mandate-holders.ts'
import { remembering } from './remembering.ts'

/** What surrounds a clause: who speaks, and which names were mentioned before, so that "the Office" and "it" resolve. */
export interface Surroundings {
  /** Official name of the organ speaking; null where the text does not say. */
  readonly organ: ActorName | null
  /** The paragraph as `plainText` gives it. */
  readonly plain: string
  /** Names in the paragraph, in order. */
  readonly mentions: readonly Mention[]
  /** Names mentioned before the paragraph (chapeau, earlier paragraphs, preamble), the latest last. */
  readonly earlier: readonly ActorName[]
}

/** The organ speaking: an entry of the gazetteer, or one made up for a body the gazetteer does not know. */
export const organNamed = (organ: string | null): ActorName | null => (organ === null ? null : organWritten(organ))

const organWritten = remembering(2, (organ: string): ActorName | null => {
  const name = organ
    .trim()
    .replace(/^the /i, '')
    .replace(/[,:;.\s]+$/, '')
  if (name === '') return null
  const known = mentionsIn(name).find((m) => m.start === 0 && m.end === name.length)
  if (known) return known.actor
  const head = /(?:^| )(Assembly|Council|Commission|Committee|Conference|Board|Forum|Congress|Meeting)\b/.exec(name)
  return { name, class: 'intergovernmental_body', aliases: [], shortened: head ? [head[1]!] : [], speaks: [] }
})

const byShortForm = new Map<string, ActorName[]>()
for (const actor of [...actorNames, ...mandateHolders]) {
  for (const form of actor.shortened)
    byShortForm.set(form.toLowerCase(), [...(byShortForm.get(form.toLowerCase()) ?? []), actor])
}

byShortForm.set('government', [])

/** Whether a definite form stands for more than one name in the texts of an organ, so that only the paragraph could tell. */
export function isAmbiguous(asWritten: string, organ: ActorName | null): boolean {
  const form = asWritten.replace(/^(?:the|its|that|this) /i, '').toLowerCase()
  const all = byShortForm.get(form) ?? []
  const own = all.filter((actor) => organ !== null && actor.speaks.includes(organ.name))
  if (organ?.shortened.some((short) => short.toLowerCase() === form)) return false
  return new Set((own.length > 0 ? own : all).map((actor) => actor.name)).size > 1
}

/** Whether a definite form could be short for a name: "Office", "working group". */
export const isShortForm = (form: string): boolean => byShortForm.has(form.toLowerCase())

/**
 * Who "the Commission", "the Office", "the working group" is: the organ speaking if it is one, else the name mentioned
 * last before it, else the one that the organ speaking always means; null where nothing decides.
 */
export function resolveShortForm(form: string, at: number, s: Surroundings): ActorName | null {
  const wanted = form.toLowerCase()
  const fits = (actor: ActorName) => actor.shortened.some((short) => short.toLowerCase() === wanted)
  if (s.organ && fits(s.organ)) return s.organ
  const inParagraph = s.mentions.filter((m) => m.end <= at && fits(m.actor)).at(-1)?.actor
  if (inParagraph) return inParagraph
  const before = s.earlier.findLast(fits)
  if (before) return before
  const organ = s.organ?.name
  return (byShortForm.get(wanted) ?? []).find((actor) => organ !== undefined && actor.speaks.includes(organ)) ?? null
}

/** An addressee with a proper name. The organ speaking about itself is `self` only in its decisions; the caller knows. */
export const addresseeOf = (actor: ActorName, asWritten: string | null): Addressee => ({
  asWritten,
  implied: asWritten === null,
  name: actor.name,
  class: actor.class,
})
