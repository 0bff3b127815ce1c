import { parseArgs } from 'node:util'
import { program } from '#platform/access'
import { type Command, CommandRefusal } from '#platform/manifest'
import { tableOf, toTerminal } from '#platform/tables'
import { openly } from './archive.ts'
import type { Submissions } from './room.ts'
import type { Submission } from './submission.ts'
import { voice } from './voice.ts'

const say = voice('en')

const usage = `resolute submissions CALL [--json]

Lists what stands of a call, in the order of names: who sent it when, whether late, who may see it, and how many questions
it answers. Who has not answered gave no information.
Exit code 0, also where nothing came; 1 where there is no such call.

  --json   as JSON: the submissions whole, as GET /api/v1/calls/{call}/submissions gives them`

/** Asks nobody's leave: whoever runs programs on the machine sees what the office sees. */
export const submissions: Command<{ readonly submissions: Submissions }> = {
  name: 'submissions',
  summary: 'List what came in answer to a call for views',
  usage,
  async run({ args, out, talk, rooms }) {
    const { call, json } = options(args)
    const by = program('command-line:submissions')
    const room = (await rooms()).submissions
    if (!(await room.call(call, by))) {
      throw new CommandRefusal(say('submissions.command.no-such-call', { call: call.slice(0, 100) }))
    }
    const rows: Submission[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page = await room.submissions(call, by, { limit: 500, ...(after !== undefined && { after }) })
      rows.push(...page.rows)
      after = page.next
    }
    if (json) out(`${JSON.stringify(rows.map(openly), null, 2)}\n`)
    else if (rows.length > 0) out(toTerminal(tableFor(rows)))
    if (!json) talk(`${say('submissions.command.standing', { count: rows.length })}\n`)
    return 0
  },
}

function tableFor(rows: readonly Submission[]) {
  const title = (key: string) => say(`submissions.column.${key}`)
  return tableOf<Submission>(
    'submissions',
    [
      { key: 'submission', title: title('submission'), value: ({ id }) => id, width: 14 },
      { key: 'name', title: title('name'), value: ({ name }) => name, width: 40 },
      { key: 'sent', title: title('sent'), value: ({ at }) => at.slice(0, 10), width: 10 },
      { key: 'late', title: title('late'), value: ({ late }) => late, width: 5 },
      { key: 'visibility', title: title('visibility'), value: ({ visibility }) => visibility, width: 14 },
      { key: 'channel', title: title('channel'), value: ({ channel }) => channel, width: 12 },
      { key: 'answered', title: title('answered'), value: ({ answers }) => Object.keys(answers).length, width: 8 },
    ],
    rows,
  )
}

function options(args: readonly string[]): { readonly call: string; readonly json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    })
    const [call, ...others] = positionals
    if (call === undefined || others.length > 0) throw new Error(say('submissions.command.one-call'))
    return { call, json: values.json === true }
  } catch (error) {
    throw new CommandRefusal(`${error instanceof Error ? error.message : error}\n\n${usage}`, 2)
  }
}
