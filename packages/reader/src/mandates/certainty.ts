import type { Ask } from './ask.ts'
import type { Addressee } from './clause.ts'

/** How sure a reading is, 0 to 1: less for groups nobody knows, for noun phrases that ask, for pronouns resolved. */
export function certaintyOf(rule: string, ask: Ask, addressees: readonly Addressee[]): number {
  let sure = 0.98
  if (rule === 'en.performative.passive') sure -= 0.05
  if (ask.pronoun !== null) sure -= 0.2
  if (ask.form === 'object' && /\.(?:requests|encourages|invites|urges|calls-upon)$/.test(rule)) sure -= 0.2
  if (ask.form === 'none') sure -= 0.3
  if (addressees.some((a) => a.class === 'other')) sure -= 0.15
  return Math.max(0.1, Number(sure.toFixed(2)))
}
