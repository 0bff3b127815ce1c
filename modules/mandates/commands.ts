import type { Calendar, SessionTable } from '#modules/calendar'
import { type Command, CommandRefusal } from '#platform/manifest'
import { toCsv, toTerminal } from '#platform/tables'
import { speakFrom } from '#platform/words'
import { type DueOptions, dueOptions, isPart, usage } from './due-options.ts'
import english from './messages/en.json' with { type: 'json' }
import type { DueQuery } from './obligation.ts'
import type { Mandates } from './room.ts'
import { dueTable, shortDueTable } from './tables.ts'
import { horizonOf } from './working-out.ts'

export { readings } from './commands-readings.ts'

const say = speakFrom([english])

/** What is due at a session. Asks nobody's leave, changes nothing. */
export const due: Command<{ readonly mandates: Mandates; readonly calendar: Calendar }> = {
  name: 'due',
  summary: 'What is due at a session, from whom and to whom',
  usage,
  async run({ args, out, talk, rooms }) {
    const options = dueOptions(args, (id, facts) => refuse(2, id, facts))
    const { mandates, calendar } = await rooms()
    const query = { ...queryFrom(options, await calendar.table()), asOf: options.asOf }
    const every = await mandates.due({ ...query, kinds: ['report', 'event', 'other'] })
    const entries = options.all ? every : every.filter(({ kind }) => kind !== 'other')
    if (options.form === 'json') out(`${JSON.stringify(entries, null, 2)}\n`)
    else if (options.form === 'csv') out(toCsv(dueTable(entries)))
    else if (entries.length > 0) out(toTerminal(shortDueTable(entries)))
    else talk(`${say('mandates.due.nothing', { body: query.body, number: query.session })}\n`)
    const others = every.length - entries.length
    if (others > 0 && options.form === 'table') talk(`${say('mandates.due.others', { count: others })}\n`)
    return 0
  },
}

function refuse(exitCode: 1 | 2, id: string, facts: Readonly<Record<string, string | number>> = {}): never {
  throw new CommandRefusal(say(`mandates.due.${id}`, facts), exitCode)
}

/** The body and session meant, by the calendar; refused with what there is instead. */
export function queryFrom(options: Omit<DueOptions, 'form' | 'all' | 'asOf'>, table: SessionTable): DueQuery {
  const bodies = table
    .bodies()
    .map(({ code }) => code)
    .join(', ')
  if (!options.body) refuse(2, 'no-body', { bodies, example: table.bodies()[0]?.code ?? '' })
  const body = table.body(options.body) ?? table.findBody(options.body)
  if (!body) refuse(1, 'unknown-body', { given: options.body, bodies })
  if (!/^\d{1,4}$/.test(options.session ?? '')) refuse(2, 'no-session')
  const number = Number(options.session)
  const session = table.session(body.code, number)
  const reach = horizonOf(table)
  if (session?.parts.every(({ held, planned }) => ((held ?? planned)?.from ?? '') > reach)) {
    refuse(1, 'beyond', { body: body.code, number, year: Number(reach.slice(0, 4)) })
  }
  if (!session) {
    const numbers = table.sessions(body.code).map((known) => known.number)
    if (numbers.length === 0) refuse(1, 'unknown-session-of-body', { body: body.code, number })
    refuse(1, 'unknown-session', { body: body.code, number, first: Math.min(...numbers), last: Math.max(...numbers) })
  }
  const { part } = options
  if (part === undefined) return { body: body.code, session: number }
  if (!isPart(part)) refuse(2, 'no-part', { given: part })
  if (!session.parts.some((known) => known.part === part)) {
    const parts = session.parts.map((known) => known.part).join(', ')
    refuse(1, 'no-such-part', { body: body.code, number, part, parts })
  }
  return { body: body.code, session: number, part }
}
