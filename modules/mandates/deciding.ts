import { type Clause, completeClauses, type GivenClause, type ParagraphInput } from '@resolute/reader'
import type { DocumentVersion } from '#modules/documents'
import type { Json } from '#modules/ledger'
import { type Permission, refusalOf, type Visitor } from '#platform/access'
import type { Transaction } from '#platform/database'
import { hashOfWords } from './decided.ts'
import { storable } from './limits.ts'
import type { Mandate, Obligation } from './obligation.ts'
import { acceptReading, correctReading, markNoMandate, withdrawCorrection } from './permissions.ts'
import type { PersonReadingKind } from './reading.ts'
import type { ReadingRefusal, ReadingRequest, ReadingResult, Readings } from './readings.ts'
import type { Around, Known, Registering } from './registering.ts'
import { mandateOf } from './rows.ts'
import { holdDues } from './store.ts'
import { holdReading, insertPersonReading } from './store-readings.ts'
import { mandateById } from './store-register.ts'
import { personSealsOf } from './store-seals.ts'

/** A note is a few words, not a file. */
export const longestNote = 2000

/** What the acts need besides the rooms. */
export interface Deciding extends Around {
  readonly registering: Registering
  readonly now: () => Date
  /** The mandate as it stands, with its obligations. */
  standing(id: string): Promise<{ readonly mandate: Mandate; readonly obligations: readonly Obligation[] } | null>
}

/** What a decision does to the clauses of a mandate. */
interface Decision {
  readonly kind: PersonReadingKind
  readonly clauses: readonly Clause[] | null
}

/** The acts by which persons decide how a paragraph is read. */
export function openDeciding(
  around: Deciding,
): Pick<Readings, 'acceptReading' | 'correctReading' | 'markNoMandate' | 'withdrawCorrection' | 'previewReading'> {
  const { database, ledger, documents, rules, registering, now, standing } = around

  async function decide(
    permission: Permission,
    visitor: Visitor,
    given: string,
    request: ReadingRequest,
    decisionOn: (mandate: Mandate) => Decision | ReadingRefusal,
  ): Promise<ReadingResult> {
    const id = storable(given)
    const notAllowed = refusalOf(visitor, permission)
    if (notAllowed) return notAllowed
    if (request.note.length > longestNote) return { refused: 'too-long', limit: longestNote }
    const before = await standing(id)
    const found = before && (await documents.document(before.mandate.document))
    if (!found) return { refused: 'no-such-mandate' }
    const known = await registering.known()
    const result = await database.transaction().execute(async (transaction): Promise<ReadingRefusal | null> => {
      const mandate = await held(transaction, id, found.version)
      if (mandate?.reading.seen !== request.seen)
        return { refused: 'reading-changed', mandate: mandate ?? before.mandate }
      const decision = decisionOn(mandate)
      if ('refused' in decision) return decision
      if (!(await registering.isWhole(transaction, found.version))) return { refused: 'not-whole' }
      await record(transaction, permission.act, visitor, request.note, mandate, decision, found.version, known)
      return null
    })
    if (result) return result
    const after = await standing(id)
    return after ?? { refused: 'no-such-mandate' }
  }

  /** The mandate, which nobody else changes until the transaction ends; null where its document changed meanwhile. */
  async function held(transaction: Transaction, id: string, version: DocumentVersion): Promise<Mandate | null> {
    await holdDues(transaction, 'with others')
    const read = await holdReading(transaction, version.document)
    const row = await mandateById(transaction, id)
    return row && read?.version === version.version && row.version === version.version ? mandateOf(row) : null
  }

  async function record(
    transaction: Transaction,
    act: string,
    visitor: Visitor,
    note: string,
    mandate: Mandate,
    { kind, clauses }: Decision,
    version: DocumentVersion,
    known: Known,
  ): Promise<void> {
    const { document, unit, path, text, context, reading } = mandate
    const key = await insertPersonReading(transaction, {
      document,
      unit,
      path,
      text_hash: hashOfWords({ text, context }),
      text,
      context,
      kind,
      clauses,
      rule_clauses: reading.ruleClauses,
      rules: rules.fingerprint,
      note: note.trim().replaceAll('\u0000', '\uFFFD'),
      by: visitor.doer,
      at: now(),
    })
    const figures = await registering.keepOne(transaction, version, mandate.id, known)
    const [sealed] = await personSealsOf(transaction, key)
    const data: Json = {
      document,
      version: version.version,
      ...figures,
      reading: Number(key),
      readingSeal: sealed?.seal ?? '',
      clauses: clauses?.length ?? null,
      clausesByRules: reading.ruleClauses.length,
    }
    await ledger.append(transaction, { who: visitor.doer, act, on: `mandate:${mandate.id}`, data })
  }

  return {
    acceptReading: (visitor, id, request) =>
      decide(acceptReading, visitor, id, request, ({ reading: { ruleClauses, person, look } }) => {
        const counts = person !== null && look !== 'text-changed'
        if (ruleClauses.length === 0 && !counts) return { refused: 'nothing-to-accept' }
        return { kind: 'accepted', clauses: ruleClauses.map((clause) => byPerson(clause, visitor.doer)) }
      }),
    correctReading: (visitor, id, request) =>
      decide(correctReading, visitor, id, request, (mandate) => {
        const done = completed(mandate, request.clauses, visitor.doer)
        if (done.faults.length > 0) return { refused: 'not-in-text', faults: done.faults }
        return { kind: 'corrected', clauses: done.clauses }
      }),
    markNoMandate: (visitor, id, request) =>
      decide(markNoMandate, visitor, id, request, () => ({ kind: 'no-mandate', clauses: [] })),
    withdrawCorrection: (visitor, id, request) =>
      // One left behind by a change of the text is withdrawn too: then it is shown no more.
      decide(withdrawCorrection, visitor, id, request, ({ reading }) =>
        reading.person === null ? { refused: 'nothing-to-withdraw' } : { kind: 'withdrawn', clauses: null },
      ),
    async previewReading(id, given) {
      const found = await standing(storable(id))
      const document = found && (await documents.document(found.mandate.document))
      if (!found || !document) return { refused: 'no-such-mandate' }
      const { mandate } = found
      const done = completed(mandate, given, 'person')
      if (done.faults.length > 0) return { refused: 'not-in-text', faults: done.faults }
      const { outline } = document.version
      const units = outline.units.filter(({ id: unit }) => unit === mandate.unit)
      const readings = rules.read({ ...outline, units }, ({ unit, path }) =>
        unit === mandate.unit && path === mandate.path ? { clauses: done.clauses, by: 'person' } : null,
      )
      const reading = readings.find(({ path }) => path === mandate.path)
      return { clauses: done.clauses, obligations: reading?.obligations ?? [] }
    },
  }
}

function completed(mandate: Mandate, given: readonly GivenClause[], by: string) {
  return completeClauses(paragraphOf(mandate), given, mandate.reading.ruleClauses, by)
}

/** A mandate as the reader takes a paragraph. */
export const paragraphOf = ({ id, text, context, organ }: Mandate): ParagraphInput & { readonly id: string } => ({
  id,
  text,
  context: context.length > 0 ? context.join('\n') : null,
  organ,
})

function byPerson({ doubts: _doubts, ...clause }: Clause, by: string): Clause {
  return { ...clause, by, certainty: 1 }
}
