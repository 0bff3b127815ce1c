import type { IsoDate, Why } from '#modules/calendar'
import { statusOf } from '#modules/followup'
import type { DueEntry, Mandate, Obligation } from '#modules/mandates'
import { mandateAddress, pathInWords, placeOf } from './citation.ts'
import { dossierAddress, type Recorded } from './record.ts'
import type { ReportDuty, ReportEntry, UndatedEntry } from './report.ts'
import { moneyPaths, statedResources } from './resources.ts'
import { statusOfDuty } from './status.ts'
import type { Words } from './words.ts'

/** A mandate with what it asks, as the register keeps it. */
export interface Registered {
  readonly mandate: Mandate
  readonly obligations: readonly Obligation[]
}

/** What a paragraph asks of an actor, with the date the report is about, or why there is none. */
export interface Asked extends Omit<DueEntry, 'due' | 'status'> {
  readonly due: {
    readonly part: string | null
    readonly from: IsoDate | null
    readonly to: IsoDate | null
    readonly why: string
  }
}

export const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

/** One entry per paragraph with something due, in the order of the register. The numbers are given by the report. */
export function entriesOf(
  due: readonly Asked[],
  register: readonly Registered[],
  recorded: Recorded,
  words: Words,
): ReportEntry[] {
  const missing = due.find((entry) => !register.some(({ mandate }) => mandate.id === entry.mandate))
  if (missing) throw new Error(`due entry of a mandate that is not in the register: ${missing.mandate}`)
  return register.flatMap((registered) => {
    const own = due.filter((entry) => entry.mandate === registered.mandate.id)
    return own.length === 0 ? [] : [entryOf(registered, own, register, recorded, words)]
  })
}

function entryOf(
  registered: Registered,
  due: readonly Asked[],
  register: readonly Registered[],
  recorded: Recorded,
  words: Words,
): ReportEntry {
  const { mandate, obligations } = registered
  const duties = due.map((entry) => dutyOf(entry, obligations, recorded))
  const { name } = placeOf(mandate.document, mandate.unit, words)
  const conditions = unique(duties.flatMap((duty) => duty.conditions))
  return {
    number: 0,
    document: mandate.document,
    unit: mandate.unit,
    unitTitle: mandate.unitTitle,
    path: mandate.path,
    adopted: mandate.adopted,
    mandate: mandate.id,
    address: mandateAddress(mandate.id),
    citation: words('reports.citation.paragraph', { unit: name, path: pathInWords(mandate.path) }),
    context: mandate.context,
    text: mandate.text,
    actionRequired: askedInWords(duties, mandate.text, words),
    addressees: unique(duties.map((duty) => duty.actor)),
    conditions,
    toWhom: unique(duties.flatMap((duty) => duty.toWhom)),
    due: unique(duties.map(({ why }) => why)).join(words('reports.separator')),
    status: unique(duties.map((duty) => statusOfDuty(duty, words))).join(words('reports.separator')),
    statusAddress: dossierAddress(duties[0]!.obligation),
    resources: resourcesOf(registered, duties, register, words),
    calls: [],
    remark: null,
    duties,
  }
}

/** Who is asked what; those asked the same stand together. */
function askedInWords(duties: readonly ReportDuty[], text: string, words: Words): string {
  const conjunction = new Intl.ListFormat(words.language, { type: 'conjunction' })
  const byAct = Map.groupBy(duties, (duty) => actOf(duty, text))
  return [...byAct]
    .map(([action, same]) => ({ action, actor: conjunction.format(unique(same.map(({ actor }) => actor))) }))
    .map((asked) => words('reports.entries.asks', asked))
    .join(words('reports.separator'))
}

/** An event by its matter; an act as written, with an ellipsis where the sentence goes on. */
function actOf({ kind, action, subject }: ReportDuty, text: string): string {
  if (kind === 'event') return subject ?? action
  const at = text.indexOf(action)
  const goesOn = at >= 0 && /^\s*[\p{L}\p{N}(“"]/u.test(text.slice(at + action.length))
  return goesOn ? `${action} …` : action
}

function dutyOf(entry: Asked, obligations: readonly Obligation[], { reported, asked }: Recorded): ReportDuty {
  const obligation = obligations.find((o) => o.id === entry.obligation)
  const said = reported.get(entry.obligation) ?? []
  return {
    obligation: entry.obligation,
    kind: entry.kind,
    actor: entry.actor,
    action: obligation?.action ?? entry.subject,
    subject: obligation?.subject ?? entry.subject,
    toWhom: obligation?.toWhom ?? (entry.toWhom === null ? [] : [entry.toWhom]),
    conditions: unique((obligation?.conditions ?? []).map((condition) => condition.asWritten)),
    from: entry.due.from,
    to: entry.due.to,
    why: entry.due.why,
    status: statusOf(
      said.map(({ status }) => status),
      asked.get(entry.obligation) ?? Number.POSITIVE_INFINITY,
    ),
    asked: asked.get(entry.obligation) ?? null,
    reported: said,
    continuing: entry.continuing,
  }
}

function resourcesOf(
  { mandate, obligations }: Registered,
  duties: readonly ReportDuty[],
  register: readonly Registered[],
  words: Words,
): string | null {
  const own = obligations.filter((o) => duties.some((duty) => duty.obligation === o.id))
  const stated = statedResources(own)
  if (stated.length > 0) return words('reports.resources.conditions', { conditions: stated.join('”; “') })
  const paths = moneyPaths(register, mandate)
  return paths.length === 0 ? null : words('reports.resources.invited', { paths: paths.map(pathInWords).join(', ') })
}

/** Every duty for which the calendar gives no date, with the reason. */
export function undatedOf(
  register: readonly Registered[],
  explain: (why: Why) => string,
  words: Words,
): UndatedEntry[] {
  return register.flatMap(({ mandate, obligations }) =>
    obligations.flatMap((obligation) => {
      const first = obligation.dues[0]
      if (obligation.dues.some((due) => due.state === 'dated')) return []
      if (first?.state !== 'undated') return []
      return [
        {
          document: mandate.document,
          unit: mandate.unit,
          path: mandate.path,
          mandate: mandate.id,
          address: mandateAddress(mandate.id),
          actor: obligation.actorName,
          action: obligation.action,
          reason: first.reason,
          why: explain(first.why) || words(`reports.undated.reason.${first.reason}`),
        },
      ]
    }),
  )
}
