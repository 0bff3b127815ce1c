import { existsSync } from 'node:fs'
import { inviteAdministrator, markReached } from '#platform/database'
import { openLog } from '#platform/http'
import { CommandRefusal } from '#platform/manifest'
import { addressOf } from './address.ts'
import { type Application, openApplication } from './application.ts'
import { createHttp } from './http.ts'
import { checkPort, listen } from './listen.ts'
import { importSamples } from './samples.ts'

export interface Serving {
  readonly origin: string
  /** The one-time administrator link, at the first start only. */
  readonly invitation: string | null
  /** Ends requests, connections and, when nobody else uses it, the embedded database. */
  close(): Promise<void>
}

const pages = new URL('../../build/server/index.js', import.meta.url)

/**
 * Brings the whole site up: database, tables, samples, pages. Nothing listens before all of it is ready.
 *
 * @throws CommandRefusal, DatabaseRefusal or an error of the machine; whatever had been started is stopped by then.
 */
export async function serve(options: {
  readonly environment: NodeJS.ProcessEnv
  readonly now: () => Date
  /** Progress, one line at a time. */
  say(text: string): void
}): Promise<Serving> {
  const { environment, now, say } = options
  const address = addressOf(environment)
  if (!existsSync(pages)) throw new CommandRefusal('The pages are not built yet. Run "npm start" once: it builds them.')
  await checkPort(address)
  const application = await openApplication(options)
  try {
    await importSamples(application, now, say)
    const http = await createHttp(application.rooms, {
      origin: address.origin,
      production: environment.NODE_ENV !== 'development',
      log: openLog(),
      now,
    })
    const server = await listen(http.fetch, address)
    return {
      origin: address.origin,
      invitation: await firstInvitation(application, address.origin, now()),
      async close() {
        await server.close()
        await application.close()
      },
    }
  } catch (error) {
    await application.close()
    throw application.trouble() ?? error
  }
}

async function firstInvitation({ database }: Application, origin: string, now: Date): Promise<string | null> {
  if (!(await markReached(database, 'administrator-invited', now))) return null
  return `${origin}/sign-in?token=${await inviteAdministrator(database, now)}`
}
