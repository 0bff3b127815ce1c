import type { Language } from '@resolute/reader'
import type { Actor, Directory } from './actor.ts'
import { foldName } from './name.ts'
import { qualifiers, restrictions } from './name-rules.ts'

/**
 * The directory over a list of actors. Throws where two actors have one id, or answer to one name.
 */
export function directoryOf(actors: readonly Actor[]): Directory {
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  if (byId.size < actors.length) throw new Error('parties: two actors have one id')
  const byName = new Map<string, Actor>()
  for (const actor of actors) {
    for (const name of namesOf(actor)) {
      const folded = foldName(name)
      const other = byName.get(folded)
      if (other && other !== actor) throw new Error(`parties: "${name}" names both ${other.id} and ${actor.id}`)
      byName.set(folded, actor)
    }
  }
  const isState = (id: string) => byId.get(id)?.kind === 'state'
  return {
    actor: (id) => byId.get(id) ?? null,
    actors: ({ kind, group } = {}) => actors.filter((a) => (!kind || a.kind === kind) && (!group || a.group === group)),
    find: (name) => found(byName, foldName(name)),
    groupsOf: (id) => {
      const group = byId.get(id)?.group
      return isState(id)
        ? actors.filter((a) => a.covers === 'every-state' || (a.kind === 'group' && a.group && a.group === group))
        : []
    },
    called(id, asRead, language) {
      const actor = id === null || language === 'en' ? undefined : byId.get(id)
      return actor?.name[language as Language] ?? asRead
    },
    groupsPerhapsOf: (id) => (isState(id) ? actors.filter((a) => a.covers === 'some-states') : []),
  }
}

function namesOf({ id, kind, name, short, aliases }: Actor): string[] {
  // The id of a State is a two-letter code, and codes are words too ("is", "it", "no"): it is no name.
  return [...Object.values(name), ...aliases, ...(short ? [short] : []), ...(kind === 'state' ? [] : [id])]
}

/** The whole name first, then without what may stand in front; the same for ever shorter pieces in front of a restriction. */
function found(byName: ReadonlyMap<string, Actor>, folded: string): Actor | null {
  for (const head of headsOf(folded)) {
    const actor = unqualified(byName, head)
    if (actor) return actor
  }
  return null
}

function unqualified(byName: ReadonlyMap<string, Actor>, folded: string): Actor | null {
  let rest = folded
  for (;;) {
    const actor = byName.get(rest)
    if (actor) return actor
    const rule = qualifiers.find(({ pattern }) => pattern.test(rest))
    if (!rule) return null
    rest = foldName(rest.replace(rule.pattern, ''))
  }
}

/** The name, then what stands before its last restriction, the one before that, and so on: the longest comes first. */
function headsOf(folded: string): string[] {
  const starts = new Set<number>()
  for (const { pattern } of restrictions) {
    for (const match of folded.matchAll(new RegExp(pattern, 'gu'))) starts.add(match.index)
  }
  const cuts = [...starts].filter((start) => start > 0).sort((a, b) => b - a)
  return [folded, ...cuts.map((start) => folded.slice(0, start))]
}
