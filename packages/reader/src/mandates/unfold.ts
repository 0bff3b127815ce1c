import { actionAt } from './action.ts'
import type { Addressee } from './clause.ts'
import { eventsIn } from './events.ts'
import { impliedReports } from './implied-reports.ts'
import { nestedAskIn } from './nested-asks.ts'
import type { ObligationKind, ObligationLink, ObligationReading } from './obligation.ts'
import { maskedText } from './plain-text.ts'
import type { ReadClause } from './read-clause.ts'
import { objectOf } from './report-object.ts'
import type { FoundReport } from './reporting.ts'
import type { Surroundings } from './surroundings.ts'
import type { Timing } from './timing.ts'

type Draft = Omit<ObligationReading, 'id' | 'unit' | 'path' | 'links'> & {
  /** What the act does for the others of its paragraph: asks, gives input, or takes it up. */
  readonly role: 'asks' | 'asked' | 'gives' | 'works' | 'reports' | 'none'
  readonly actors: string
}

const gives =
  /^(?:continue to |also |further )*(?:submit|provide|share|give|communicate|transmit|send|furnish|make available|present)\b[^;]*\b(?:views|suggestions|comments|information|inputs?|proposals|experiences|replies|responses|observations|recommendations|data)\b/i
const takesUp =
  /\b(?:those|these|the|such|their|its) (?:submissions?|suggestions|views|comments|information|inputs?|proposals|replies|responses|contributions|findings|report|recommendations|outcome|analysis|deliberations)\b/i

/** The obligations of one paragraph, nested asks unfolded, in the order of the text (contract: `ObligationReading`). */
export function obligationsOf(
  unit: string,
  path: string,
  reads: readonly ReadClause[],
  s: Surroundings,
  under: 'recognition' | null,
): readonly ObligationReading[] {
  if (under === 'recognition') return []
  const drafts = reads.flatMap((read, clause) => (read.clause.force === 'recognition' ? [] : draftsOf(read, clause, s)))
  return drafts.map((draft, i) => {
    const { role: _role, actors: _actors, ...obligation } = draft
    return {
      ...obligation,
      id: `${unit}#${path}/${i + 1}`,
      unit,
      path,
      links: linksOf(drafts, i, (n) => `${unit}#${path}/${n + 1}`),
    }
  })
}

function linksOf(drafts: readonly Draft[], at: number, id: (index: number) => string): readonly ObligationLink[] {
  const own = drafts[at]!
  const links: ObligationLink[] = []
  drafts.forEach((other, i) => {
    if (i === at) return
    if (own.role === 'asks' && other.role === 'asked' && other.clause === own.clause)
      links.push({ how: 'asks-for', to: id(i) })
    if (i < at || other.role !== 'reports') return
    const sameActor = own.role === 'works' && other.clause === own.clause && other.actor.name === own.actor.name
    const taken =
      (own.role === 'gives' || own.role === 'asked') &&
      (other.clause > own.clause ? takesUp.test(`${other.subject ?? ''} ${other.action}`) : other.actors !== own.actors)
    if (sameActor || taken) links.push({ how: 'feeds', to: id(i) })
  })
  return links
}

function draftsOf(read: ReadClause, clause: number, s: Surroundings): readonly Draft[] {
  const masked = maskedText(s.plain)
  const { clause: c } = read
  const base = { clause, force: c.force, conditions: c.conditions, by: c.by, certainty: c.certainty }
  const drafts: Draft[] = []
  const add = (kind: ObligationKind, who: readonly Addressee[], action: string, more: Partial<Draft>) => {
    const timings: readonly Timing[] = more.timings && more.timings.length > 0 ? more.timings : [{ kind: 'none' }]
    const continuing = /^(?:continue|keep|maintain)\b/i.test(action) || timings.some((t) => t.kind === 'recurring')
    for (const actor of who) {
      drafts.push({
        ...base,
        kind,
        actor,
        action,
        subject: null,
        toWhom: [],
        role: 'none',
        ...more,
        actors: who.map((a) => a.name).join('; '),
        timings,
        continuing,
      })
    }
  }
  const nested = nestedAskIn(masked, s.plain, read, s)
  const events = eventsIn(masked, s.plain, read, s)
  const implied = impliedReports(masked, s.plain, read, s)
  if (nested) {
    add('other', c.addressees, c.action, { role: 'asks', timings: sessionsFirst(read.times.map((t) => t.timing)) })
    add('other', nested.addressees, nested.action, {
      role: 'asked',
      toWhom: nested.toWhom,
      certainty: base.certainty - 0.05,
    })
  } else addOwn(read, masked, s, add)
  for (const event of events)
    add('event', [event.actor], event.action, { subject: event.subject, timings: event.timings })
  for (const report of implied)
    add('report', [report.actor], report.action, {
      role: 'reports',
      subject: report.subject,
      toWhom: report.toWhom,
      timings: report.timings,
      certainty: 0.7,
    })
  return drafts
}

const takesPlace = /^(?:shall )?(?:convene|hold|organize|meet|host)\b(?:, [^,]+,)* ?/i

type Add = (kind: ObligationKind, who: readonly Addressee[], action: string, more: Partial<Draft>) => void

/** What the clause itself asks: its work, and each of its reports, as obligations of their own. */
function addOwn(read: ReadClause, masked: string, s: Surroundings, add: Add): void {
  const { clause: c } = read
  const reports = merged(read.reports)
  const real = reports.filter(
    (report) => report.toWhom.length > 0 || /\.(?:report|prepare|passive|keep-informed)$/.test(report.rule.id),
  )
  if (real.length === 0) {
    const timings = sessionsFirst(read.times.map((t) => t.timing))
    const dated = timings.some((t) => t.kind === 'session' || t.kind === 'window' || t.kind === 'date')
    const event = dated && takesPlace.test(c.action)
    add(event ? 'event' : 'other', c.addressees, c.action, {
      role: gives.test(s.plain.slice(read.action, read.end)) ? 'gives' : 'none',
      timings,
      subject: event ? c.action.replace(takesPlace, '') : null,
    })
    return
  }
  const first = real[0]!
  if (first.start > read.action + 4) {
    const before = read.times.filter((t) => t.start < first.start).map((t) => t.timing)
    add('other', c.addressees, workOf(masked, s.plain, read.action, first.start), {
      role: 'works',
      timings: sessionsFirst(before),
    })
  }
  real.forEach((report, i) => {
    const end = real[i + 1]?.start ?? read.end
    const times = read.times.filter((t) => t.start >= report.start && t.start < end).map((t) => t.timing)
    const timings = sessionsFirst(
      i === 0 && real.length === 1 && first.start <= read.action + 4 ? read.times.map((t) => t.timing) : times,
    )
    const bodies = timings.flatMap((t) => (t.kind === 'session' ? [t.body] : []))
    const toWhom = [...new Set([...report.toWhom, ...bodies])]
    const action =
      first.start <= read.action + 4 && i === 0 ? c.action : actionAt(masked, s.plain, report.start, end, true).text
    add('report', c.addressees, action, {
      role: 'reports',
      subject: report.onWhat ?? objectOf(s.plain, masked, report, end) ?? c.reporting.on_what,
      toWhom,
      ...(report.through && { through: report.through }),
      timings,
    })
  })
}

/** The work before the report that is asked for with it: up to "and to report" or "with a view to presenting". */
function workOf(masked: string, plain: string, from: number, to: number): string {
  const before = plain
    .slice(from, to)
    .replace(/(?:,? and|,)?(?:,? (?:in particular|also|to that end),?)?(?: to| with a view to| including)? *$/, '')
  return actionAt(masked, plain, from, from + before.length, true).text
}

/** A report that names nobody ("prepare a report on X") and the next one ("and to present it to the Council") are one. */
function merged(reports: readonly FoundReport[]): readonly FoundReport[] {
  const out: FoundReport[] = []
  for (const report of reports) {
    const last = out.at(-1)
    if (last && last.toWhom.length === 0)
      out[out.length - 1] = { ...report, start: last.start, onWhat: last.onWhat ?? report.onWhat }
    else out.push(report)
  }
  return out
}

/** Guideline, "Due": where a session is named, a date beside it only says when that session is. */
function sessionsFirst(timings: readonly Timing[]): readonly Timing[] {
  const sessions = timings.filter((t) => t.kind === 'session')
  return sessions.length > 0 ? sessions : timings
}
