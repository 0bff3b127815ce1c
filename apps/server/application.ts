import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Database, prepareDatabase, reachDatabase } from '#platform/database'
import { openFiles } from '#platform/files'
import { openMail } from '#platform/mail'
import type { Platform } from '#platform/manifest'
import { fillRooms, migrationSources, openRooms, type Rooms } from '../../modules/modules.ts'

export interface Application {
  readonly rooms: Rooms
  readonly database: Database
  readonly platform: Platform
  /** Address of the database, for what keeps connections of its own. */
  readonly url: string
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
    const folder = environment.FILES || join(connection.folder, 'files')
    const files = openFiles({ database, now, folder })
    const platform = { database, now, files, mail: openMail({ database, now }) }
    const rooms = openRooms(platform)
    await prepareDatabase(database, migrationSources, () => fillRooms(rooms))
    return { rooms, database, platform, url: connection.url, trouble: connection.trouble, close: connection.close }
  } catch (error) {
    await connection.close()
    throw connection.trouble() ?? error
  }
}
