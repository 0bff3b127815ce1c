import type { Implementation, Reported, Update } from './dossier.ts'

/** What a step needs: nothing, a reason, or it cannot be taken. */
export type Step = 'plain' | 'reason' | 'refused'

/**
 * Every step from what was said last to what is said now; the one table of transitions. Rows: from. Columns: to.
 *
 * - Nobody reports `no_information`: what was said is withdrawn instead.
 * - What ends a matter without doing it (`overtaken`, `discontinued`) says why.
 * - What goes back behind what was said (done, now not; begun, now not) says why.
 * - A continuing duty takes the same steps: having done it once is said by `implemented`, and the dossier goes on.
 */
export const steps: Readonly<Record<Implementation, Readonly<Record<Implementation, Step>>>> = {
  no_information: {
    no_information: 'refused',
    not_started: 'plain',
    in_progress: 'plain',
    implemented: 'plain',
    overtaken: 'reason',
    discontinued: 'reason',
  },
  not_started: {
    no_information: 'refused',
    not_started: 'plain',
    in_progress: 'plain',
    implemented: 'plain',
    overtaken: 'reason',
    discontinued: 'reason',
  },
  in_progress: {
    no_information: 'refused',
    not_started: 'reason',
    in_progress: 'plain',
    implemented: 'plain',
    overtaken: 'reason',
    discontinued: 'reason',
  },
  implemented: {
    no_information: 'refused',
    not_started: 'reason',
    in_progress: 'reason',
    implemented: 'plain',
    overtaken: 'reason',
    discontinued: 'reason',
  },
  overtaken: {
    no_information: 'refused',
    not_started: 'reason',
    in_progress: 'reason',
    implemented: 'reason',
    overtaken: 'reason',
    discontinued: 'reason',
  },
  discontinued: {
    no_information: 'refused',
    not_started: 'reason',
    in_progress: 'reason',
    implemented: 'reason',
    overtaken: 'reason',
    discontinued: 'reason',
  },
}

/** What can be reported, in the order it is offered. */
export const reportable: readonly Reported[] = [
  'not_started',
  'in_progress',
  'implemented',
  'overtaken',
  'discontinued',
]

export type UpdateState = Update['state']

/** What becomes of an update by an act; null where the act cannot be done on it. */
export const lives: Readonly<
  Record<UpdateState, Readonly<Record<'clear' | 'withdraw' | 'correct', UpdateState | null>>>
> = {
  draft: { clear: 'published', withdraw: 'withdrawn', correct: 'replaced' },
  // Published words stay on the record; another update stands in their place.
  published: { clear: null, withdraw: 'withdrawn', correct: 'replaced' },
  replaced: { clear: null, withdraw: null, correct: null },
  withdrawn: { clear: null, withdraw: null, correct: null },
}

/**
 * The status of a dossier, from what was published. One who is asked: what that one said last. Several: what all of
 * them said alike; `in_progress` as soon as any said that something is being done or was done and not all say the same;
 * else what those who answered said, the more open of it where they differ. It adds nothing that nobody said.
 */
export function statusOf(published: readonly Reported[], asked: number): Implementation {
  const said = new Set(published)
  const [first] = published
  if (first === undefined) return 'no_information'
  if (said.size === 1 && (published.length >= asked || first === 'not_started')) return first
  if (said.has('in_progress') || said.has('implemented')) return 'in_progress'
  if (said.has('not_started') && said.size > 1) return 'not_started'
  return said.has('overtaken') ? 'overtaken' : first
}
