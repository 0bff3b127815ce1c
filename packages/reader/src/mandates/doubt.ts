/** What makes a reading doubtful; what each of them means stands beside its test in `certainty.ts`. */
export const doubts = [
  'nothing-asked',
  'nobody-asked',
  'pronoun',
  'short-form',
  'unread-addressee',
  'time-missed',
  'condition-missed',
  'report-missed',
  'class-unknown',
  'bound-unclear',
  'many-addressees',
  'groups-apart',
  'limit-elsewhere',
  'many-conditions',
  'several-times',
  'relative-time',
  'need-or-duty',
  'passive',
  'nobody-above',
  'report-or-not',
  'verb-missed',
  'read-in-part',
] as const

export type Doubt = (typeof doubts)[number]
