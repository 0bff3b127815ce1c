import { parseArgs } from 'node:util'
import { program } from '#platform/access'
import type { LetterState, OutboxEntry } from '#platform/mail'
import { type Command, CommandRefusal } from '#platform/manifest'
import { tableOf, toTerminal } from '#platform/tables'
import { speakFrom } from '#platform/words'
import type { Rooms } from '../../modules/modules.ts'
import english from './messages/en.json' with { type: 'json' }

const say = speakFrom([english])

const usage = `resolute outbox [ID] [--state waiting|sent|failed] [--json]

Lists the letters the program wrote, newest first, without their words; with the id of one, shows it whole. Letters that
hold a link to sign in are secrets: show them to nobody but the one they are written to.
Exit code 0. 1: there is no such letter.

  --state   only those on their way, delivered, or not to be delivered
  --json    as JSON`

/** Act `mail.read-outbox`: whoever runs the command line on the machine may. */
export const outbox: Command<Rooms> = {
  name: 'outbox',
  summary: 'List the letters the program wrote, or show one',
  usage,
  async run({ args, out, talk, rooms }) {
    const { id, state, json } = options(args)
    const { mail } = await rooms()
    const by = program('command-line:outbox')
    if (id !== undefined) {
      const letter = await mail.letter(by, id)
      if (!letter || 'refused' in letter) {
        talk(`${say('outbox.no-such-letter', { id })}\n`)
        return 1
      }
      const { to, subject, text } = letter
      if (json) out(`${JSON.stringify(letter, null, 2)}\n`)
      else out(`${say('outbox.head', { to, subject })}\n\n${text ?? say('outbox.erased')}\n`)
      return 0
    }
    const entries = await mail.outbox(by, { ...(state && { state }), limit: 200 })
    if ('refused' in entries) return 1
    if (json) out(`${JSON.stringify(entries, null, 2)}\n`)
    else out(entries.length === 0 ? `${say('outbox.empty')}\n` : toTerminal(tableFor(entries)))
    return 0
  },
}

const tableFor = (entries: readonly OutboxEntry[]) =>
  tableOf<OutboxEntry>(
    'outbox',
    [
      { key: 'id', title: say('outbox.column.id'), value: ({ id }) => id, width: 6 },
      { key: 'posted', title: say('outbox.column.posted'), value: ({ postedAt }) => postedAt.slice(0, 16), width: 16 },
      { key: 'state', title: say('outbox.column.state'), value: ({ state }) => state, width: 7 },
      { key: 'to', title: say('outbox.column.to'), value: ({ to }) => to, width: 30 },
      { key: 'subject', title: say('outbox.column.subject'), value: ({ subject }) => subject, width: 50 },
      { key: 'trouble', title: say('outbox.column.trouble'), value: ({ trouble }) => trouble, width: 14 },
    ],
    entries,
  )

const states: readonly LetterState[] = ['waiting', 'sent', 'failed']

function options(args: readonly string[]): { id?: string | undefined; state?: LetterState; json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { state: { type: 'string' }, json: { type: 'boolean' } },
    })
    const state = states.find((one) => one === values.state)
    if (values.state !== undefined && !state) throw new Error(`There is no state "${values.state}".`)
    if (positionals.length > 1) throw new Error('Name one letter at a time.')
    return { id: positionals[0], ...(state && { state }), json: values.json === true }
  } catch (error) {
    throw new CommandRefusal(`${error instanceof Error ? error.message : error}\n\n${usage}`, 2)
  }
}
