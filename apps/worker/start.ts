/** A process that runs jobs and serves nothing: mail, reminders, sweeping. As many beside each other as one likes. */
import { openLog } from '#platform/http'
import { mailAddress } from '#platform/mail'
import { addressOf } from '../server/address.ts'
import { openApplication } from '../server/application.ts'
import { inWords } from '../server/in-words.ts'
import { runJobs } from '../server/jobs.ts'
import { untilTold } from '../server/until-told.ts'

const say = (text: string) => void process.stdout.write(`${text}\n`)
const now = () => new Date()
const told = untilTold()

try {
  const mailServer = mailAddress(process.env)
  const { origin: site } = addressOf(process.env)
  const application = await openApplication({ environment: process.env, now, say })
  try {
    const jobs = runJobs(application, { mailServer, log: openLog(), now, site })
    await Promise.race([jobs.ready, told])
    say('Resolute runs its jobs. Press Ctrl-C to stop.')
    await told
    say('Stopping')
    await jobs.stop()
  } finally {
    await application.close()
  }
} catch (error) {
  process.stderr.write(`\n${inWords(error)}\n`)
  process.exitCode = 1
}
// Everything is closed; whatever handle a library still holds must not keep the process.
process.exit()
