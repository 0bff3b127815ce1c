import type { Clause, Timing } from '@resolute/reader'

/** The parts of a clause two readings are compared by, in the order of the form. */
export const comparedParts = ['force', 'addressees', 'action', 'conditions', 'time', 'report'] as const

export interface Difference {
  readonly verb: string
  readonly part: (typeof comparedParts)[number] | 'clause'
  /** What each reading has there; null where it has no such clause. */
  readonly one: string | null
  readonly other: string | null
}

/** Where two readings of one paragraph differ. Clauses are set side by side by their verb and its place. */
export function differencesOf(one: readonly Clause[], other: readonly Clause[]): readonly Difference[] {
  const left = keyed(one)
  const right = keyed(other)
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key): readonly Difference[] => {
    const a = left.get(key)
    const b = right.get(key)
    if (!a || !b) {
      const { verb } = (a ?? b)!
      return [{ verb, part: 'clause', one: a ? summary(a) : null, other: b ? summary(b) : null }]
    }
    return comparedParts.flatMap((part) => {
      const [was, is] = [partOf(a, part), partOf(b, part)]
      return was === is ? [] : [{ verb: a.verb, part, one: was, other: is }]
    })
  })
}

/** By verb and its place; one verb that governs several clauses is counted. */
function keyed(clauses: readonly Clause[]): ReadonlyMap<string, Clause> {
  const seen = new Map<string, number>()
  return new Map(
    clauses.map((clause) => {
      const key = `${clause.verb} ${clause.verbStart}`
      const times = (seen.get(key) ?? 0) + 1
      seen.set(key, times)
      return [`${key} ${times}`, clause]
    }),
  )
}

const summary = (clause: Clause): string => [partOf(clause, 'addressees'), clause.action].filter(Boolean).join(': ')

function partOf(clause: Clause, part: (typeof comparedParts)[number]): string {
  switch (part) {
    case 'force':
      return clause.force
    case 'addressees':
      return clause.addressees
        .map(({ asWritten, name }) => (asWritten === null || asWritten === name ? name : `${name} (${asWritten})`))
        .join('; ')
    case 'action':
      return clause.action
    case 'conditions':
      return clause.conditions.map(({ asWritten }) => asWritten).join('; ')
    case 'time':
      return clause.timings.map(wordsOf).filter(Boolean).join('; ')
    case 'report': {
      const { is_report, to_whom, on_what } = clause.reporting
      return is_report ? [to_whom, on_what].filter(Boolean).join(': ') || '+' : ''
    }
  }
}

/** A time as written, with what it was understood as where that could differ for the same words. */
function wordsOf(timing: Timing): string {
  switch (timing.kind) {
    case 'none':
      return ''
    case 'session':
      return `${timing.asWritten} (${timing.body} ${timing.number ?? timing.year ?? timing.relative ?? ''})`
    case 'date':
      return `${timing.asWritten} (${timing.date})`
    case 'window':
      return `${timing.asWritten} (${timing.from} – ${timing.to})`
    case 'recurring':
      return `${timing.asWritten} (${[timing.every, timing.startYear ?? timing.startSession, timing.body].filter(Boolean).join(', ')})`
    case 'offset':
    case 'relative':
    case 'unclear':
      return timing.asWritten
  }
}
