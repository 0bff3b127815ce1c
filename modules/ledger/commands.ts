import { parseArgs } from 'node:util'
import { type Command, CommandRefusal } from '#platform/manifest'
import { speakFrom } from '#platform/words'
import type { Ledger } from './entry.ts'
import english from './messages/en.json' with { type: 'json' }

const say = speakFrom([english])

const usage = `resolute verify [--head SEAL] [--json]

Follows the ledger from its first entry and sets every room's tables beside it.
Exit code 0: all is whole. 1: something is not; each fault is said in words.

  --head SEAL  the seal of the last entry as noted earlier: shows whether the end was cut off
  --json       the verdict as JSON: entries, faults, crossFaults, head, knownHead`

/** Act `verify`: asks nobody's leave, changes nothing. */
export const verify: Command<{ readonly ledger: Ledger }> = {
  name: 'verify',
  summary: 'Check that the ledger and its cross-references are whole',
  usage,
  async run({ args, out, talk, rooms }) {
    const { head, json } = options(args)
    const { ledger } = await rooms()
    const verdict = await ledger.verify(undefined, head)
    const faults = [...verdict.faults, ...verdict.crossFaults].map(ledger.sayFault)
    if (verdict.knownHead === false) faults.push(say('ledger.fault.head', { head: head ?? '' }))
    if (json) out(`${JSON.stringify({ ...verdict, words: faults }, null, 2)}\n`)
    else for (const fault of faults) out(`${fault}\n`)
    if (faults.length === 0) {
      if (!json) out(`${say('ledger.verify.whole', { entries: verdict.entries, head: verdict.head })}\n`)
      return 0
    }
    talk(`${say('ledger.verify.broken', { faults: faults.length, entries: verdict.entries })}\n`)
    return 1
  },
}

function options(args: readonly string[]): { head?: string; json?: boolean } {
  try {
    return parseArgs({ args: [...args], options: { head: { type: 'string' }, json: { type: 'boolean' } } }).values
  } catch (error) {
    throw new CommandRefusal(`${error instanceof Error ? error.message : error}\n\n${usage}`, 2)
  }
}
