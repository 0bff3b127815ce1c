import type { Documents } from '#modules/documents'
import {
  type Ledger,
  type Done as Performed,
  perform as performed,
  type ActRequest as Request,
  type Work,
} from '#modules/ledger'
import type { Directory, Parties } from '#modules/parties'
import type { Database, Transaction } from '#platform/database'
import type { Files } from '#platform/files'
import type { FieldError, Outcome, Refusal } from './dossier.ts'
import { type Followable, type FollowableProvider, partsOf } from './followable.ts'
import type { Acted, DossierEvent } from './room.ts'
import { type SealedTable, sealed } from './seals.ts'
import { dossierRow, replyRow } from './store.ts'

export type { Work }

/** What the acts stand on. */
export interface ActGround {
  readonly database: Database
  readonly now: () => Date
  readonly ledger: Ledger
  readonly parties: Parties
  readonly documents: Documents
  readonly files: Files
  readonly providers: readonly FollowableProvider[]
  readonly listeners: readonly ((transaction: Transaction, event: DossierEvent) => Promise<void>)[]
}

/** What an act did: as in every room, and whom it went to. */
export interface Done<Answer> extends Performed<Answer, SealedTable> {
  readonly events: readonly Omit<DossierEvent, 'act' | 'by'>[]
}

export interface ActRequest extends Omit<Request, 'of'> {
  /** The actor it concerns, for the permission of a focal point. */
  readonly actor: string | null
}

export const refusal = (refused: Exclude<Refusal['refused'], 'not-allowed' | 'invalid'>): Refusal => ({ refused })
export const invalid = (errors: readonly FieldError[]): Refusal => ({ refused: 'invalid', errors })

/** One act, as in every room, and then those who listen. */
export function perform<Answer extends object>(
  { database, now, ledger, listeners }: ActGround,
  { actor, ...request }: ActRequest,
  work: (work: Work) => Promise<Done<Answer> | Refusal>,
): Promise<Outcome<Answer>> {
  return performed<Answer, Refusal, SealedTable>(
    { database, now, ledger, sealed },
    { ...request, of: [actor] },
    async (given) => {
      const done = await work(given)
      if ('refused' in done) return done
      for (const event of done.events) {
        for (const listener of listeners) {
          await listener(given.transaction, { ...event, act: request.permission.act, by: request.by })
        }
      }
      return done
    },
  )
}

/** What is asked under an id, where it stands in its room now. */
export async function findAsked({ providers }: ActGround, id: string): Promise<Followable | null> {
  if (!partsOf(id)) return null
  for (const provider of providers) {
    const [asked] = await provider.find([id])
    if (asked) return asked
  }
  return null
}

/**
 * The same for an act on a reply, which needs it to stand: one that went from the register takes nothing more, and an
 * invitation is answered in its own room.
 */
export async function askedToAct(ground: ActGround, id: string): Promise<Followable | Refusal> {
  const asked = await findAsked(ground, id)
  if (asked) return asked.kind === 'invitation' ? refusal('answered-in-call') : asked
  return refusal((await dossierRow(ground.database, id)) ? 'gone' : 'no-such-dossier')
}

/** Whether an actor is asked by this: by name, or as one of a group, certainly or perhaps. */
export function isAsked({ actor: asked }: Followable, actor: string, directory: Directory): boolean {
  if (asked === actor) return true
  return [...directory.groupsOf(actor), ...directory.groupsPerhapsOf(actor)].some(({ id }) => id === asked)
}

/** Whether an actor's reply is one it was given or took up, without being asked by name or as a member for certain. */
export function isGiven({ actor: asked }: Followable, actor: string, directory: Directory): boolean {
  return asked !== actor && !directory.groupsOf(actor).some(({ id }) => id === asked)
}

/** Where an actor may answer: it is asked, or the office has given it the reply. */
export async function mayAnswer(ground: ActGround, asked: Followable, actor: string): Promise<boolean> {
  if (isAsked(asked, actor, await ground.parties.directory())) return true
  const dossier = await dossierRow(ground.database, asked.id)
  return dossier !== null && (await replyRow(ground.database, dossier.key, actor)) !== null
}

/** How many are asked: one, all States, a regional group, or an unknown number. */
export function countAsked({ actor }: Followable, directory: Directory): number {
  const found = actor === null ? null : directory.actor(actor)
  if (found?.kind !== 'group') return 1
  if (found.covers === 'every-state') return directory.actors({ kind: 'state' }).length
  if (found.group) return directory.actors({ kind: 'state', group: found.group }).length
  return Number.POSITIVE_INFINITY
}

/** People who act for an actor, with the unit they work in. */
export async function actingFor({ parties }: ActGround, actor: string) {
  return (await parties.peopleOf(actor)).map(({ id, grants }) => ({
    person: id,
    unit: grants.find((grant) => grant.actor === actor)?.unit ?? null,
  }))
}

export const actedOn = (id: string): Acted => ({ id })
