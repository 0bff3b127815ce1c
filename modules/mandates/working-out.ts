import { createHash } from 'node:crypto'
import type { Timing } from '@resolute/reader'
import type { Due, DueContext, IsoDate, SessionTable } from '#modules/calendar'

/** Raised when the rules of this file change, so that dues kept before are worked out anew. */
const rulesHere = 2

/** No obligation is kept with more dates than this: a daily duty would otherwise fill the register. */
const mostDues = 120

/** Recurring duties are worked out to the end of the year of the last session in the calendar; without any, once. */
export function horizonOf(table: SessionTable): IsoDate {
  const ends = table
    .bodies()
    .flatMap(({ code }) => table.sessions(code))
    .flatMap(({ parts }) => parts.map(({ held, planned }) => (held ?? planned)?.to ?? ''))
  return `${(ends.sort().at(-1) || '0001').slice(0, 4)}-12-31`
}

/** What the dates of an obligation depend on. */
export interface Duty {
  readonly timings: readonly Timing[]
  readonly context: DueContext
  /** Names of who acts and who is reported to. */
  readonly concerned: readonly string[]
}

/** When an obligation is due: what all its timings give, dates first in order of time, then reasons why there are none. */
export function duesOf(duty: Duty, table: SessionTable, horizon: IsoDate): readonly Due[] {
  const dues = duty.timings.flatMap((timing) => table.due(rhythmOf(timing, duty, table), duty.context, horizon))
  const dated = dues.filter((due) => due.state === 'dated').sort((a, b) => order(a.from, b.from) || order(a.to, b.to))
  return [...dated, ...dues.filter((due) => due.state === 'undated')].slice(0, mostDues)
}

/**
 * A rhythm alone names no session ("biennially, starting in 2012"): it is kept at the sessions of a body only where that
 * body acts, is reported to, or has its sessions named in the text; else it is a matter of years.
 */
function rhythmOf(timing: Timing, { concerned }: Duty, table: SessionTable): Timing {
  if (timing.kind !== 'recurring' || timing.body === null || timing.part || timing.startSession !== null) return timing
  const code = table.findBody(timing.body)?.code
  return concerned.some((name) => table.findBody(name)?.code === code) ? timing : { ...timing, body: null }
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** One timing of each kind: a calendar whose rules changed answers them differently. */
const probes: readonly Timing[] = [
  ...(['opening', 'regular', 'reconvened', null] as const).flatMap((part) => [
    probe({ number: 22, part }),
    probe({ relative: 'next', part }),
    probe({ year: 2013, part }),
  ]),
  { kind: 'date', asWritten: 'p', date: '2013-05' },
  { kind: 'window', asWritten: 'p', from: '2012-01-01', to: '2012-03-31' },
  ...(['P1Y', 'P2Y', 'P2M', null] as const).flatMap((every): Timing[] => [
    { kind: 'recurring', asWritten: 'p', every, startYear: 2012, startSession: null, body: null, part: null },
    { kind: 'recurring', asWritten: 'p', every, startYear: null, startSession: 21, body: '', part: null },
    { kind: 'recurring', asWritten: 'p', every, startYear: null, startSession: null, body: '', part: 'regular' },
  ]),
  ...(['before', 'after'] as const).map(
    (direction): Timing => ({
      kind: 'offset',
      asWritten: 'p',
      direction,
      span: { count: 1, unit: 'month' },
      atLeast: true,
      of: probe({ number: 22 }),
    }),
  ),
  { kind: 'offset', asWritten: 'p', direction: 'before', span: null, atLeast: false, of: probe({ number: 22 }) },
  { kind: 'relative', asWritten: 'promptly' },
  { kind: 'none' },
  { kind: 'unclear', asWritten: 'p' },
]

function probe(given: Partial<Extract<Timing, { kind: 'session' }>>): Extract<Timing, { kind: 'session' }> {
  return { kind: 'session', asWritten: 'p', body: '', number: null, year: null, relative: null, part: null, ...given }
}

/**
 * What the dues were worked out from: the calendar's bodies and sessions, and its answers to one timing of each kind,
 * for each body, so that a change of its rules is noticed as well as one of its dates.
 */
export function fingerprintOf(table: SessionTable): string {
  const horizon = horizonOf(table)
  const bodies = table.bodies()
  const answers = bodies.flatMap(({ code, name }) => {
    const context: DueContext = { adopted: '2011-04-15', session: { body: code, number: 20 } }
    return probes.map((timing) => table.due(inBody(timing, name.en), context, horizon))
  })
  const sessions = bodies.map(({ code }) => table.sessions(code))
  return createHash('sha256')
    .update(JSON.stringify([rulesHere, bodies, sessions, answers]))
    .digest('hex')
}

function inBody(timing: Timing, body: string): Timing {
  switch (timing.kind) {
    case 'session':
      return { ...timing, body }
    case 'recurring':
      return timing.startYear === null ? { ...timing, body } : timing
    case 'offset':
      return timing.of.kind === 'event' ? timing : { ...timing, of: inBody(timing.of, body) }
    default:
      return timing
  }
}
