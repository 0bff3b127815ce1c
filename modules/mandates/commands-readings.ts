import { parseArgs } from 'node:util'
import { type Command, CommandRefusal } from '#platform/manifest'
import { type Column, type Table, tableOf, toTerminal } from '#platform/tables'
import { speakFrom } from '#platform/words'
import { readingLooks, readingStates } from './api-readings-schemas.ts'
import english from './messages/en.json' with { type: 'json' }
import type { ReadingFilter, ReadingToCheck } from './readings.ts'
import type { Mandates } from './room.ts'
import { surenessOf } from './sureness.ts'

const say = speakFrom([english])
const states = [...readingStates, ...readingLooks]

const usage = `resolute readings [options]
resolute readings export

The readings of paragraphs that wait for a person, most doubtful first; with --state, others. "export" writes what
persons decided as test cases of the reader, JSON Lines: {id, group, organ, text, context, clauses}.

  --state STATE   ${states.slice(0, 4).join(', ')},
                  ${states.slice(4).join(', ')}
  --document D    of one document only
  --body BODY     with something due at a session of this body
  --actor ID      that ask this actor
  --limit N       at most so many, 50 otherwise
  --json          JSON: [{id, document, unit, path, state, look, certainty, doubts, actors, text}]`

/** Readings to check, and what persons decided as test cases. Asks nobody's leave, changes nothing. */
export const readings: Command<{ readonly mandates: Mandates }> = {
  name: 'readings',
  summary: 'Readings to check; corrections as test cases',
  usage,
  async run({ args, out, talk, rooms }) {
    const { values, positionals } = parsed(args)
    if (positionals.length > 1 || (positionals[0] ?? 'export') !== 'export') throw new CommandRefusal(usage, 2)
    const filter = filterOf(values)
    const { mandates } = await rooms()
    if (positionals[0] === 'export') {
      for (const one of await mandates.readingCases()) out(`${JSON.stringify(one)}\n`)
      return 0
    }
    const { rows, total } = await mandates.readings(filter)
    if (values.json) out(`${JSON.stringify(rows.map(plain), null, 2)}\n`)
    else if (rows.length > 0) out(toTerminal(queueTable(rows)))
    if (!values.json) talk(`${say('mandates.readings.count', { count: total, shown: rows.length })}\n`)
    return 0
  },
}

const text = { type: 'string' } as const

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { state: text, document: text, body: text, actor: text, limit: text, json: { type: 'boolean' } },
    })
  } catch (error) {
    throw new CommandRefusal(`${error instanceof Error ? error.message : error}\n\n${usage}`, 2)
  }
}

function filterOf(values: ReturnType<typeof parsed>['values']): ReadingFilter {
  const { state, limit, document, body, actor } = values
  const known = states.find((one) => one === state)
  if (state !== undefined && !known) {
    throw new CommandRefusal(say('mandates.readings.no-state', { given: state, states: states.join(', ') }), 2)
  }
  if (limit !== undefined && !/^[1-9]\d{0,2}$/.test(limit)) {
    throw new CommandRefusal(say('mandates.readings.no-limit', { given: limit }), 2)
  }
  return { state: known, document, body, actor, ...(limit && { limit: Number(limit) }) }
}

const plain = ({ mandate, actors }: ReadingToCheck) => {
  const { id, document, unit, path, text: words, reading } = mandate
  const { state, look, certainty, doubts } = reading
  return { id, document, unit, path, state, look, certainty, doubts, actors, text: words }
}

function queueTable(rows: readonly ReadingToCheck[]): Table {
  const column = (key: string, value: (row: ReadingToCheck) => string, width: number): Column<ReadingToCheck> => ({
    key,
    title: say(`mandates.column.${key}`),
    value,
    width,
  })
  return tableOf(
    'readings',
    [
      column('mandate', ({ mandate }) => mandate.id, 40),
      column('certainty', ({ mandate: { reading } }) => sureOf(reading.certainty), 14),
      column('actor', ({ actors }) => actors.join('; '), 32),
      column(
        'doubts',
        ({ mandate: { reading } }) => reading.doubts.map((one) => say(`mandates.doubt.${one}`)).join('; '),
        60,
      ),
    ],
    rows,
  )
}

const sureOf = (certainty: number | null): string =>
  certainty === null ? '' : say(`mandates.sureness.${surenessOf(certainty)}`)
