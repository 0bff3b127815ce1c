import { fileURLToPath } from 'node:url'
import { type Database, prepareDatabase, reachDatabase } from '#platform/database'
import { fillRooms, migrationSources, openRooms, type Rooms } from '../../modules/modules.ts'

export interface Application {
  readonly rooms: Rooms
  readonly database: Database
  /** Why the embedded server fell over, where that can be mended: asked after something failed. */
  trouble(): Error | null
  /** Ends every connection; the embedded server stops when nobody else uses it. */
  close(): Promise<void>
}

/** The checkout this program runs from. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * The whole application, for the server and the command line alike: the database reached (DATABASE_URL, else the
 * embedded server with its data in RESOLUTE_DATA or `.resolute`), brought up to date, and every room opened on it.
 */
export async function openApplication(options: {
  readonly environment: NodeJS.ProcessEnv
  readonly now: () => Date
  /** Progress, one line at a time. */
  say(text: string): void
}): Promise<Application> {
  const { environment, now, say } = options
  const connection = await reachDatabase({
    root,
    url: environment.DATABASE_URL,
    dataFolder: environment.RESOLUTE_DATA,
    say,
  })
  try {
    const { database } = connection
    const rooms = openRooms({ database, now })
    await prepareDatabase(database, migrationSources, () => fillRooms(rooms))
    return { rooms, database, trouble: connection.trouble, close: connection.close }
  } catch (error) {
    await connection.close()
    throw connection.trouble() ?? error
  }
}
