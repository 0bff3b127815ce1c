import type { ClauseDue } from './clause.ts'
import type { FoundTiming } from './timings.ts'

export const noDue: ClauseDue = { asWritten: null, kind: 'none', body: null, session: null, date: null }

/**
 * The one time of a clause in the guideline's codes: a session before a date, a date before a recurrence, a recurrence
 * before anything relative; the first of its kind. An urgency without a measure ("promptly") is a timing and no due.
 */
export function dueOf(all: readonly FoundTiming[]): ClauseDue {
  const found = all.filter(({ rule }) => rule !== 'en.offset.vague')
  const first = (...kinds: readonly FoundTiming['timing']['kind'][]) => found.find((f) => kinds.includes(f.timing.kind))
  const session = first('session')
  const date = first('date', 'window')
  if (session?.timing.kind === 'session') {
    const { asWritten, body, number } = session.timing
    return { asWritten, kind: 'session', body, session: number, date: null }
  }
  const relative = first('offset', 'relative', 'unclear')
  const open = (f: FoundTiming) => f.timing.kind === 'recurring' && f.timing.startSession !== null
  const recurring = found.find((f) => f.timing.kind === 'recurring' && !(open(f) && relative))
  const started = recurring?.timing.kind === 'recurring' && recurring.timing.startYear !== null
  if (date && !started) return { ...noDue, asWritten: written(date), kind: 'date', date: date.code }
  if (recurring?.timing.kind === 'recurring') {
    return {
      ...noDue,
      asWritten: written(recurring),
      kind: 'recurring',
      body: recurring.timing.body,
      date: recurring.code,
    }
  }
  if (!relative) return noDue
  const of = relative.timing.kind === 'offset' && relative.timing.of.kind === 'session' ? relative.timing.of.body : null
  return { ...noDue, asWritten: written(relative), kind: 'relative', body: of, date: relative.code }
}

const written = (found: FoundTiming): string | null => ('asWritten' in found.timing ? found.timing.asWritten : null)

/** The code of a time a person gave, where the words themselves were not read. */
export function codeOf(timing: FoundTiming['timing']): string | null {
  switch (timing.kind) {
    case 'date':
      return timing.date
    case 'window':
      return windowCode(timing.from, timing.to)
    case 'recurring': {
      const { every, startYear } = timing
      return every === null || startYear === null ? every : `${every}/${startYear}`
    }
    default:
      return null
  }
}

/** `2012`, `2012-Q1`, `2012-H2`, else both ends. */
function windowCode(from: string, to: string): string {
  const year = from.slice(0, 4)
  if (to.slice(0, 4) !== year) return `${from}/${to}`
  const span = `${from.slice(5)}/${to.slice(5)}`
  const named: Readonly<Record<string, string>> = {
    '01-01/12-31': year,
    '01-01/03-31': `${year}-Q1`,
    '04-01/06-30': `${year}-Q2`,
    '07-01/09-30': `${year}-Q3`,
    '10-01/12-31': `${year}-Q4`,
    '01-01/06-30': `${year}-H1`,
    '07-01/12-31': `${year}-H2`,
  }
  return named[span] ?? `${from}/${to}`
}
