import type { Language } from '../../languages.ts'
import type { CitedAct } from '../citation.ts'

/** A body by its name in a language. */
export interface BodyRow {
  /** Its official name in English, which keys are made of. */
  readonly name: string
  /** Every form the name takes in sentences; tried anywhere. */
  readonly pattern: RegExp
  readonly example: string
}

/** The words with which a language cites resolutions and decisions. Patterns are written for `plainText`. */
export interface CitationWords {
  readonly language: Language
  /** The noun with what hangs on it; group 1 is not empty where more than one act is meant. */
  readonly nouns: readonly { readonly act: CitedAct['act']; readonly pattern: RegExp; readonly example: string }[]
  /** Where the number stands: "résolution 60/251", "第60/251号决议". */
  readonly number: 'behind' | 'before'
  /** One number as printed; no sign of a word around it. */
  readonly printed: RegExp
  /** The number as English prints it: `217 A (III)`. */
  readonly inEnglish: (printed: string) => string
  /** Between the noun and its number, apart from a body: "no", "№"; sticky. */
  readonly signs: RegExp
  /** The day of adoption, behind a number or, where the number stands before the noun, in front of it. */
  readonly dated: RegExp
  /** Its title in quotes, in the same place; group 1 is the title. */
  readonly titled: RegExp
  /** Between noun or number and the body that adopted it: "de l'"; sticky. */
  readonly of: RegExp
  /** Between two numbers of one list. */
  readonly nextInList: RegExp
  /** Words in front of the noun, or its own ending, that make it the act of the one who speaks: "sa ", "свою ". */
  readonly its: RegExp
  /** The part meant, in front of the noun: "paragraphe 12 de la"; group 1 is the part. */
  readonly partBefore: RegExp
  readonly bodies: readonly BodyRow[]
  /** Short definite forms by the form the English tables have; tried anywhere, apart from the full names. */
  readonly shortForms: readonly { readonly short: string; readonly pattern: RegExp; readonly example: string }[]
}
