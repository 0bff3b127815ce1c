import { readFile } from 'node:fs/promises'
import { calendarManifest } from '#modules/calendar'
import { citationsManifest } from '#modules/citations'
import { type DocumentFacts, documentsManifest } from '#modules/documents'
import { ledgerManifest } from '#modules/ledger'
import { mandatesManifest } from '#modules/mandates'
import { partiesManifest } from '#modules/parties'
import { type GrantedRole, program, type Visitor } from '#platform/access'
import { testDatabase, testPlatform } from '#platform/testing'
import { searchManifest } from '../index.ts'

const samples = new URL('../../../samples/', import.meta.url)

/** Every room up to this one on a database of its own, with the two founding texts found by their words. */
export async function searchedRooms(now: () => Date) {
  const place = await testDatabase()
  const platform = testPlatform({ database: place.database, now })
  const ledger = ledgerManifest.open(platform, {})
  const parties = partiesManifest.open(platform, { ledger })
  const calendar = calendarManifest.open(platform, { ledger, parties })
  await partiesManifest.prepare?.(parties)
  await calendarManifest.prepare?.(calendar)
  const documents = documentsManifest.open(platform, { ledger, parties, calendar })
  const mandates = mandatesManifest.open(platform, { ledger, parties, calendar, documents })
  const citations = citationsManifest.open(platform, { ledger, parties, calendar, documents, mandates })
  const left = { ledger, parties, calendar, documents, mandates, citations }
  const search = searchManifest.open(platform, left)
  documents.onVersion(mandates.register)
  documents.onVersion(search.take)
  const list: (DocumentFacts & { file: string })[] = JSON.parse(
    await readFile(new URL('samples.json', samples), 'utf8'),
  )
  for (const { file, ...facts } of list) {
    const bytes = await readFile(new URL(file, samples))
    await documents.importText({ fileName: file, bytes, facts, by: 'system:test' })
  }
  let made = 0
  /** Somebody who holds a role, as acts are given them. */
  async function person(role: GrantedRole): Promise<Visitor> {
    const request = { role, actor: null, email: `person.${++made}@example.org`, name: role }
    const invited = await parties.invitePerson(program('system:test'), { ...request, language: 'en', origin: null })
    if ('refused' in invited) throw new Error(`nobody was made: ${invited.refused}`)
    return { doer: `person:${invited.person}`, person: invited.person, name: role, grants: [{ role, actor: null }] }
  }
  return { ...left, search, place, person, close: () => place.close() }
}

export type SearchedRooms = Awaited<ReturnType<typeof searchedRooms>>
