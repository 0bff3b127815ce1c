import type { Permission } from '#platform/access'

const office = ['officer'] as const
const answering = ['focal-point', 'invitee', 'officer'] as const
const own = ['focal-point', 'invitee'] as const
const analysis = ['officer', 'evaluator'] as const

/**
 * Who may do what with calls. A focal point for its own actor, an invitee for the one invitation whose link it holds, an
 * officer for what was sent to the office; further rules of an act stand with the act.
 */
const rows = {
  makeCall: { act: 'submissions.make-call', roles: office },
  changeCall: { act: 'submissions.change-call', roles: office },
  changeForm: { act: 'submissions.change-form', roles: office },
  openCall: { act: 'submissions.open-call', roles: office },
  issueForm: { act: 'submissions.issue-form', roles: office },
  closeCall: { act: 'submissions.close-call', roles: office },
  dropCall: { act: 'submissions.drop-call', roles: office },
  invite: { act: 'submissions.invite', roles: office },
  changeInvitation: { act: 'submissions.change-invitation', roles: office },
  uninvite: { act: 'submissions.uninvite', roles: office },
  ask: { act: 'submissions.ask', roles: office },
  remind: { act: 'submissions.remind', roles: office },
  extend: { act: 'submissions.extend', roles: office },
  renewLink: { act: 'submissions.renew-link', roles: office },
  save: { act: 'submissions.save', roles: answering },
  bringFile: { act: 'submissions.bring-file', roles: answering },
  assign: { act: 'submissions.assign', roles: ['focal-point', 'officer'] },
  handOn: { act: 'submissions.hand-on', roles: ['focal-point'] },
  takeBack: { act: 'submissions.take-back', roles: ['focal-point'] },
  send: { act: 'submissions.send', roles: answering },
  withdraw: { act: 'submissions.withdraw', roles: own },
  show: { act: 'submissions.show', roles: own },
  makeFinding: { act: 'submissions.make-finding', roles: analysis },
  changeFinding: { act: 'submissions.change-finding', roles: analysis },
  dropFinding: { act: 'submissions.drop-finding', roles: analysis },
  markPassage: { act: 'submissions.mark-passage', roles: analysis },
  unmarkPassage: { act: 'submissions.unmark-passage', roles: analysis },
} as const satisfies Readonly<Record<string, Permission>>

export const permissions: Readonly<Record<keyof typeof rows, Permission>> = rows

/** Typing is no act of the record: what is not sent is nobody's business but theirs who write it (decision 007). */
const withoutEntry: readonly string[] = [rows.save.act]

export const acts: readonly string[] = Object.values(rows)
  .map(({ act }) => act)
  .filter((act) => !withoutEntry.includes(act))
