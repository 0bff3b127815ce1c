import type { Clause } from '@resolute/reader'
import type { Due, SessionTable, Why } from '#modules/calendar'
import type { Mandate, Obligation, ReadingState } from '#modules/mandates'
import type { Directory } from '#modules/parties'
import { type Stretch, stretchOf } from '#web'
import { type Sureness, surenessOf } from '../sureness.ts'
import { isPerson } from './is-person.ts'

/** What the margin says of one paragraph: its clauses, and what each of them asks of whom. */
export interface Reading {
  readonly mandate: string
  readonly unit: string
  readonly path: string
  readonly clauses: readonly Clause[]
  /** Whose reading it is. */
  readonly state: ReadingState
  readonly asks: readonly Ask[]
  readonly stretches: readonly Stretch[]
}

export interface Ask {
  readonly id: string
  readonly kind: Obligation['kind']
  readonly force: Obligation['force']
  readonly actor: string | null
  readonly actorName: string
  readonly action: string
  readonly subject: string | null
  readonly toWhom: readonly string[]
  readonly conditions: readonly string[]
  readonly dues: readonly Due[]
  readonly reasons: readonly string[]
  readonly continuing: boolean
  readonly by: string
  /** A person decided; else how sure the rules are. */
  readonly person: boolean
  readonly certainty: number
  readonly sure: Sureness
}

/** What puts dates and those who are asked into the language of the visitor. */
export interface Tongue {
  explain(why: Why): string
  called(actor: string | null, asRead: string): string
}

export function tongueOf(calendar: SessionTable, directory: Directory, language: string): Tongue {
  return {
    explain: (why) => calendar.explain(why, language),
    called: (actor, asRead) => directory.called(actor, asRead, language),
  }
}

export function readingOf(mandate: Mandate, obligations: readonly Obligation[], tongue: Tongue): Reading {
  return {
    mandate: mandate.id,
    unit: mandate.unit,
    path: mandate.path,
    clauses: mandate.clauses,
    state: mandate.reading.state,
    stretches: stretchesOf(mandate.text, mandate.clauses),
    asks: obligations.map((obligation) => askOf(obligation, tongue)),
  }
}

export function askOf(obligation: Obligation, { explain, called }: Tongue): Ask {
  const { id, kind, force, actor, actorName, act, subject, toWhom, dues, continuing, by, certainty } = obligation
  return {
    id,
    kind,
    force,
    actor,
    actorName: called(actor, actorName),
    action: act,
    subject,
    toWhom,
    conditions: obligation.conditions.map((condition) => condition.asWritten),
    dues,
    reasons: dues.map((due) => explain(due.why)),
    continuing,
    by,
    person: isPerson(by),
    certainty,
    sure: surenessOf(certainty),
  }
}

/** Where the clauses of a paragraph say what: verb, addressees, conditions, times. What stands in the chapeau is not here. */
export function stretchesOf(text: string, clauses: readonly Clause[]): readonly Stretch[] {
  return clauses.flatMap((clause) => {
    const from = clause.verbStart ?? 0
    const verb: Stretch | null =
      clause.verbStart === null ? null : { start: from, end: from + clause.verb.length, kind: 'verb' }
    return [
      verb,
      ...clause.addressees.map((addressee) => stretchOf(text, addressee.asWritten, 'addressee', from)),
      ...clause.conditions.map((condition) => stretchOf(text, condition.asWritten, 'condition', from)),
      stretchOf(text, clause.due.asWritten, 'time', from),
    ].filter((stretch) => stretch !== null)
  })
}
