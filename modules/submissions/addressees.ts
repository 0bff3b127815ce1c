import type { Obligation } from '#modules/mandates'
import type { Actor, Directory } from '#modules/parties'
import type { CallProposal } from './call.ts'

type Addressee = CallProposal['addressees'][number]

const addressee = ({ actor, actorAsWritten, actorName }: Obligation): Addressee => ({
  actor,
  asWritten: actorAsWritten ?? actorName,
})

const each = (found: readonly Addressee[]): readonly Addressee[] => [
  ...new Map(found.map((one) => [one.actor ?? one.asWritten, one] as const)).values(),
]

/** Those whom somebody else is to ask, and those whose answer goes into another's report. */
function askedThrough(obligations: readonly Obligation[]): readonly Obligation[] {
  const byId = new Map(obligations.map((obligation) => [obligation.id, obligation]))
  const through = new Set(
    obligations.flatMap(({ links }) => links.flatMap(({ how, to }) => (how === 'asks-for' ? [to] : []))),
  )
  return obligations.filter(
    ({ id, actor, links }) =>
      through.has(id) ||
      links.some(({ how, to }) => how === 'feeds' && byId.get(to) !== undefined && byId.get(to)?.actor !== actor),
  )
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Groups a sentence names ("the needs of States"), in its order; the longest name counts, and a name keeps its capitals. */
export function groupsNamed(text: string, groups: readonly Actor[]): readonly Addressee[] {
  const names = groups
    .flatMap(({ id, name, aliases }) => [...Object.values(name), ...aliases].map((one) => ({ id, name: one })))
    .sort((a, b) => b.name.length - a.name.length)
  const taken: { readonly id: string; readonly start: number; readonly end: number; readonly name: string }[] = []
  for (const { id, name } of names) {
    for (const { index: start } of text.matchAll(new RegExp(`(?<![\\p{L}-])${escaped(name)}(?![\\p{L}-])`, 'gu'))) {
      const end = start + name.length
      if (!taken.some((one) => start < one.end && end > one.start)) taken.push({ id, start, end, name })
    }
  }
  return taken.sort((a, b) => a.start - b.start).map(({ id, name }) => ({ actor: id, asWritten: name }))
}

/**
 * Whom a paragraph wants answers from: those somebody is to ask or whose answers feed another's report; else the groups
 * it asks something of itself; else the groups that what is asked names.
 */
export function addresseesIn(obligations: readonly Obligation[], directory: Directory): readonly Addressee[] {
  const standing = obligations.filter(({ stands }) => stands)
  const through = each(askedThrough(standing).map(addressee))
  if (through.length > 0) return through
  const isGroup = ({ actor }: Obligation) => actor !== null && directory.actor(actor)?.kind === 'group'
  const groups = each(standing.filter(isGroup).map(addressee))
  if (groups.length > 0) return groups
  return each(groupsNamed(standing.map(({ action }) => action).join('\n'), directory.actors({ kind: 'group' })))
}

/** Who gathers the answers: who is to ask, else who reports on them, else who is asked for anything by itself. */
export function callerIn(obligations: readonly Obligation[], addressees: readonly Addressee[]): string | null {
  const standing = obligations.filter(
    ({ stands, actor }) => stands && actor !== null && !addressees.some((one) => one.actor === actor),
  )
  const asking = standing.find(({ links }) => links.some(({ how }) => how === 'asks-for'))
  const reporting = standing.find(({ kind }) => kind === 'report')
  return (asking ?? reporting ?? standing[0])?.actor ?? null
}
