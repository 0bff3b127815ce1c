import { askRules } from './ask-rules.ts'
import { citationRules } from './citation-rules.ts'
import type { DraftRule } from './draft.ts'
import { endingRules } from './ending-rules.ts'
import { footnoteRules } from './footnote-rules.ts'
import { lengthRules } from './length-rules.ts'
import { mandateLifeRules } from './mandate-life-rules.ts'
import { numberingRules } from './numbering-rules.ts'
import { openingRules } from './opening-rules.ts'
import { repetitionRules } from './repetition-rules.ts'
import { resourceRules } from './resource-rules.ts'

/** Every rule of the draft check, by subject. */
export const draftRules: readonly DraftRule[] = [
  ...askRules,
  ...mandateLifeRules,
  ...resourceRules,
  ...repetitionRules,
  ...openingRules,
  ...endingRules,
  ...numberingRules,
  ...footnoteRules,
  ...citationRules,
  ...lengthRules,
]
