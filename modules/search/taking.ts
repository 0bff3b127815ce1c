import type { Calendar } from '#modules/calendar'
import { adoptionOf, type Documents, type DocumentVersion } from '#modules/documents'
import type { Parties } from '#modules/parties'
import type { Database, Transaction } from '#platform/database'
import { merge, settle } from './merging.ts'
import { numberOf, symbolKey } from './place.ts'
import type { FillOptions } from './search.ts'
import { askedIn, countWithoutEntry, holdWithoutEntry, keepEntry, type UnitRow, withoutEntry } from './store.ts'
import type { Stems } from './store-stems.ts'

interface Around {
  readonly database: Database
  readonly documents: Documents
  readonly calendar: Calendar
  readonly parties: Parties
  readonly stems: Stems
}

const atOnce = 50
/** So few entries may wait for long: every process reads them anew when it is first asked something. */
const fewPending = 16

/** Brings texts into the index, and the index into shape. */
export function openTaking({ database, documents, calendar, parties, stems }: Around) {
  let whole = false

  async function take(transaction: Transaction, version: DocumentVersion): Promise<Record<string, never>> {
    const { document, outline, language, title, adopted } = version
    const [table, directory] = [await calendar.table(), await parties.directory()]
    const units = outline.units.map((unit): UnitRow => {
      const outer = outline.units.find(({ id }) => id === unit.parent)
      const organ = unit.organ ?? outer?.organ ?? null
      return {
        unit: unit.id,
        type: unit.type,
        number: unit.number,
        title: unit.title,
        body: organ === null ? null : (directory.find(organ)?.id ?? null),
        adopted: adoptionOf(unit, version, table).adopted,
        symbol: symbolKey(unit.id),
        short: numberOf(symbolKey(unit.id)) ?? (unit.number === null ? null : symbolKey(unit.number)),
      }
    })
    const actors = new Map((await askedIn(transaction, document)).map((row) => [`${row.unit} ${row.path}`, row.actors]))
    const items = outline.units.flatMap((unit) => unit.items.map(({ path }) => `${unit.id} ${path}`))
    const asked = Object.fromEntries(items.flatMap((key, n) => (actors.has(key) ? [[n, actors.get(key)!]] : [])))
    const entry = { document, version: version.version, language, title, adopted, symbol: symbolKey(document), units }
    await keepEntry(transaction, entry, asked)
    await settle(transaction, stems)
    return {}
  }

  async function fillOne(id: string): Promise<boolean> {
    const found = await documents.document(id)
    if (!found) return false
    return database.transaction().execute(async (transaction) => {
      if (!(await holdWithoutEntry(transaction, id))) return false
      await take(transaction, found.version)
      return true
    })
  }

  return {
    take,
    /** Once none is left none ever waits again: every later text comes in with its import. */
    async waiting(): Promise<number> {
      const left = whole ? 0 : await countWithoutEntry(database)
      whole = left === 0
      return left
    },
    async fill({ atMost = Number.POSITIVE_INFINITY, signal, progress }: FillOptions = {}): Promise<number> {
      let taken = 0
      while (!whole) {
        const left = await withoutEntry(database, Math.min(atOnce, atMost - taken))
        if (left.length === 0) whole = true
        for (const id of left) {
          if (signal?.aborted) return taken
          if (!(await fillOne(id))) continue
          taken += 1
          progress?.(taken)
        }
        if (taken >= atMost) break
      }
      return taken
    },
    async tidy(signal?: AbortSignal): Promise<void> {
      await database.transaction().execute((transaction) => settle(transaction, stems, fewPending))
      while (!signal?.aborted && (await merge(database)));
    },
  }
}
