import type { IsoDate } from '#modules/calendar'
import type { Dossier, Reply, Update } from '#modules/followup'
import type { Directory } from '#modules/parties'
import { inAddress } from '#platform/addresses'
import type { Reported } from './report.ts'

/** What was on file about the duties of a report on its day. */
export interface Recorded {
  /** By the id of the obligation; one that is left out has no information. */
  readonly reported: ReadonlyMap<string, readonly Reported[]>
  /** How many are asked by an obligation; 1 where it is not a group, null where nobody has listed the group. */
  readonly asked: ReadonlyMap<string, number | null>
}

export const nothingRecorded: Recorded = { reported: new Map(), asked: new Map() }

/** Where a dossier stands in the application. */
export const dossierAddress = (obligation: string): string => `/dossiers/${inAddress(obligation)}`

/** What of a dossier goes into a report. */
type Said = Pick<Dossier, 'id' | 'replies'>

/**
 * What a dossier said in public at the end of a day: of each reply the newest update that had gone out by then and was
 * neither withdrawn nor replaced by another that had gone out. What was written down later is not seen, so that the
 * report of a day stays the same whenever it is compiled.
 */
export function reportedBy(dossier: Said, day: IsoDate): readonly Reported[] {
  return dossier.replies.flatMap((reply) => {
    const standing = reply.updates.filter((update) => stands(update, reply, day)).sort(newestFirst)[0]
    return standing === undefined ? [] : [reportedOf(dossier, reply, standing, day)]
  })
}

/** How many an actor stands for: a group of States its members, where it is known who they are; any other one. */
export function sizeOf(actor: string | null, directory: Directory): number | null {
  const known = actor === null ? null : directory.actor(actor)
  if (known === null) return null
  if (known.kind !== 'group') return 1
  if (known.covers === 'every-state') return directory.actors({ kind: 'state' }).length
  return known.group === null ? null : directory.actors({ kind: 'state', group: known.group }).length
}

const byThe = (day: IsoDate, instant: string | undefined): boolean =>
  instant !== undefined && instant.slice(0, 10) <= day

function stands(update: Update, reply: Reply, day: IsoDate): boolean {
  if (!byThe(day, update.cleared?.at) || byThe(day, update.withdrawn?.at)) return false
  return !reply.updates.some((other) => other.corrects === update.id && byThe(day, other.cleared?.at))
}

const newestFirst = (a: Update, b: Update): number =>
  b.asOf.localeCompare(a.asOf) || (b.cleared?.at ?? '').localeCompare(a.cleared?.at ?? '')

function reportedOf(dossier: Said, reply: Reply, update: Update, day: IsoDate): Reported {
  const address = dossierAddress(dossier.id)
  return {
    obligation: dossier.id,
    actor: reply.actor,
    actorName: reply.actorName,
    status: update.status,
    asOf: update.asOf,
    narrative: update.narrative,
    language: update.language,
    reason: update.reason,
    onBehalf: update.onBehalf,
    published: update.cleared?.at.slice(0, 10) ?? update.at.slice(0, 10),
    address,
    evidence: update.evidence
      .filter((one) => byThe(day, one.at) && !byThe(day, one.withdrawn?.at))
      .map(({ id, title, content }) => ({
        title,
        address: `${address}#evidence-${id}`,
        url: content.kind === 'link' ? content.url : null,
      })),
  }
}
