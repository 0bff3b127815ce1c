import type { Documents } from '#modules/documents'
import type { Json, Ledger } from '#modules/ledger'
import type { Directory, Parties } from '#modules/parties'
import { type Permission, refusalOf, type Visitor } from '#platform/access'
import type { Database, Transaction } from '#platform/database'
import type { Files } from '#platform/files'
import type { FieldError, Outcome, Refusal } from './dossier.ts'
import { type Followable, type FollowableProvider, partsOf } from './followable.ts'
import type { Acted, DossierEvent } from './room.ts'
import { doneBefore, dossierRow, keepAnswer, replyRow } from './store.ts'
import { type SealedTable, sealsOf } from './store-seals.ts'

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

export interface Work {
  readonly transaction: Transaction
  readonly at: Date
  readonly by: Visitor
}

/** What an act did: its answer, the rows it wrote, what the ledger may tell of them, and whom it went to. */
export interface Done<Answer> {
  readonly answer: Answer
  readonly rows: readonly { readonly table: SealedTable; readonly key: string }[]
  readonly facts: Readonly<Record<string, Json>>
  readonly events: readonly Omit<DossierEvent, 'act' | 'by'>[]
}

export interface ActRequest {
  readonly by: Visitor
  readonly permission: Permission
  /** The actor it concerns, for the permission of a focal point. */
  readonly actor: string | null
  readonly once?: string | undefined
  /** What the ledger names: `dossier:<id>`, `actor:cl`. */
  readonly on: string
}

export const refusal = (refused: Exclude<Refusal['refused'], 'not-allowed' | 'invalid'>): Refusal => ({ refused })
export const invalid = (errors: readonly FieldError[]): Refusal => ({ refused: 'invalid', errors })

/**
 * One act: who may, then in one transaction whether this form was sent before, the change, one ledger entry, those who
 * listen. A refusal leaves nothing behind.
 */
export async function perform<Answer extends object>(
  { database, now, ledger, listeners }: ActGround,
  { by, permission, actor, once, on }: ActRequest,
  work: (work: Work) => Promise<Done<Answer> | Refusal>,
): Promise<Outcome<Answer>> {
  const notAllowed = refusalOf(by, permission, actor)
  if (notAllowed) return notAllowed
  const form = once !== undefined && /^[\w-]{16,64}$/.test(once) ? once : null
  const transaction = await database.startTransaction().execute()
  try {
    const before = form === null ? null : await doneBefore(transaction, form, by.doer)
    if (before) {
      await transaction.rollback().execute()
      return before as Answer
    }
    const at = now()
    const done = await work({ transaction, at, by })
    if ('refused' in done) {
      await transaction.rollback().execute()
      return done
    }
    for (const event of done.events) {
      for (const listener of listeners) await listener(transaction, { ...event, act: permission.act, by })
    }
    if (form !== null) await keepAnswer(transaction, form, by.doer, done.answer, at)
    const rows = (await sealsOf(transaction, done.rows)).map((seal) => ({ ...seal }))
    await ledger.append(transaction, { who: by.doer, act: permission.act, on, data: { ...done.facts, rows } })
    await transaction.commit().execute()
    return done.answer
  } catch (error) {
    if (!transaction.isCommitted && !transaction.isRolledBack)
      await transaction
        .rollback()
        .execute()
        .catch(() => {})
    throw error
  }
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

/** The same for an act, which needs it to stand: one that went from the register takes nothing more. */
export async function askedToAct(ground: ActGround, id: string): Promise<Followable | Refusal> {
  const asked = await findAsked(ground, id)
  if (asked) return asked
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
