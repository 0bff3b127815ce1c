import { parseArgs } from 'node:util'
import { program } from '#platform/access'
import { type Command, CommandRefusal } from '#platform/manifest'
import { tableOf, toTerminal } from '#platform/tables'
import { wordsIn } from '#platform/words'
import type { CallLine, CallState } from './call.ts'
import type { Submissions } from './room.ts'

export { submissions } from './commands-submissions.ts'

const say = wordsIn(new URL('./messages/', import.meta.url))()

const states: readonly CallState[] = ['draft', 'open', 'closed', 'dropped']

const usage = `resolute calls [--state STATE] [--json]

Lists calls for views, newest first: what is asked, ordered by which paragraph, by when, how many were invited and have
answered. Who has not answered gave no information.
Exit code 0, also where there is none.

  --state STATE  draft, open, closed or dropped; all but dropped ones where it is left out
  --json         as JSON: the rows as GET /api/v1/calls gives them`

/** Asks nobody's leave: whoever runs programs on the machine sees what the office sees. */
export const calls: Command<{ readonly submissions: Submissions }> = {
  name: 'calls',
  summary: 'List calls for views',
  usage,
  async run({ args, out, talk, rooms }) {
    const { state, json } = options(args)
    const { submissions } = await rooms()
    const rows = await submissions.calls(state === undefined ? {} : { state }, program('command-line:calls'))
    if (json) out(`${JSON.stringify(rows, null, 2)}\n`)
    else if (rows.length > 0) out(toTerminal(tableFor(rows)))
    if (!json) talk(`${say('submissions.command.total', { count: rows.length })}\n`)
    return 0
  },
}

function tableFor(rows: readonly CallLine[]) {
  const title = (key: string) => say(`submissions.command.${key}`)
  return tableOf<CallLine>(
    'calls',
    [
      { key: 'id', title: title('id'), value: ({ id }) => id, width: 8 },
      { key: 'state', title: title('state'), value: ({ state }) => state, width: 8 },
      { key: 'deadline', title: title('deadline'), value: ({ words }) => words.deadline, width: 10 },
      { key: 'invited', title: title('invited'), value: ({ invited }) => invited, width: 8 },
      { key: 'answered', title: title('answered'), value: ({ answered }) => answered, width: 8 },
      {
        key: 'ordered',
        title: title('ordered'),
        value: ({ words: { anchor } }) => anchor && `${anchor.unit}, ${anchor.path}`,
        width: 28,
      },
      {
        key: 'subject',
        title: title('subject'),
        value: ({ words: { subject } }) => subject.en ?? Object.values(subject)[0] ?? '',
        width: 60,
      },
    ],
    rows,
  )
}

function options(args: readonly string[]): { readonly state: CallState | undefined; readonly json: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { state: { type: 'string' }, json: { type: 'boolean' } },
    })
    const state = states.find((one) => one === values.state)
    if (values.state !== undefined && !state)
      throw new Error(`--state ${values.state} is none of: ${states.join(', ')}.`)
    return { state, json: values.json === true }
  } catch (error) {
    throw new CommandRefusal(`${error instanceof Error ? error.message : error}\n\n${usage}`, 2)
  }
}
