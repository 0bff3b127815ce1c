import type { AddresseeClass, Clause, ConditionClass, Force, Timing } from '@resolute/reader'

/** A clause as it stands in the form: all text, rows that are left empty included. */
export interface ClauseDraft {
  readonly verb: string
  readonly inherited: boolean
  readonly force: Force
  readonly addressees: readonly AddresseeDraft[]
  readonly action: string
  readonly conditions: readonly { readonly asWritten: string; readonly class: ConditionClass }[]
  readonly timings: readonly TimingDraft[]
  readonly report: boolean
  readonly toWhom: string
  readonly onWhat: string
}

export interface AddresseeDraft {
  readonly asWritten: string
  readonly name: string
  /** Empty: what the rules make of the words. */
  readonly class: AddresseeClass | ''
}

/** `kept`: as it stands, whatever it is; `as-read`: what the rules make of the words; the others as given beside. */
export const timingKinds = ['as-read', 'kept', 'session', 'date', 'window', 'recurring', 'relative', 'unclear'] as const

export interface TimingDraft {
  readonly asWritten: string
  readonly kind: (typeof timingKinds)[number]
  /** The timing as it stands, as JSON; empty for a new one. */
  readonly kept: string
  readonly body: string
  readonly number: string
  readonly part: string
  readonly from: string
  readonly to: string
  readonly every: string
}

export const noTiming: TimingDraft = {
  asWritten: '',
  kind: 'as-read',
  kept: '',
  body: '',
  number: '',
  part: '',
  from: '',
  to: '',
  every: '',
}

export const emptyDraft: ClauseDraft = {
  verb: '',
  inherited: false,
  force: 'request',
  addressees: [],
  action: '',
  conditions: [],
  timings: [],
  report: false,
  toWhom: '',
  onWhat: '',
}

/** A reading as it is put into the form. */
export const draftOf = (clause: Clause): ClauseDraft => ({
  verb: clause.verb,
  inherited: clause.inherited,
  force: clause.force,
  addressees: clause.addressees.map(({ asWritten, name, class: group }) => {
    return { asWritten: asWritten ?? '', name, class: group }
  }),
  action: clause.action,
  conditions: clause.conditions,
  timings: clause.timings.flatMap((timing) => (timing.kind === 'none' ? [] : [timingDraft(timing)])),
  report: clause.reporting.is_report,
  toWhom: clause.reporting.to_whom ?? '',
  onWhat: clause.reporting.on_what ?? '',
})

function timingDraft(timing: Exclude<Timing, { kind: 'none' }>): TimingDraft {
  const draft = { ...noTiming, asWritten: timing.asWritten, kind: 'kept', kept: JSON.stringify(timing) } as const
  switch (timing.kind) {
    case 'session':
      return { ...draft, body: timing.body, number: String(timing.number ?? ''), part: timing.part ?? '' }
    case 'date':
      return { ...draft, from: timing.date }
    case 'window':
      return { ...draft, from: timing.from, to: timing.to }
    case 'recurring':
      return { ...draft, body: timing.body ?? '', every: timing.every ?? '', part: timing.part ?? '' }
    case 'offset':
    case 'relative':
    case 'unclear':
      return draft
  }
}

/** What a button of the form asks for besides trying and saving: `split:0`, `join:0`, `remove:0`, `add`. */
export function stepped(drafts: readonly ClauseDraft[], step: string): readonly ClauseDraft[] {
  const [what, place] = step.split(':')
  const at = Number(place)
  const draft = drafts[at]
  if (what === 'add') return [...drafts, emptyDraft]
  if (!draft) return drafts
  switch (what) {
    case 'split':
      return drafts.toSpliced(at + 1, 0, { ...draft, action: '', report: false, toWhom: '', onWhat: '' })
    case 'join': {
      const next = drafts[at + 1]
      return next ? drafts.toSpliced(at, 2, joined(draft, next)) : drafts
    }
    case 'remove':
      return drafts.toSpliced(at, 1)
    default:
      return drafts
  }
}

/** The verb and act of the first; whoever is asked, limits and times of both, each once. */
function joined(one: ClauseDraft, other: ClauseDraft): ClauseDraft {
  return {
    ...one,
    action: one.action || other.action,
    addressees: distinct([...one.addressees, ...other.addressees], ({ name, asWritten }) => name || asWritten),
    conditions: distinct([...one.conditions, ...other.conditions], ({ asWritten }) => asWritten.toLowerCase()),
    timings: distinct([...one.timings, ...other.timings], ({ asWritten, kept }) => `${asWritten} ${kept}`),
    report: one.report || other.report,
    toWhom: distinct([one.toWhom, other.toWhom].filter(Boolean), (name) => name).join('; '),
    onWhat: one.onWhat || other.onWhat,
  }
}

function distinct<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()]
}
