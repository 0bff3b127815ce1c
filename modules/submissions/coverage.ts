import type { Language } from '@resolute/reader'
import type { Actor, RegionalGroup } from '#modules/parties'
import type { Coverage } from './finding.ts'
import { type Invited, inOrderOfNames, type Named, type Received, submissionAddress } from './received.ts'

/** Regional groups in the order the United Nations list them, then who belongs to none. */
export const coverageGroups = [
  'africa',
  'asia-pacific',
  'eastern-europe',
  'latin-america-caribbean',
  'western-europe-others',
  'organization',
  'person',
  'entity',
] as const satisfies readonly (RegionalGroup | 'organization' | 'person' | 'entity')[]

export type CoverageGroup = (typeof coverageGroups)[number]

/** Where one who was invited is counted: a State in its regional group, others by what they are. */
export function groupOf({ kind, actor }: Pick<Invited, 'kind' | 'actor'>, known: Actor | null): CoverageGroup {
  if (kind !== 'actor' || actor === null) return kind === 'person' ? 'person' : 'organization'
  return known?.kind === 'state' && known.group
    ? known.group
    : known?.kind === 'organization'
      ? 'organization'
      : 'entity'
}

/** Who was asked and what stands of each, by group. Silence is no information: it says nothing of anybody. Pure. */
export function coverageOf(
  { call, invited }: Received,
  actorOf: (id: string) => Actor | null,
  named: Named,
  language: Language,
): Coverage {
  const group = (one: Invited) => groupOf(one, one.actor === null ? null : actorOf(one.actor))
  const byGroup = Map.groupBy(invited, group)
  return {
    groups: coverageGroups.flatMap((id) => {
      const members = byGroup.get(id)
      if (!members) return []
      return [
        {
          group: id,
          invited: members.length,
          submitted: members.filter(({ sent }) => sent?.state === 'standing').length,
          members: inOrderOfNames(members, named, language).map((one) => ({
            invitation: one.n,
            actor: one.actor,
            name: named(one),
            state: stateOf(one),
            address:
              one.sent?.state === 'standing' && one.sent.seen ? submissionAddress({ call, invitation: one.n }) : null,
          })),
        },
      ]
    }),
  }
}

function stateOf({ sent }: Invited): Coverage['groups'][number]['members'][number]['state'] {
  if (!sent) return 'no_information'
  if (sent.state === 'withdrawn') return 'withdrawn'
  return sent.late ? 'late' : 'submitted'
}
