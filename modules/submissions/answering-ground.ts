import type { Visitor } from '#platform/access'
import type { Transaction } from '#platform/database'
import { type Ground, refusal } from './acting.ts'
import { openFilling } from './filling.ts'
import type { IssuedForm } from './form.ts'
import { settledForm } from './form-settled.ts'
import type { Manner } from './hands.ts'
import { type Written, writtenOn } from './keeping.ts'
import type { Refusal } from './refusal.ts'
import { sentRowsOf } from './store-answers.ts'
import { issuedForm } from './store-calls.ts'
import type { InvitationRow } from './store-invitations.ts'
import { type Sight, sightOf } from './visible.ts'

/** People who act for the actor of an invitation, with the unit they work in. */
export async function actingFor({ parties }: Pick<Ground, 'parties'>, actor: string | null) {
  if (actor === null) return []
  return (await parties.peopleOf(actor)).map(({ id, grants }) => ({
    person: id,
    unit: grants.find((grant) => grant.actor === actor)?.unit ?? null,
  }))
}

/** What every act that writes stands on, besides what all acts do. */
export interface AnsweringGround extends Ground {
  /** What one who writes has before them, in the act's transaction. */
  written(
    transaction: Transaction,
    row: InvitationRow,
    form: IssuedForm,
    sight: Sight,
    manner: Manner,
  ): Promise<Written>
  /** What a visitor may see. Found before an act begins: it holds one connection, and waits for no other. */
  sight(by: Visitor): Promise<Sight>
  /** The form that is out, its questions on whole texts with their paragraphs. */
  formOut(call: string): Promise<IssuedForm | null>
}

/** What acts that write stand on, opened once. */
export function openAnsweringGround(ground: Ground): AnsweringGround {
  const fill = openFilling()
  return {
    ...ground,
    async written(transaction, row, { form }, sight, { desk }) {
      const sent = (await sentRowsOf(transaction, row.key)).at(-1)?.answers ?? null
      return writtenOn(transaction, row.key, desk, sent, async () =>
        desk === 'own' ? fill(transaction, row, form, sight) : new Map(),
      )
    },
    sight: async (by) => sightOf(by, await ground.parties.directory()),
    async formOut(call) {
      const issued = await issuedForm(ground.database, call)
      return issued && { ...issued, form: await settledForm(ground.documents, issued.form) }
    },
  }
}

/** Why nothing may be written now, or null. */
export function mayWrite(manner: Manner | null, row: InvitationRow, seen: number | undefined): Refusal | null {
  if (manner === null || !row.stands) return refusal('no-such-invitation')
  if (!manner.may.write) return refusal('held-elsewhere')
  return seen !== undefined && seen !== row.acts ? refusal('changed-since') : null
}

/** An answer is begun by those who answer, not by what the office writes down. */
export const begun = ({ state }: InvitationRow, { desk }: Manner): { readonly state?: 'begun' } =>
  desk === 'own' && (state === 'invited' || state === 'asked' || state === 'opened') ? { state: 'begun' } : {}
