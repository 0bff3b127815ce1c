import { readFile } from 'node:fs/promises'
import { calendarManifest } from '#modules/calendar'
import { type DocumentFacts, documentsManifest } from '#modules/documents'
import { ledgerManifest } from '#modules/ledger'
import { mandatesManifest } from '#modules/mandates'
import { partiesManifest } from '#modules/parties'
import { type GrantedRole, program, type Visitor } from '#platform/access'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { submissionsManifest } from '../index.ts'

const samples = new URL('../../../samples/', import.meta.url)

/** Every room up to this one on a database of its own, with the two founding texts in the register. */
export async function submissionRooms(now: () => Date, options: { readonly texts?: boolean } = {}) {
  const place: TestDatabase = await testDatabase()
  const platform = testPlatform({ database: place.database, now })
  const ledger = ledgerManifest.open(platform, {})
  const parties = partiesManifest.open(platform, { ledger })
  const calendar = calendarManifest.open(platform, { ledger, parties })
  await partiesManifest.prepare?.(parties)
  await calendarManifest.prepare?.(calendar)
  const documents = documentsManifest.open(platform, { ledger, parties, calendar })
  const mandates = mandatesManifest.open(platform, { ledger, parties, calendar, documents })
  const left = { ledger, parties, calendar, documents, mandates }
  const submissions = submissionsManifest.open(platform, left)
  documents.onVersion(mandates.register)
  if (options.texts !== false) {
    const list: (DocumentFacts & { file: string })[] = JSON.parse(
      await readFile(new URL('samples.json', samples), 'utf8'),
    )
    for (const { file, ...facts } of list) {
      const bytes = await readFile(new URL(file, samples))
      await documents.importText({ fileName: file, bytes, facts, by: 'system:test' })
    }
  }
  let made = 0
  /** Somebody who holds a role, as acts are given them. */
  async function person(role: GrantedRole, actor: string | null = null, unit: string | null = null): Promise<Visitor> {
    const email = `person.${++made}@example.org`
    const name = [role, actor, unit].filter(Boolean).join(' ')
    const request = { role, actor, unit, name, email, language: 'en' as const, origin: null }
    const invited = await parties.invitePerson(program('system:test'), request)
    if ('refused' in invited) throw new Error(`nobody was made: ${invited.refused}`)
    return { doer: `person:${invited.person}`, person: invited.person, name, grants: [{ role, actor }] }
  }
  return { ...left, submissions, place, platform, person, close: () => place.close() }
}

export type SubmissionRooms = Awaited<ReturnType<typeof submissionRooms>>
