import type { Money } from './clause.ts'
import { fitting, type Rule } from './rule.ts'

type Reading = (found: RegExpExecArray) => Money

const row = (name: string, pattern: RegExp, example: string, meaning: Reading): Rule<Reading> => ({
  id: `en.money.${name}`,
  language: 'en',
  pattern,
  meaning,
  example,
})
const currency = (sign: string): string =>
  /euro|\u20ac/i.test(sign) ? 'EUR' : /franc|CHF/i.test(sign) ? 'CHF' : /pound|\u00a3/i.test(sign) ? 'GBP' : 'USD'
const scale = (word: string | undefined): number => (word === 'billion' ? 1e9 : word === 'million' ? 1e6 : 1)
const digits = String.raw`\d[\d, \u00a0]*(?:\.\d+)?`

/** Where the means come from or how much they are (rules of procedure on programme budget implications; `field.md`). */
export const moneyRules: readonly Rule<Reading>[] = [
  row(
    'extrabudgetary',
    /\b(?:extrabudgetary (?:resources|funds|funding|contributions)|voluntary (?:[\w-]+ ){0,4}?(?:contributions?|funding|funds|support to the [^,;]{0,40}fund)|voluntary trust funds?|contribut(?:e|ing|ions?) (?:[\w-]+ ){0,3}to (?:the|that|this|its) [^,;]{0,80}?(?:trust|voluntary|thematic) funds?)\b/i,
    'to provide extrabudgetary resources for these purposes',
    (m) => ({ kind: 'extrabudgetary', asWritten: m[0] }),
  ),
  row(
    'existing',
    /\bwithin (?:(?:the|its|their|limits|of|overall|approved) )*(?:existing|available) (?:and \w+ )?(?:\w+ )?(?:resources|means|appropriations|budget)\b|\bwithin (?:the )?existing (?:programme )?budgets?\b/i,
    'within existing resources',
    (m) => ({ kind: 'existing-resources', asWritten: m[0] }),
  ),
  row(
    'regular-budget',
    /\b(?:from|under|within|by|through|in) the (?:United Nations )?(?:regular budget|programme budget|proposed programme budget)(?: (?:for|of) [^,;.]{3,40})?/i,
    'financed from the regular budget',
    (m) => ({ kind: 'regular-budget', asWritten: m[0] }),
  ),
  row(
    'amount',
    new RegExp(
      String.raw`(?<sign>US\$|\$|\u20ac|\u00a3|(?:United States )?dollars|CHF)\s?(?<number>${digits})(?: (?<scale>million|billion))?|(?<number2>${digits})(?: (?<scale2>million|billion))? (?<sign2>(?:United States )?dollars|euros?|Swiss francs)`,
    ),
    'an amount of 1,234,500 United States dollars',
    (m) => ({
      kind: 'amount',
      asWritten: m[0].trim(),
      currency: currency(m.groups!.sign ?? m.groups!.sign2 ?? ''),
      amount:
        Number((m.groups!.number ?? m.groups!.number2 ?? '').replace(/[, \u00a0]/g, '')) *
        scale(m.groups!.scale ?? m.groups!.scale2),
    }),
  ),
  row(
    'adequate',
    /\b(?:adequate|sufficient|necessary|additional|appropriate|requisite) (?:[\w-]+,? (?:and )?){0,3}(?:resources|funding|funds|financing)\b/i,
    'to provide the necessary financial resources',
    (m) => ({ kind: 'resources-asked', asWritten: m[0] }),
  ),
]

/** "the cost of all activities should be met from voluntary contributions": said of money whoever is asked. */
export const meetsCosts = (words: string): boolean =>
  /\bcosts?\b[^;]{0,160}\b(?:met|borne|funded|financed|covered|absorbed|defrayed)\b/i.test(words)

/** The rows that may fit some words of a plain paragraph. */
export const moneyFor = fitting(moneyRules)

/** What the words of a clause say of money, one entry per row that fits, in the order of the rows. */
export function moneyIn(words: string, rules: readonly Rule<Reading>[] = moneyRules): readonly Money[] {
  return rules.flatMap((rule) => {
    const m = rule.pattern.exec(words)
    return m ? [rule.meaning(m)] : []
  })
}
