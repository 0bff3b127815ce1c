import { existsSync } from 'node:fs'
import { inviteAdministrator, markReached } from '#platform/database'
import { openLog } from '#platform/http'
import { mailAddress } from '#platform/mail'
import { CommandRefusal } from '#platform/manifest'
import { addressOf } from './address.ts'
import { type Application, openApplication } from './application.ts'
import { createHttp } from './http.ts'
import { runJobs } from './jobs.ts'
import { checkPort, listen } from './listen.ts'
import { openIdFrom } from './openid.ts'
import { importSamples } from './samples.ts'

export interface Serving {
  readonly origin: string
  /** The one-time administrator link, at the first start only. */
  readonly invitation: string | null
  /** Ends requests, jobs, connections and, when nobody else uses it, the embedded database. */
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
  const mailServer = mailAddress(environment)
  await checkPort(address)
  const application = await openApplication(options)
  try {
    await importSamples(application, now, say)
    const log = openLog()
    const http = await createHttp(application.rooms, {
      origin: address.origin,
      production: environment.NODE_ENV !== 'development',
      log,
      now,
      openid: openIdFrom(environment),
    })
    const server = await listen(http.fetch, address)
    const jobs =
      environment.WORKER === 'apart' ? null : runJobs(application, { mailServer, log, now, site: address.origin })
    return {
      origin: address.origin,
      invitation: await firstInvitation(application, address.origin, now()),
      async close() {
        await Promise.all([server.close(), jobs?.stop()])
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
