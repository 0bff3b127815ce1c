import type { Documents, DocumentVersion } from '#modules/documents'
import type { Database, Transaction } from '#platform/database'
import { keptOf } from './kept.ts'
import { fingerprint } from './rules.ts'
import { holdKept, keptOtherwise, replaceKept } from './store.ts'

/** Keeps what versions of documents cite: at their import, and with newer rules. */
export function openKeeping(database: Database, documents: Documents) {
  const rules = fingerprint()

  async function keep(transaction: Transaction, version: DocumentVersion) {
    const kept = keptOf(version)
    const before = await holdKept(transaction, version.document)
    await replaceKept(transaction, version.document, before, { version: version.version, rules }, kept)
    return { citations: new Set(kept.citations.map(({ n }) => n)).size }
  }

  /**
   * One transaction a document, so that it may be broken off anywhere. What was read from a text is no act of anybody:
   * nothing is written to the ledger, and whoever doubts a row reads the text again (`resolute verify` does).
   */
  async function reReadOne(document: string): Promise<boolean> {
    const found = await documents.document(document)
    if (!found) return false
    const kept = keptOf(found.version)
    return database.transaction().execute(async (transaction) => {
      const before = await holdKept(transaction, document)
      // whoever brought a newer version meanwhile kept it too
      if (before.version !== found.version.version || before.rules === rules) return false
      await replaceKept(transaction, document, before, { version: found.version.version, rules }, kept)
      return true
    })
  }

  return {
    rules,
    keep,
    async reRead() {
      let read = 0
      for (const document of await keptOtherwise(database, rules)) {
        if (await reReadOne(document)) read++
      }
      return read
    },
  }
}
