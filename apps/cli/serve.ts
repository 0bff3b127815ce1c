import type { Command } from '#platform/manifest'
import type { Rooms } from '../../modules/modules.ts'
import { serve as serveSite } from '../server/serve.ts'
import { untilTold } from '../server/until-told.ts'

export const serve: Command<Rooms> = {
  name: 'serve',
  summary: 'Serve the site until Ctrl-C',
  usage: `resolute serve

Serves the site at http://localhost:8080 until Ctrl-C. "npm start" does the same and prepares everything first.

Environment:
  PORT           port to listen on (8080)
  HOST           address to listen on (localhost: this machine alone)
  ORIGIN         address people use, where a proxy stands in front
  DATABASE_URL   a PostgreSQL 18 server of your own instead of the embedded one
  RESOLUTE_DATA  data folder of the embedded server (.resolute in the checkout)
  FILES          folder of the files people send in (files in the data folder)
  MAIL_URL       mail server letters are handed to, smtp://user:password@host:587; without it they stay in the outbox
  MAIL_FROM      whose letters they are: Resolute <resolute@example.org>
  WORKER         apart: jobs are left to workers (npm run worker)
  LOG_LEVEL      warn (default), info shows every request`,
  async run({ args, out, talk, now }) {
    if (args.length > 0) {
      talk(`resolute serve: takes no arguments, but was given ${args.join(' ')}. See resolute serve --help\n`)
      return 2
    }
    const told = untilTold()
    const site = await serveSite({ environment: process.env, now, say: (text) => talk(`${text}\n`) })
    out(`Resolute is ready at ${site.origin}\n`)
    if (site.invitation) out(`One-time administrator link (keep it to yourself): ${site.invitation}\n`)
    await told
    await site.close()
    return 0
  },
}
