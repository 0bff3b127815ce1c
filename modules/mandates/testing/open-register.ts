import { readFile } from 'node:fs/promises'
import { calendarManifest } from '#modules/calendar'
import { documentsManifest } from '#modules/documents'
import { ledgerManifest } from '#modules/ledger'
import { partiesManifest } from '#modules/parties'
import type { Visitor } from '#platform/access'
import type { Database } from '#platform/database'
import { openMandates } from '../acts.ts'
import type { Rules } from '../rules.ts'

/** A day after the founding texts were adopted. */
export const now = () => new Date('2013-01-02T03:04:05Z')

export const officer: Visitor = {
  doer: 'person:7',
  person: '7',
  name: 'Ada Officer',
  grants: [{ role: 'officer', actor: null }],
}

export const sample = await readFile(new URL('../../../samples/E-RES-2012-19.txt', import.meta.url), 'utf8')

/**
 * The rooms up to the register on a database, its directory and calendar filled, read with these rules; with `none` the
 * register hears of no import.
 */
export async function openRegister(database: Database, rules?: Rules | 'none') {
  const platform = { database, now }
  const ledger = ledgerManifest.open(platform, {})
  const parties = partiesManifest.open(platform, { ledger })
  const calendar = calendarManifest.open(platform, { ledger, parties })
  await partiesManifest.prepare?.(parties)
  await calendarManifest.prepare?.(calendar)
  const left = { ledger, parties, calendar }
  const documents = documentsManifest.open(platform, left)
  const mandates = openMandates(platform, { ...left, documents }, rules === 'none' ? undefined : rules)
  if (rules !== 'none') documents.onVersion(mandates.register)
  const bring = (text: string, fileName = 'E-RES-2012-19.txt') =>
    documents.importText({ fileName, bytes: new TextEncoder().encode(text), by: 'system:test' })
  return { ledger, parties, calendar, documents, mandates, bring }
}
