import type { ClauseDue } from './clause.ts'
import type { FoundTiming } from './timings.ts'

export const noDue: ClauseDue = { asWritten: null, kind: 'none', body: null, session: null, date: null }

/**
 * The one time of a clause in the guideline's codes: a session before a date, a date before a recurrence, a recurrence
 * before anything relative; the first of its kind.
 */
export function dueOf(found: readonly FoundTiming[]): ClauseDue {
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
