import { parseArgs } from 'node:util'
import type { SessionPart } from '@resolute/reader'
import { type Command, CommandRefusal, commandLine } from '#platform/manifest'
import { speakFrom } from '#platform/words'
import { periodInWords } from './explain.ts'
import english from './messages/en.json' with { type: 'json' }
import type { MoveRequest } from './move.ts'
import type { Calendar } from './room.ts'

const say = speakFrom([english])

const usage = `resolute session move BODY NUMBER --from DATE --to DATE --reason WORDS [--part PART] [--json]

Puts a session on other days. Everything that is due by it moves with it, everybody concerned is told once, and the
ledger says why.
Exit code 0: moved. 1: refused, with the reason.

  --from, --to  first and last day, for example 2013-05-13 and 2013-05-17
  --reason      why, in a sentence: it stands in the ledger and in the letters
  --part        opening, regular (default) or reconvened
  --json        the move as JSON`

/** Act `calendar.move-session`. */
export const session: Command<{ readonly calendar: Calendar }> = {
  name: 'session',
  summary: 'Put a session on other days',
  usage,
  async run({ args, out, talk, rooms }) {
    const { json, ...request } = options(args)
    const { calendar } = await rooms()
    const result = await calendar.moveSession(commandLine(), request)
    if ('refused' in result) {
      const { body, number, part, to } = request
      talk(`${say(`calendar.move.refused.${result.refused}`, { body, number, part, ...to })}\n`)
      return 1
    }
    const { move } = result
    if (json) out(`${JSON.stringify(move, null, 2)}\n`)
    else out(`${say('calendar.move.done', { body: move.body, number: move.number, dates: periodInWords(move.to) })}\n`)
    return 0
  },
}

const parts: readonly string[] = ['opening', 'regular', 'reconvened'] satisfies SessionPart[]
const isPart = (text: string): text is SessionPart => parts.includes(text)

function options(args: readonly string[]): MoveRequest & { readonly json: boolean } {
  const refuse = (words: string): never => {
    throw new CommandRefusal(`${words}\n\n${usage}`, 2)
  }
  const { values, positionals } = parsed(args, refuse)
  const [verb, body, number, ...more] = positionals
  const { from, to, reason, part } = values
  if (verb !== 'move' || !body || !/^\d{1,4}$/.test(number ?? '') || more.length > 0) {
    return refuse('Name what to do, the body and the number of its session: session move CCPCJ 22.')
  }
  if (!from || !to || reason === undefined) return refuse('Give --from, --to and --reason.')
  if (!isPart(part)) return refuse(`There is no part "${part}".`)
  return { body, number: Number(number), part, to: { from, to }, reason, json: values.json === true }
}

function parsed(args: readonly string[], refuse: (words: string) => never) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { from: text, to: text, reason: text, part: { ...text, default: 'regular' }, json: { type: 'boolean' } },
    })
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}
