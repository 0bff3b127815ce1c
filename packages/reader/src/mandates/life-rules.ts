import type { Life, LifeStage } from './clause.ts'
import { fitting, type Rule } from './rule.ts'

const row = (stage: LifeStage, name: string, pattern: RegExp, example: string): Rule<LifeStage> => ({
  id: `en.life.${name}`,
  language: 'en',
  pattern,
  meaning: stage,
  example,
})

/**
 * On the words of a clause from its verb on; the first row that fits decides, and a clause that asks or decides and
 * fits none is a new mandate. Ending and superseding come first: "decides to replace and extend" replaces.
 */
export const lifeRules: readonly Rule<LifeStage>[] = [
  row(
    'superseding',
    'replaces',
    /\b(?:to|shall|will) (?:be )?(?:replaced?|superseded?|rescind(?:ed)?|supplant(?:ed)?)\b|\b(?:in place of|which replaces|superseding|replacing) (?:the|its|resolution|decision)\b/i,
    'Decides to replace the annual report by an oral update',
  ),
  row(
    'ending',
    'ends',
    /\b(?:to|shall|will|that) (?:[\w-]+ )?(?:terminate|discontinue|dissolve|disband|abolish|lift|liquidate|wind up|be (?:terminated|discontinued|dissolved|abolished|lifted|disbanded)|cease to exist|no longer)\b|\b(?:completion|conclusion|termination|end) of (?:the|its) mandate\b|\bno longer apply\b/i,
    'Decides to discontinue the working group',
  ),
  row(
    'renewed',
    'extends',
    /\bto (?:extend|renew|re-establish|reappoint|prolong)\b|^(?:also |further )*(?:extends|renews)\b|\bshall (?:be extended|remain in force)\b/i,
    'Decides to extend the mandate of the Special Rapporteur',
  ),
  row(
    'renewed',
    'reiterates',
    /^(?:also |further |once again )*(?:reiterates|renews|repeats|reaffirms) (?:also |further |once again )*(?:its|the) (?:[\w-]+ )?(?:request|call|appeal|invitation|recommendation|demand|encouragement)|^its (?:request|call|invitation|recommendation)/i,
    'Reiterates its request to the Secretary-General',
  ),
  row(
    'continuing',
    'continues',
    /\b(?:to|shall|should|and|that [\w ]{1,40}) (?:also |further |actively )?(?:continue|remain|maintain|keep)\b|\bcontinues to\b/i,
    'Requests the Office to continue to provide assistance',
  ),
]

/** The rows that may fit some words of a plain paragraph. */
export const lifeFor = fitting(lifeRules)

/** The stage of life of a mandate; null for a recognition, which gives none. */
export function lifeOf(words: string, mandate: boolean, rules: readonly Rule<LifeStage>[] = lifeRules): Life | null {
  if (!mandate) return null
  for (const rule of rules) {
    const m = rule.pattern.exec(words)
    if (m) return { stage: rule.meaning, asWritten: m[0] }
  }
  return { stage: 'new', asWritten: null }
}
