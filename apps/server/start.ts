/** The process that serves: brings the site up, says where it is, and takes it down when told. */
import { inWords } from './in-words.ts'
import { serve } from './serve.ts'
import { untilTold } from './until-told.ts'

const say = (text: string) => void process.stdout.write(`${text}\n`)
const told = untilTold()

try {
  const site = await serve({ environment: process.env, now: () => new Date(), say })
  say(`\nResolute is ready at ${site.origin}`)
  if (site.invitation) say(`One-time administrator link (keep it to yourself): ${site.invitation}`)
  say('Press Ctrl-C to stop.\n')
  await told
  say('Stopping')
  await site.close()
} catch (error) {
  process.stderr.write(`\n${inWords(error)}\n`)
  process.exitCode = 1
}
// Everything is closed; whatever handle a library still holds must not keep the process.
process.exit()
