import type { Mandates, Obligation } from '#modules/mandates'
import type { Followable, FollowableProvider } from './followable.ts'

/** The obligations of the register, as something that can be followed up. */
export function obligationsToFollow(mandates: Mandates): FollowableProvider {
  return {
    kind: 'obligation',
    view: 'mandates.followables',
    dues: 'mandates.followable_dues',
    current: () => mandates.current(),
    find: async (ids) => (await mandates.obligationsById(ids)).map(followableOf),
  }
}

/** An obligation as something that can be followed up. */
export function followableOf(obligation: Obligation): Followable {
  const { id, actor, actorName, action, subject, document, unit, path, dues, continuing, force, mandate } = obligation
  return {
    kind: 'obligation',
    id,
    holder: mandate,
    actor,
    actorName,
    title: action,
    subject,
    anchor: { document, unit, path },
    dues,
    continuing,
    force,
    acceptable: force === 'recommendation',
  }
}
