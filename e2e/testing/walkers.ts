import type { GrantedRole } from '#platform/access'
import type { Rooms } from '../../modules/modules.ts'
import { signInAs } from '../../modules/parties/testing/sign-in-as.ts'

/** Somebody who tries everything: nobody, somebody signed in without a role, and each role; a focal point twice. */
export interface Walker {
  readonly name: 'nobody' | 'somebody' | 'foreign-focal-point' | GrantedRole
  /** A cookie of a session of its own for each request, since some requests end it. */
  readonly cookie: () => Promise<string | null>
}

/** The actor whose things are tried, and one who has no part in them. */
export const own = 'unodc'
export const foreign = 'pe'

export function walkers({ parties }: Rooms): readonly Walker[] {
  const as = (name: Walker['name'], role: GrantedRole, actor: string | null = null): Walker => ({
    name,
    cookie: async () => (await signInAs(parties, { role, ...(actor && { actor }) })).cookie,
  })
  return [
    { name: 'nobody', cookie: async () => null },
    {
      name: 'somebody',
      cookie: async () => {
        const { cookie, person, visitor } = await signInAs(parties, { role: 'evaluator' })
        const [grant] = (await parties.person(person))?.grants ?? []
        const administrator = { ...visitor, grants: [{ role: 'administrator', actor: null }] } as const
        await parties.endGrant(administrator, grant?.id ?? '')
        return cookie
      },
    },
    as('focal-point', 'focal-point', own),
    as('foreign-focal-point', 'focal-point', foreign),
    as('officer', 'officer'),
    as('evaluator', 'evaluator'),
    as('administrator', 'administrator'),
  ]
}
