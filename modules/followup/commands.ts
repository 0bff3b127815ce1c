import { parseArgs } from 'node:util'
import { isDate } from '#modules/calendar'
import { type Command, CommandRefusal } from '#platform/manifest'
import { type Table, tableOf, toTerminal } from '#platform/tables'
import { wordsIn } from '#platform/words'
import type { Reminder } from './reminders.ts'
import type { Followup } from './room.ts'

const say = wordsIn(new URL('./messages/', import.meta.url))()

const usage = `resolute remind [--on DATE] [--dry-run] [--json]

Reminds everybody who answers for something due: one letter a person and day, each reminder once however often this is
asked. The server or a worker does the same by itself each day.
Exit code 0, also where there was nobody to remind.

  --on DATE   as if it were that day, for example 2013-02-01; today where it is left out
  --dry-run   lists who would be reminded of what, and posts nothing
  --json      as JSON

Environment:
  ORIGIN      address of the site, for the links in letters (http://localhost:8080)`

/** Act `followup.send-reminders`. */
export const remind: Command<{ readonly followup: Followup }> = {
  name: 'remind',
  summary: 'Remind whoever answers of what is due',
  usage,
  async run({ args, out, rooms, now }) {
    const { on = now().toISOString().slice(0, 10), dryRun, json } = options(args)
    const { followup } = await rooms()
    if (dryRun) {
      const reminders = await followup.remindersOn(on)
      if (json) out(`${JSON.stringify(reminders.map(plain), null, 2)}\n`)
      else out(reminders.length === 0 ? `${say('followup.remind.nobody', { on })}\n` : toTerminal(tableFor(reminders)))
      return 0
    }
    const site = (process.env.ORIGIN || 'http://localhost:8080').replace(/\/+$/, '')
    const sent = await followup.sendReminders('command-line:remind', { on, site })
    out(json ? `${JSON.stringify({ on, ...sent }, null, 2)}\n` : `${say('followup.remind.sent', { on, ...sent })}\n`)
    return 0
  },
}

/** A reminder as others script against it. */
const plain = ({ person, actor, asked, day, rule, inDays }: Reminder) => ({
  ...{ person, actor, dossier: asked.id, title: asked.title, subject: asked.subject },
  ...{ due: day, rule, inDays, ...asked.anchor },
})

function tableFor(reminders: readonly Reminder[]): Table {
  const title = (key: string) => say(`followup.remind.column.${key}`)
  return tableOf<Reminder>(
    'reminders',
    [
      { key: 'due', title: title('due'), value: ({ day }) => day, width: 10 },
      { key: 'rule', title: title('rule'), value: ({ rule }) => say(`followup.remind.rule.${rule}`), width: 14 },
      { key: 'person', title: title('person'), value: ({ person }) => person, width: 6 },
      { key: 'actor', title: title('actor'), value: ({ actor }) => actor, width: 12 },
      { key: 'dossier', title: title('dossier'), value: ({ asked }) => asked.id, width: 40 },
      { key: 'title', title: title('title'), value: ({ asked }) => asked.subject ?? asked.title, width: 60 },
    ],
    reminders,
  )
}

function options(args: readonly string[]): { on?: string | undefined; dryRun: boolean; json: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { on: { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
    })
    const { on } = values
    if (on !== undefined && !isDate(on)) throw new Error(`--on ${on} is no day. Write it as 2013-02-01.`)
    return { on, dryRun: values['dry-run'] === true, json: values.json === true }
  } catch (error) {
    throw new CommandRefusal(`${error instanceof Error ? error.message : error}\n\n${usage}`, 2)
  }
}
