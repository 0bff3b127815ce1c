import { checkLanguages } from './languages.ts'
import { type MigrationSource, migrate } from './migrate.ts'
import { onlyOne } from './only-one.ts'
import type { Database } from './types.ts'

const PREPARING = 20_121_220

/**
 * Makes a database ready for the programs: six languages checked, tables of the newest version, and what the modules
 * ship filled in by `fill`. Several processes may ask at once; one works, the others wait and find it done.
 */
export function prepareDatabase(
  database: Database,
  sources: readonly MigrationSource[],
  fill: () => Promise<void>,
): Promise<void> {
  return onlyOne(database, PREPARING, async () => {
    await checkLanguages(database)
    await migrate(database, sources)
    await fill()
  })
}
