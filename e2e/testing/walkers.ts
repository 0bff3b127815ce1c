import { type GrantedRole, program } from '#platform/access'
import type { Rooms } from '../../modules/modules.ts'
import { type SignedInAs, signInAs } from '../../modules/parties/testing/sign-in-as.ts'

/** Somebody who tries everything: nobody, somebody signed in without a role, and each role; a focal point twice. */
export interface Walker {
  readonly name: 'nobody' | 'somebody' | 'foreign-focal-point' | GrantedRole
  /** A cookie that stands for them; a new one where a request ended the session before. */
  readonly cookie: () => Promise<string | null>
}

/** The actor whose things are tried, and one who has no part in them. */
export const own = 'unodc'
export const foreign = 'pe'

export function walkers({ parties }: Rooms): readonly Walker[] {
  const kept = (signIn: () => Promise<SignedInAs>) => {
    let last: SignedInAs | null = null
    return async () => {
      if (last === null || !(await parties.recognise(last.value))) last = await signIn()
      return last.cookie
    }
  }
  const as = (name: Walker['name'], role: GrantedRole, actor: string | null = null): Walker => ({
    name,
    cookie: kept(() => signInAs(parties, { role, ...(actor && { actor }) })),
  })
  return [
    { name: 'nobody', cookie: async () => null },
    {
      name: 'somebody',
      cookie: kept(async () => {
        const signedIn = await signInAs(parties, { role: 'evaluator' })
        const [grant] = (await parties.person(signedIn.person))?.grants ?? []
        await parties.endGrant(program('system:test'), grant?.id ?? '')
        return signedIn
      }),
    },
    as('focal-point', 'focal-point', own),
    as('foreign-focal-point', 'focal-point', foreign),
    as('officer', 'officer'),
    as('evaluator', 'evaluator'),
    as('administrator', 'administrator'),
  ]
}
