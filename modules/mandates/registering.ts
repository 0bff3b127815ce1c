import type { MandateReading } from '@resolute/reader'
import type { Calendar, SessionTable } from '#modules/calendar'
import { adoptionOf, type Documents, type DocumentVersion, type VersionListener } from '#modules/documents'
import type { Json, Ledger } from '#modules/ledger'
import type { Directory, Parties } from '#modules/parties'
import type { Database, Transaction } from '#platform/database'
import { decidedOf } from './decided.ts'
import { type MandateRecord, mandateId, recordsOf } from './register.ts'
import { keptOf } from './rows-readings.ts'
import type { Rules } from './rules.ts'
import { holdDues, insertDues, supersede } from './store.ts'
import { figuresOf } from './store-counts.ts'
import { holdReading, keepReadings, noteReading, numbersOf, personReadingsOf, readOtherwise } from './store-readings.ts'
import { duesOf, horizonOf } from './working-out.ts'

/** What registering needs of the rooms to the left. */
export interface Around {
  readonly database: Database
  readonly ledger: Ledger
  readonly parties: Parties
  readonly calendar: Calendar
  readonly documents: Documents
  readonly rules: Rules
}

/** Figures and seal of a version, for the ledger entry of whatever changed it. */
export type Figures = Awaited<ReturnType<typeof figuresOf>>

/** Act by which the program reads a text with newer rules. */
export const reReadAct = 'mandates.re-read'

export interface Registering {
  register(transaction: Transaction, version: DocumentVersion): Promise<Figures>
  /** Whether a version's rows are those the ledger knows: what changes them next would else seal what was tampered with. */
  isWhole(transaction: Transaction, version: DocumentVersion): Promise<boolean>
  /** What is asked for before a transaction, so that none waits inside for another connection. */
  known(): Promise<Known>
  /** What a version says of one mandate, as decided by now: kept anew. */
  keepOne(transaction: Transaction, version: DocumentVersion, mandate: string, known: Known): Promise<Figures>
  reRead(): Promise<number>
  onReadAnew(listener: VersionListener): void
}

/** Who can be asked, and when sessions are. */
export interface Known {
  readonly directory: Directory
  readonly table: SessionTable
}

/** Reads versions of documents into the register: at their import, at a decision by a person, with newer rules. */
export function openRegistering({ database, ledger, parties, calendar, documents, rules }: Around): Registering {
  const listeners: VersionListener[] = []
  const tell = async (transaction: Transaction, version: DocumentVersion) => {
    for (const listener of listeners) await listener(transaction, version)
  }
  const known = async (): Promise<Known> => ({ directory: await parties.directory(), table: await calendar.table() })

  /** The records of a version by the rules and by what persons decided. Of a new document nothing is kept or decided. */
  async function recordsIn(
    transaction: Transaction,
    version: DocumentVersion,
    { directory, table }: Known,
    isNew = false,
  ) {
    const { document, outline } = version
    const decided = decidedOf(isNew ? [] : (await personReadingsOf(transaction, document)).map(keptOf))
    const readings: readonly MandateReading[] = rules.read(outline, decided.given)
    return recordsOf(readings, {
      document,
      units: new Map(outline.units.map((unit) => [unit.id, { unit, context: adoptionOf(unit, version, table) }])),
      numbers: isNew ? new Map() : await numbersOf(transaction, document),
      decided,
      actorOf: (name) => directory.find(name)?.id ?? null,
    })
  }

  async function keep(
    transaction: Transaction,
    version: DocumentVersion,
    records: readonly MandateRecord[],
    { table }: Known,
    isNew = false,
  ) {
    const horizon = horizonOf(table)
    const worked = await keepReadings(transaction, version, records, {
      due: (duty) => duesOf(duty, table, horizon),
      isNew,
    })
    await insertDues(transaction, worked)
    return figuresOf(transaction, version)
  }

  async function register(transaction: Transaction, version: DocumentVersion) {
    await holdDues(transaction, 'with others')
    await holdReading(transaction, version.document)
    const now = await known()
    const isNew = version.version === 1
    const records = await recordsIn(transaction, version, now, isNew)
    if (!isNew) await supersede(transaction, version.document, version.version)
    await noteReading(transaction, version.document, version.version, rules.fingerprint)
    return keep(transaction, version, records, now, isNew)
  }

  /** The seal of a document's mandates as the ledger told it last: at an import, a re-reading or a decision. */
  async function sealTold(transaction: Transaction, document: string): Promise<string | null> {
    const [decided] = await personReadingsOf(transaction, document)
    const on = [
      `document:${document}`,
      ...(decided ? [`mandate:${mandateId(document, decided.unit, decided.path)}`] : []),
    ]
    let last: { seq: number; seal: string } | null = null
    for (const thing of on) {
      for await (const { seq, data } of ledger.stream({ on: thing }, transaction)) {
        const seal = (data as { mandatesSeal?: string } | null)?.mandatesSeal
        if (seal !== undefined && seq > (last?.seq ?? 0)) last = { seq, seal }
      }
    }
    return last?.seal ?? null
  }

  async function isWhole(transaction: Transaction, version: DocumentVersion): Promise<boolean> {
    const told = await sealTold(transaction, version.document)
    return told === null || told === (await figuresOf(transaction, version)).mandatesSeal
  }

  /**
   * One transaction a document; nothing is written to the ledger where the newer rules read the same. Rows that are not
   * those the ledger knows are left as they are: reading them anew would wipe the traces of whoever changed them.
   */
  async function reReadOne(document: string): Promise<boolean> {
    const found = await documents.document(document)
    if (!found) return false
    const { version } = found
    const now = await known()
    return database.transaction().execute(async (transaction) => {
      await holdDues(transaction, 'with others')
      const read = await holdReading(transaction, document)
      if (read?.version !== version.version || read.rules === rules.fingerprint) return false
      const before = await figuresOf(transaction, version)
      if (!(await isWhole(transaction, version))) return false
      const after = await keep(transaction, version, await recordsIn(transaction, version, now), now)
      await tell(transaction, version)
      await noteReading(transaction, document, version.version, rules.fingerprint)
      if (after.mandatesSeal === before.mandatesSeal) return true
      const data: Json = { ...after, version: version.version, rules: rules.fingerprint, rulesBefore: read.rules }
      await ledger.append(transaction, { who: 'system:rules', act: reReadAct, on: `document:${document}`, data })
      return true
    })
  }

  return {
    register,
    isWhole,
    known,
    async keepOne(transaction, version, mandate, now) {
      const records = await recordsIn(transaction, version, now)
      const own = records.filter(({ id }) => id === mandate)
      const figures = await keep(transaction, version, own, now)
      await tell(transaction, version)
      return figures
    },
    onReadAnew: (listener) => void listeners.push(listener),
    async reRead() {
      let read = 0
      for (const document of await readOtherwise(database, rules.fingerprint)) {
        if (await reReadOne(document)) read++
      }
      return read
    },
  }
}
