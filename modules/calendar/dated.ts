import type { Due, Period, UndatedReason, Why } from './session.ts'
import type { Sitting } from './sessions-of.ts'

type Dated = Extract<Due, { state: 'dated' }>

export function undated(reason: UndatedReason, code: string, facts: Why['facts']): Due {
  return { state: 'undated', reason, why: { code, facts } }
}

export function atSitting(asWritten: string, sitting: Sitting, code = 'session'): Dated {
  const { body, number, part, dates, mark } = sitting
  const why = { code: sitting.window ? `${code}-window` : code, facts: factsOf(asWritten, sitting) }
  return { state: 'dated', body, session: number, part, from: dates.from, to: dates.to, mark, why }
}

export function factsOf(asWritten: string, { body, number, part, dates, mark, postponedFrom }: Sitting): Why['facts'] {
  const planned: Why['facts'] = postponedFrom ? { plannedFrom: postponedFrom.from, plannedTo: postponedFrom.to } : {}
  return {
    asWritten,
    body,
    number,
    part,
    from: dates.from,
    to: dates.to,
    mark,
    moved: postponedFrom !== null,
    ...planned,
  }
}

export function inPeriod(asWritten: string, { from, to }: Period, code: string): Dated {
  // A date that stands in the text is not in doubt: it was seen in its source.
  const mark = code === 'recurring-window' ? 'derived' : 'verified'
  const why = { code, facts: { asWritten, from, to, mark } }
  return { state: 'dated', body: null, session: null, part: null, from, to, mark, why }
}
