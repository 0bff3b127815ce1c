import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from './index.ts'

test('each test gets a database of its own', async () => {
  const [one, two] = await Promise.all([testDatabase(), testDatabase()])
  await sql`create table only_here (n int)`.execute(one.database)
  const { rows } = await sql<{ there: string | null }>`select to_regclass('only_here') as there`.execute(two.database)
  expect(rows).toEqual([{ there: null }])
  await Promise.all([one.close(), two.close()])
})
