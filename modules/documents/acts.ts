import type { Calendar } from '#modules/calendar'
import type { Json, Ledger } from '#modules/ledger'
import type { Parties } from '#modules/parties'
import type { Transaction } from '#platform/database'
import type { Platform } from '#platform/manifest'
import { adoptionOf } from './adoption.ts'
import { comparing } from './compare-acts.ts'
import { crossCheck } from './cross-check.ts'
import type {
  Document,
  DocumentFacts,
  Documents,
  DocumentVersion,
  ImportRequest,
  ImportResult,
  VersionListener,
} from './document.ts'
import { addressable, documentIdOf, figuresOf, sheetOf, titleOf } from './identity.ts'
import { fingerprintOf, type Prepared, prepare } from './prepare.ts'
import {
  bytesOf,
  type Held,
  holdDocument,
  insertVersion,
  standingOf,
  standingSummaries,
  standingVersion,
  standingWithBytes,
  type VersionSummary,
  versionsOf,
} from './store.ts'
import { sealsOf } from './store-seals.ts'
import { inOrder, turns } from './turns.ts'

/** The rooms to the left. */
export interface Left {
  readonly ledger: Ledger
  readonly parties: Parties
  readonly calendar: Calendar
}

/** Less than half the connections of a pool, since an import uses up to two. */
const importsAtOnce = 4

/** Opens the documents on a database. */
export function openDocuments({ database, now }: Platform, { ledger, calendar }: Left): Documents {
  const listeners: VersionListener[] = []
  const inTurn = turns(importsAtOnce)
  const oneAfterTheOther = inOrder()
  ledger.onVerify(crossCheck)

  /** Facts told now win over those told before, and those over what the text says. */
  async function versionOf(request: ImportRequest, read: Prepared, id: string, held: Held) {
    const { facts = {}, fileName, published } = request
    const language = facts.language ?? read.outline.language
    const [leading = null] = held.standing
    const before = held.standing.find((other) => other.language === language) ?? leading
    const sheet = sheetOf(read.outline)
    const told = { adopted: facts.adopted ?? before?.adopted ?? null, session: facts.session ?? sessionOf(before) }
    const { adopted, session } = sheet ? adoptionOf(sheet, told, await calendar.table()) : told
    return {
      document: id,
      version: held.next,
      file_name: fileName,
      sha256: read.sha256,
      language,
      title:
        facts.title ??
        (before?.language === language ? before.title : null) ??
        sheet?.title ??
        (published ? titleOf(read.outline, id) : fileName),
      adopted: facts.adopted ?? adopted,
      session_body: (facts.session ?? session)?.body ?? null,
      session_number: (facts.session ?? session)?.number ?? null,
      outline: read.outline,
      ...figuresOf(read.outline),
    }
  }

  /**
   * Found by its bytes before it is read: an import that goes on where it was broken off, or is done twice, costs one
   * question a text. Facts that differ from those known make a new version, and that is found by reading.
   */
  async function alreadyThere({ facts = {} }: ImportRequest, sha256: string): Promise<ImportResult | null> {
    const id = facts.symbol ? addressable(facts.symbol) : null
    const there = id === '' ? null : await standingWithBytes(database, sha256, id)
    if (!there || !isToldAgain(facts, there)) return null
    return { state: 'unchanged', document: there.document, version: there.version }
  }

  async function readOrFind(request: ImportRequest): Promise<Prepared | ImportResult> {
    const sha256 = fingerprintOf(request.bytes)
    const there = await alreadyThere(request, sha256)
    if (there) return there
    const read = await prepare(request, sha256)
    return 'code' in read ? { state: 'refused', refusal: read } : read
  }

  async function keep(transaction: Transaction, request: ImportRequest, read: Prepared): Promise<ImportResult> {
    const symbol = request.facts?.symbol
    const known = symbol ? null : await standingWithBytes(transaction, read.sha256, null)
    const id = known?.document ?? documentIdOf(symbol, read.outline, request.fileName)
    const held = await holdDocument(transaction, id)
    const version = await versionOf(request, read, id, held)
    const before = held.standing.find((other) => other.language === version.language)
    if (before && compared.every((part) => before[part] === version[part])) {
      return { state: 'unchanged', document: id, version: before.version }
    }
    const { bytes, by } = request
    const [leading = version] = held.standing
    const leads = leading.language === version.language
    await insertVersion(transaction, { ...version, bytes, imported_at: now(), imported_by: by }, leads)
    let figures: Record<string, number | string> = { units: version.units, paragraphs: version.paragraphs }
    for (const listener of leads ? listeners : []) {
      figures = { ...figures, ...(await listener(transaction, open(version))) }
    }
    const { sha256, language, file_name: fileName } = version
    const [sealed] = await sealsOf(transaction, version)
    const data: Json = {
      ...figures,
      version: version.version,
      sha256,
      language,
      fileName,
      bytes: bytes.length,
      documentSeal: sealed?.seal ?? null,
    }
    await ledger.append(transaction, { who: by, act: 'documents.import-text', on: `document:${id}`, data })
    const state = before ? 'new-version' : leads ? 'imported' : 'other-language'
    return { state, document: id, version: version.version, facts: { ...figures, ...(!leads && { language }) } }
  }

  /** PostgreSQL stores no U+0000, so no document has one in its address. */
  const findable = (id: string) => !id.includes('\u0000')

  return {
    ...comparing({ database, now }),
    async importText(request) {
      const { facts, fileName } = request
      return oneAfterTheOther(
        () => readOrFind(request),
        (read) => ('state' in read ? [] : [read.sha256, documentIdOf(facts?.symbol, read.outline, fileName)]),
        async (read) => {
          if ('state' in read) return read
          return inTurn(() => database.transaction().execute((transaction) => keep(transaction, request, read)))
        },
      )
    },
    onVersion: (listener) => void listeners.push(listener),
    list: async (from = database) => (await standingSummaries(from)).map(documentOf),
    async document(id, from = database) {
      const row = findable(id) ? await standingVersion(from, id) : null
      return row && { document: documentOf(row), version: open(row) }
    },
    async languageVersion(id, language) {
      const row = findable(id) ? await standingVersion(database, id, language) : null
      return row && open(row)
    },
    async languages(id) {
      return findable(id) ? (await standingOf(database, id)).map(({ language }) => language) : []
    },
    async versions(id) {
      const rows = findable(id) ? await versionsOf(database, id) : []
      return rows.map(({ version, language, sha256, file_name, imported_at }) => ({
        version,
        language,
        sha256,
        fileName: file_name,
        importedAt: imported_at.toISOString(),
      }))
    },
    async original(id, version) {
      const row = findable(id) ? await bytesOf(database, id, version) : null
      return row && { fileName: row.file_name, bytes: new Uint8Array(row.bytes) }
    },
    async item(document, unitId, path) {
      const version = findable(document) ? await standingVersion(database, document) : null
      const unit = version?.outline.units.find(({ id }) => id === unitId)
      const item = unit?.items.find((candidate) => candidate.path === path)
      return unit && item ? { document, unit, item } : null
    },
  }
}

/** What makes a text another one than the version that stands. */
const compared = ['sha256', 'title', 'adopted', 'session_body', 'session_number', 'language'] as const

/** Whether what is told of a text says nothing but what is known. */
function isToldAgain({ title, adopted, session, language }: DocumentFacts, row: VersionSummary): boolean {
  return (
    (title ?? row.title) === row.title &&
    (adopted ?? row.adopted) === row.adopted &&
    (language ?? row.language) === row.language &&
    (session?.body ?? row.session_body) === row.session_body &&
    (session?.number ?? row.session_number) === row.session_number
  )
}

function sessionOf(row: Pick<VersionSummary, 'session_body' | 'session_number'> | null): Document['session'] {
  if (row?.session_body == null || row.session_number === null) return null
  return { body: row.session_body, number: row.session_number }
}

const documentOf = (row: VersionSummary): Document => ({
  id: row.document,
  title: row.title,
  adopted: row.adopted,
  session: sessionOf(row),
  units: row.units,
  paragraphs: row.paragraphs,
  version: row.version,
  importedAt: row.imported_at.toISOString(),
})

const open = (row: Omit<VersionSummary, 'imported_at' | 'imported_by'> & Pick<DocumentVersion, 'outline'>) => ({
  document: row.document,
  version: row.version,
  language: row.language,
  sha256: row.sha256,
  fileName: row.file_name,
  title: row.title,
  adopted: row.adopted,
  session: sessionOf(row),
  outline: row.outline,
})
