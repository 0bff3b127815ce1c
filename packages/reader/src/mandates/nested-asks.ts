import { actionAt } from './action.ts'
import { askAt } from './ask.ts'
import type { Addressee } from './clause.ts'
import { blotted } from './plain-text.ts'
import type { ReadClause } from './read-clause.ts'
import { reportsIn } from './reporting.ts'
import { relativesIn } from './subordinate.ts'
import type { Surroundings } from './surroundings.ts'

/** An ask inside an ask: whom the one asked is to ask, for what, and to whom it goes. */
export interface NestedAsk {
  readonly addressees: readonly Addressee[]
  readonly action: string
  readonly toWhom: readonly string[]
}

const asks = /^(?:continue to |also |further )*(?:request|invite|encourage|urge|ask|call upon|call on|remind) /

/** "to request Member States to submit to the Office their views" (`field.md` 0, trap 12; guideline clause rule 3). */
export function nestedAskIn(
  masked: string,
  plain: string,
  read: Pick<ReadClause, 'action' | 'end'>,
  s: Surroundings,
): NestedAsk | null {
  const verb = asks.exec(masked.slice(read.action, read.end))
  if (!verb) return null
  const from = read.action + verb[0].length
  const ask = askAt(masked, from, read.end, s, false)
  if (ask.form !== 'infinitive' || ask.named.length === 0) return null
  const core = blotted(masked, relativesIn(masked, ask.action, read.end))
  const toWhom = reportsIn(core, ask.action, read.end, s)[0]?.toWhom ?? []
  return {
    addressees: ask.named.map((n) => n.addressee),
    action: actionAt(masked, plain, ask.action, read.end, true).text,
    toWhom,
  }
}
