import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '#platform/database'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { standingOf } from './store.ts'

let place: TestDatabase
beforeEach(async () => {
  place = await testDatabase()
})
afterEach(() => place.close())

test('texts whose languages replaced one another stand side by side after the migration', async () => {
  const { database } = place
  const folder = mkdtempSync(join(tmpdir(), 'resolute-migrations-'))
  cpSync(new URL('./migrations/001-create.sql', import.meta.url), join(folder, '001-create.sql'))
  await sql`drop schema documents cascade`.execute(database)
  await sql`delete from platform.documents_migrations`.execute(database)
  await migrate(database, [{ module: 'documents', folder: pathToFileURL(`${folder}/`) }])
  rmSync(folder, { recursive: true })

  const languages = { 'E/RES/1': ['en', 'fr', 'en', 'ru', 'fr'], 'E/RES/2': ['en', 'en'] }
  for (const [id, versions] of Object.entries(languages)) {
    await sql`insert into documents.documents (id, version) values (${id}, ${versions.length})`.execute(database)
    for (const [i, language] of versions.entries()) {
      await sql`insert into documents.versions (document, version, file_name, bytes, sha256, language, title, outline,
          units, paragraphs, imported_at, imported_by)
        values (${id}, ${i + 1}, 'a.txt', '', ${'0'.repeat(64)}, ${language}, 'A', '{}', 0, 0, now(), 'system:test')`.execute(
        database,
      )
    }
  }
  await migrate(database, [{ module: 'documents', folder: new URL('./migrations/', import.meta.url) }])
  const standing = async (id: string) => (await standingOf(database, id)).map((one) => `${one.language} ${one.version}`)
  expect(await standing('E/RES/1')).toEqual(['fr 5', 'en 3', 'ru 4'])
  expect(await standing('E/RES/2')).toEqual(['en 2'])
})
