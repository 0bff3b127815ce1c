import type { Directory } from '#modules/parties'
import { isMailAddress } from '#platform/mail'
import type { InviteeGiven } from './invitation.ts'
import type { FieldError } from './refusal.ts'
import type { NewInvitation } from './store-invitations.ts'

/** The longest name of an organization or a person. */
const longestName = 300

/** The most who are invited in one act. */
const mostInvitees = 1000

/** Actors a name stands for: the members of a group that has a list, else the one; null where nobody can say who. */
export function membersOf(directory: Directory, id: string): readonly string[] | null {
  const actor = directory.actor(id)
  if (!actor) return null
  if (actor.kind !== 'group') return [actor.id]
  const members =
    actor.covers === 'every-state'
      ? directory.actors({ kind: 'state' })
      : actor.group
        ? directory.actors({ kind: 'state', group: actor.group })
        : null
  return members?.map(({ id: member }) => member) ?? null
}

/** Each who is meant, once, with members in the place of groups; or what is wrong with whom. */
export function inviteesOf(
  directory: Directory,
  given: readonly InviteeGiven[],
): { readonly invitees: readonly (NewInvitation & { readonly asked: boolean })[] } | readonly FieldError[] {
  const errors: FieldError[] = []
  const found = new Map<string, NewInvitation & { readonly asked: boolean }>()
  given.forEach((one, at) => {
    const email = one.email?.trim() || null
    if (email !== null && !isMailAddress(email)) errors.push({ field: `${at}.email`, code: 'no-mail-address' })
    if (one.kind !== 'actor') {
      const name = one.name.trim()
      if (name === '') errors.push({ field: `${at}.name`, code: 'missing' })
      if (name.length > longestName) {
        errors.push({ field: `${at}.name`, code: 'too-long', facts: { most: longestName } })
      }
      const { kind, language } = one
      found.set(keyOf({ kind, actor: null, name }), { kind, actor: null, name, email, language, asked: true })
      return
    }
    const members = membersOf(directory, one.actor)
    if (members === null) errors.push({ field: `${at}.actor`, code: 'no-such-actor' })
    for (const id of members ?? []) {
      const actor = directory.actor(id)!
      // an address is that of the one who was named, never of each member of a group
      const named = id === one.actor
      if (!named && found.has(id)) continue
      const invitee = { kind: 'actor', actor: id, name: actor.name.en, email: named ? email : null } as const
      found.set(id, { ...invitee, language: one.language ?? 'en', asked: one.language != null })
    }
  })
  if (found.size > mostInvitees) errors.push({ field: 'invitees', code: 'too-many', facts: { most: mostInvitees } })
  return errors.length > 0 ? errors : { invitees: [...found.values()] }
}

/** What makes two invitations to one call the same. */
export const keyOf = ({ actor, kind, name }: Pick<NewInvitation, 'kind' | 'actor' | 'name'>): string =>
  actor ?? `${kind}:${name.trim().toLowerCase()}`
