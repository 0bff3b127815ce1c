import type { Condition } from '@resolute/reader'
import type { Mandate, Obligation } from '#modules/mandates'

/** Conditions that say with which money something is to be done (guideline of readings, "Conditions"). */
const moneyClasses: ReadonlySet<Condition['class']> = new Set(['extrabudgetary', 'within_existing_resources'])

/**
 * How a paragraph asks for money for the text it stands in. `field.md` section 2.3, "resources (call)". A call for money
 * for something else (another resolution, an office as a whole) is none of these. Examples are executed in the tests.
 */
export const moneyRules = [
  {
    id: 'for-the-purposes',
    pattern: /\bprovide extrabudgetary (?:resources|contributions)\b.*\bfor (?:the|these) purposes\b/i,
    example: 'Invites States and other donors to provide extrabudgetary resources for the purposes described above',
  },
  {
    id: 'for-the-present-text',
    pattern:
      /\bprovide extrabudgetary (?:resources|contributions)\b.*\bimplementation of .*\bpresent (?:resolution|decision)\b/i,
    example:
      'Invites Member States and other donors to provide extrabudgetary resources for implementation of the relevant paragraphs of the present resolution',
  },
] as const

/** Words of the conditions about money, as written, each once. */
export function statedResources(obligations: readonly Obligation[]): string[] {
  const conditions = obligations.flatMap((obligation) => obligation.conditions)
  return [...new Set(conditions.filter((c) => moneyClasses.has(c.class)).map((c) => c.asWritten))]
}

/** Paths of the paragraphs of the same text that ask for contributions. */
export function moneyPaths(register: readonly { readonly mandate: Mandate }[], mandate: Mandate): string[] {
  return register
    .map((registered) => registered.mandate)
    .filter((other) => other.document === mandate.document && other.unit === mandate.unit)
    .filter(({ text }) => moneyRules.some(({ pattern }) => pattern.test(text)))
    .map(({ path }) => path)
}
