import { mayMatch } from '../pattern-needs.ts'
import type { Addressee } from './clause.ts'
import type { ReadClause } from './read-clause.ts'
import { bodiesFor } from './session-bodies.ts'
import type { Surroundings } from './surroundings.ts'
import type { Timing } from './timing.ts'
import { timingsIn } from './timings.ts'

/** Something that takes place or is taken up at a session, named in a clause that asks or decides something. */
export interface EventReading {
  readonly actor: Addressee
  readonly action: string
  readonly subject: string
  readonly timings: readonly Timing[]
}

const held =
  /\b(?:the|a|an|its|one|two) (?<what>[^,;]{3,90}?(?:discussions?|debate|meetings?|dialogue|seminar|workshops?|conference|event|panel|segment|symposium|consultations)) (?:that (?:is|will be) |which (?:is|will be) )?to be (?:held|convened|organized)(?= )/g
const theme =
  /\bthe (?<what>(?:[\w-]+ )?theme) (?=for the )(?<when>for the [^,;"]{3,160}?) (?:will|shall|should|would) be (?<title>[^;]+)/g
const review =
  /\bat which (?:time|session|point) (?<who>[^,;]{3,90}?) (?:shall|will|should|would) (?<what>[^;]{3,200})/g

/** Events of a clause: a discussion "to be held during the session", the theme of a session, a review at its end. */
export function eventsIn(masked: string, plain: string, read: ReadClause, s: Surroundings): readonly EventReading[] {
  const text = masked.slice(0, read.end)
  const bodyAt = bodiesFor(masked, [], read.start, s)
  const found: EventReading[] = []
  const push = (subject: string, action: string, times: readonly Timing[]) => {
    const sessions = times.filter((t) => t.kind === 'session')
    const timings = sessions.length > 0 ? sessions : times
    const body = sessions[0]?.kind === 'session' ? sessions[0].body : null
    if (timings.length === 0) return
    const actor: Addressee = {
      asWritten: null,
      implied: true,
      name: body ?? s.organ?.name ?? '',
      class: body === s.organ?.name ? 'self' : 'intergovernmental_body',
    }
    if (actor.name !== '') found.push({ actor, action, subject, timings })
  }
  const timesOf = (from: number, to: number) => timingsIn(masked, masked, plain, from, to, bodyAt).map((t) => t.timing)
  for (const m of exec(held, text, read.start)) {
    const start = m.index + m[0].length
    const stop = /[;]|, and | in order /.exec(text.slice(start))
    push(
      m.groups!.what!,
      plain.slice(m.index, m.index + m[0].length),
      timesOf(start, stop ? start + stop.index : read.end),
    )
  }
  for (const m of exec(theme, text, read.start)) {
    const when = m.index + m[0].indexOf(m.groups!.when!)
    const title = m.index + m[0].length - m.groups!.title!.length
    push(
      `${m.groups!.what}: ${plain.slice(title, title + m.groups!.title!.length).replace(/[.;,\s]+$/, '')}`,
      plain.slice(m.index, title).trim(),
      timesOf(when, when + m.groups!.when!.length),
    )
  }
  for (const m of exec(review, text, read.start)) {
    const what = m.index + m[0].length - m.groups!.what!.length
    push(
      plain.slice(what, what + m.groups!.what!.length),
      plain.slice(m.index, m.index + m[0].length).trim(),
      timesOf(read.start, m.index),
    )
  }
  return found
}

function* exec(pattern: RegExp, text: string, from: number): Generator<RegExpExecArray> {
  if (!mayMatch(pattern, text)) return
  let at = from
  for (;;) {
    pattern.lastIndex = at
    const m = pattern.exec(text)
    if (!m) return
    at = m.index + Math.max(1, m[0].length)
    yield m
  }
}
