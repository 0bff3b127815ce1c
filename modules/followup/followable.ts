import type { Due } from '#modules/calendar'
import type { Lying } from '#modules/parties'
import { inAddress } from '#platform/addresses'
import type { Database } from '#platform/database'

/** Kinds of things that can be followed up. An obligation of the register, an invitation to answer a call. */
export type FollowableKind = 'obligation' | 'invitation'

/**
 * Something asked of somebody, with a place where it was asked: a dossier can be opened on it. The socket is the same
 * for whatever is asked: an obligation (2012/19, paragraph 17) and an invitation to answer a call (2012/19, paragraph 4).
 */
export interface Followable {
  readonly kind: FollowableKind
  /** `<holder>/<n>`. Never given to anything else, even when this one is gone. */
  readonly id: string
  /** Id of what holds it: of the mandate, or the call. */
  readonly holder: string
  /** Id among the actors, of one or of a group; null where the name is nobody's we know. */
  readonly actor: string | null
  readonly actorName: string
  /** What is asked, in a line. */
  readonly title: string
  /** What it is about, shorter, where the text says so. */
  readonly subject: string | null
  /** The paragraph it was asked in; null for what no paragraph orders, as a call made freely. */
  readonly anchor: { readonly document: string; readonly unit: string; readonly path: string } | null
  /** When it is due and why, or why there is no date. */
  readonly dues: readonly Due[]
  /** "Continue to ...": what was done is never the end of it. */
  readonly continuing: boolean
  /** How strongly it is asked; what is recommended may be left aside. */
  readonly force: 'decision' | 'request' | 'call' | 'recommendation' | 'recognition'
  /** Whether it is asked so that one may accept it or not before acting on it. */
  readonly acceptable: boolean
}

/**
 * How a room offers what it asks of others: two views of its own schema. Lists of dossiers start from them, so that a
 * dossier nobody has touched costs no row, and a page of a hundred thousand is one question to the database.
 */
export interface FollowableSource {
  readonly kind: FollowableKind
  /**
   * View with one row for each that stands: `key bigint, holder text, n int, actor text, actor_name text, day date,
   * document text, unit text, path text, title text, subject text, force text, continuing boolean, acceptable boolean,
   * dues jsonb`. `day` is the first due date or infinity; both `(day, key)` and `(actor, day, key)` are indexed.
   */
  readonly view: 'mandates.followables' | 'submissions.followables'
  /** View of every date of those above: `key, body, session, from_date, to_date, n`; `(body, session, from_date)` is indexed. */
  readonly dues: 'mandates.followable_dues' | 'submissions.followable_dues'
  /** Asked before the views are read: what is kept of the calendar is brought up to it. */
  current(): Promise<void>
  /** Where a room of its own says who answers: where each of these lies, by its id. */
  lying?(ids: readonly string[]): Promise<ReadonlyMap<string, Lying & { readonly actor: string }>>
}

/** A source with what this room adds to it. */
export interface FollowableProvider extends FollowableSource {
  /** Those of these ids that stand, in any order; `from` an act that is going on, which sees what it did itself. */
  find(ids: readonly string[], from?: Database): Promise<readonly Followable[]>
}

/** Page on which a followable is answered: its dossier, or the form of its call. */
export const answerAddress = ({ kind, id }: Pick<Followable, 'kind' | 'id'>): string =>
  kind === 'obligation' ? `/dossiers/${inAddress(id)}` : `/calls/${id.replace('/', '/answer/')}`

/** `E/RES/2012/19#17/1` -> `E/RES/2012/19#17` and 1; null where it names nothing. */
export function partsOf(id: string): { readonly holder: string; readonly n: number } | null {
  const match = /^(.{1,600})\/([1-9]\d{0,5})$/su.exec(id)
  return match && !id.includes('\u0000') ? { holder: match[1]!, n: Number(match[2]) } : null
}

/** Ids that can be addresses of something, as their two parts. */
export function placesOf(ids: readonly string[]): Places {
  const parts = ids.flatMap((id) => partsOf(id) ?? [])
  return { holders: parts.map(({ holder }) => holder), ns: parts.map(({ n }) => n) }
}

/** Followables by their place, `holder` and `n` side by side. */
export interface Places {
  readonly holders: readonly string[]
  readonly ns: readonly number[]
}
