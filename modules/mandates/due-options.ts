import { parseArgs } from 'node:util'
import { isoDate } from '#modules/documents'
import { CommandRefusal } from '#platform/manifest'
import type { DueQuery } from './obligation.ts'

export const usage = `resolute due --body BODY --session N [options]

What is due at a session: one line per obligation, with its unit and paragraph, who, what, to whom and when.
Reports and events; --all adds every other act the texts time at that session. All parts of the session (opening,
regular, reconvened) unless one is named. Nothing due is an empty list and exit code 0.

  --body BODY     body of the calendar: CCPCJ, CND, GA, ...
  --session N     number of the session; for bodies that count by year, the year
  --part PART     opening, regular or reconvened
  --as-of DATE    leave out what was adopted after this day, YYYY-MM-DD
  --all           acts of every kind
  --json          JSON: [{unit, path, kind, actor, toWhom, subject, due: {body, session, part, from, to, why}, ...}]
  --csv           CSV with all columns`

export interface DueOptions {
  readonly body: string | undefined
  readonly session: string | undefined
  readonly part: string | undefined
  readonly asOf: string | undefined
  readonly all: boolean
  readonly form: 'table' | 'json' | 'csv'
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

/** Splits the command line; what it means is looked up in the calendar by the command. */
export function dueOptions(
  args: readonly string[],
  refuse: (id: string, facts?: Record<string, string>) => never,
): DueOptions {
  const values = parsed(args)
  const asOf = values['as-of']
  if (asOf !== undefined && isoDate(asOf) !== asOf) refuse('no-date', { given: asOf })
  if (values.json && values.csv) refuse('one-form')
  const { body, session, part, all = false } = values
  return { body, session, part, asOf, all, form: values.json ? 'json' : values.csv ? 'csv' : 'table' }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { body: text, session: text, part: text, 'as-of': text, all: flag, json: flag, csv: flag },
    }).values
  } catch (error) {
    throw new CommandRefusal(`${error instanceof Error ? error.message : error}\n\n${usage}`, 2)
  }
}

export function isPart(given: string): given is NonNullable<DueQuery['part']> {
  return given === 'opening' || given === 'regular' || given === 'reconvened'
}
