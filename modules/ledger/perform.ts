import { type NotAllowed, type Permission, refusalOf, type Visitor } from '#platform/access'
import type { Database, Transaction } from '#platform/database'
import type { Json, Ledger } from './entry.ts'
import type { Sealed } from './sealed.ts'
import { doneBefore, keepAnswer } from './store-once.ts'
import { sealsOf } from './store-seals.ts'

/** What acts of a room stand on. Its schema holds a table `once` beside those that are sealed. */
export interface Performing<Table extends string> {
  readonly database: Database
  readonly now: () => Date
  readonly ledger: Ledger
  readonly sealed: Sealed<Table>
}

export interface Work {
  readonly transaction: Transaction
  readonly at: Date
  readonly by: Visitor
}

/** What an act did: its answer, the rows it wrote, what the ledger may tell of them. */
export interface Done<Answer, Table extends string> {
  readonly answer: Answer
  readonly rows: readonly { readonly table: Table; readonly key: string }[]
  readonly facts: Readonly<Record<string, Json>>
}

export interface ActRequest {
  readonly by: Visitor
  readonly permission: Permission
  /** The actors or invitations it concerns, for who holds a role for one of them: one that fits is enough. */
  readonly of: readonly (string | null)[]
  /** Key of the form it came by: the same one again changes nothing and is answered alike. */
  readonly once?: string | undefined
  /** What the ledger names: `dossier:<id>`, `actor:cl`. */
  readonly on: string
}

/**
 * One act: who may, then in one transaction whether this form was sent before, the change, one ledger entry. A refusal
 * leaves nothing behind. Throws what the work throws.
 */
export async function perform<
  Answer extends object,
  Refused extends { readonly refused: string },
  Table extends string,
>(
  { database, now, ledger, sealed }: Performing<Table>,
  { by, permission, of, once, on }: ActRequest,
  work: (work: Work) => Promise<Done<Answer, Table> | Refused>,
): Promise<Answer | Refused | NotAllowed> {
  const refusals = (of.length === 0 ? [null] : of).map((one) => refusalOf(by, permission, one))
  const notAllowed = refusals.includes(null) ? null : refusals[0]
  if (notAllowed) return notAllowed
  const form = once !== undefined && /^[\w-]{16,64}$/.test(once) ? once : null
  const transaction = await database.startTransaction().execute()
  try {
    const before = form === null ? null : await doneBefore(transaction, sealed.room, form, by.doer)
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
    if (form !== null) await keepAnswer(transaction, sealed.room, form, by.doer, done.answer, at)
    await enter({ ledger, sealed }, { transaction, by }, { act: permission.act, on }, done)
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

/** The entry of an act, with the seals of the rows it wrote: also for one done inside the transaction of another. */
export async function enter<Table extends string>(
  { ledger, sealed }: Pick<Performing<Table>, 'ledger' | 'sealed'>,
  { transaction, by }: Pick<Work, 'transaction' | 'by'>,
  { act, on }: { readonly act: string; readonly on: string },
  { rows, facts }: Pick<Done<object, Table>, 'rows' | 'facts'>,
): Promise<void> {
  const seals = (await sealsOf(transaction, sealed, rows)).map((seal) => ({ ...seal }))
  await ledger.append(transaction, { who: by.doer, act, on, data: { ...facts, rows: seals } })
}
