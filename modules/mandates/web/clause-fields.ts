import type { ClauseFault, GivenClause } from '@resolute/reader'
import { fieldOf } from '#web'
import { given } from '../api-readings-schemas.ts'
import { addresseeClasses, conditionClasses, forces } from '../closed-lists.ts'
import { type ClauseDraft, noTiming, type TimingDraft, timingKinds } from './clause-draft.ts'

/** More than any paragraph holds: what a form sends beyond it is left out. */
const most = { clauses: 30, rows: 40 }

const oneOf = <T extends string, D>(value: string, allowed: readonly T[], otherwise: D): T | D =>
  allowed.find((one) => one === value) ?? otherwise

/** The clauses a form sends, as far as they say anything; rows left empty are gone. */
export function draftsIn(form: FormData): readonly ClauseDraft[] {
  const count = Math.min(most.clauses, Number(fieldOf(form, 'clauses')) || 0)
  return Array.from({ length: count }, (_, i) => draftIn(form, `c${i}`))
}

function draftIn(form: FormData, at: string): ClauseDraft {
  const field = (name: string) => fieldOf(form, `${at}.${name}`).trim()
  const rows = <T extends object>(kind: string, read: (row: (name: string) => string) => T | null): T[] =>
    Array.from({ length: most.rows }, (_, k) => (form.has(`${at}.${kind}${k}.asWritten`) ? k : -1))
      .filter((k) => k >= 0)
      .flatMap((k) => read((name) => field(`${kind}${k}.${name}`)) ?? [])
  return {
    verb: field('verb'),
    inherited: field('inherited') === 'yes',
    force: oneOf(field('force'), forces, 'request'),
    addressees: rows('a', (row) => {
      const draft = {
        asWritten: row('asWritten'),
        name: row('name'),
        class: oneOf(row('class'), addresseeClasses, '' as const),
      }
      return draft.asWritten === '' && draft.name === '' ? null : draft
    }),
    action: field('action'),
    conditions: rows('l', (row) => {
      const draft = { asWritten: row('asWritten'), class: oneOf(row('class'), conditionClasses, 'other' as const) }
      return draft.asWritten === '' ? null : draft
    }),
    timings: rows('t', (row) => {
      const text = Object.fromEntries(Object.keys(noTiming).map((name) => [name, row(name)])) as unknown as TimingDraft
      return text.asWritten === '' ? null : { ...text, kind: oneOf(text.kind, timingKinds, 'as-read') }
    }),
    report: field('report') === 'yes',
    toWhom: field('toWhom'),
    onWhat: field('onWhat'),
  }
}

/** The drafts as an act takes them, or what is wrong with them before any word is looked up. */
export function givenIn(
  drafts: readonly ClauseDraft[],
): { readonly clauses: readonly GivenClause[] } | { readonly faults: readonly ClauseFault[] } {
  const read = given.safeParse(drafts.map(givenOf))
  if (read.success) return { clauses: read.data }
  const faults = read.error.issues.map(({ path: [clause, part, at] }): ClauseFault => {
    const place = { clause: Number(clause), at: typeof at === 'number' ? at : 0, asWritten: '' }
    return {
      ...place,
      part: partOf(String(part)),
      code: part === 'verb' || part === 'action' ? 'missing' : 'not-understood',
    }
  })
  return { faults }
}

function partOf(field: string): ClauseFault['part'] {
  switch (field) {
    case 'verb':
    case 'action':
      return field
    case 'addressees':
      return 'addressee'
    case 'conditions':
      return 'condition'
    default:
      return 'time'
  }
}

const orNull = (text: string): string | null => text || null

const givenOf = (draft: ClauseDraft): unknown => ({
  verb: draft.verb,
  inherited: draft.inherited,
  force: draft.force,
  addressees: draft.addressees.map(({ asWritten, name, class: group }) => {
    return { asWritten: orNull(asWritten), name: orNull(name), class: orNull(group) }
  }),
  action: draft.action,
  conditions: draft.conditions,
  timings: draft.timings.map(timingOf),
  reporting: { is_report: draft.report, to_whom: orNull(draft.toWhom), on_what: orNull(draft.onWhat) },
})

function timingOf({ asWritten, kind, kept, body, number, part, from, to, every }: TimingDraft): unknown {
  const session = { body, part: orNull(part) }
  const numbered = number === '' ? null : Number(number)
  switch (kind) {
    case 'kept':
      return { ...parsed(kept), asWritten }
    case 'session':
      return { kind, asWritten, ...session, number: numbered, year: null, relative: numbered === null ? 'next' : null }
    case 'date':
      return { kind, asWritten, date: from }
    case 'window':
      return { kind, asWritten, from, to }
    case 'recurring': {
      const startYear = /^\d{4}/.test(from) ? Number(from.slice(0, 4)) : null
      return {
        kind,
        asWritten,
        every: orNull(every),
        startYear,
        startSession: null,
        body: orNull(body),
        part: orNull(part),
      }
    }
    case 'as-read':
    case 'relative':
    case 'unclear':
      return { kind, asWritten }
  }
}

function parsed(kept: string): object {
  try {
    const value: unknown = JSON.parse(kept)
    return typeof value === 'object' && value !== null ? value : { kind: 'as-read' }
  } catch {
    return { kind: 'as-read' }
  }
}
