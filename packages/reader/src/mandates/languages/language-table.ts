import type { Language } from '../../languages.ts'
import type { AddresseeClass, Force } from '../clause.ts'
import type { Rule } from '../rule.ts'

/** What the verb of an organ means. `toSecretariat`: a verb of several meanings that asks the Secretariat as a request. */
export interface ForceOf {
  readonly force: Force
  readonly toSecretariat?: 'request'
  /** Whether the verb is rendered by more than one English verb of different force. */
  readonly several?: true
}

/** Who is meant, by the English name the register uses and the class of the guideline. */
export interface ActorOf {
  readonly name: string
  readonly class: AddresseeClass
}

/**
 * All that reading mandates knows of one language beside English: the force of verbs, the principal actors, and how a
 * sentence is put together. Everything else of a clause (conditions, times, reports) is left to a person.
 */
export interface LanguageTable {
  readonly language: Language
  /** Tried in order on the opening in lower case; a known verb that fits none is a recognition. */
  readonly forces: readonly Rule<ForceOf>[]
  /** Looked for in the words between the verb and the act; of two that overlap, the earlier and longer wins. */
  readonly actors: readonly Rule<ActorOf>[]
  /** What stands before a further verb of the organ; global. */
  readonly joins: RegExp
  /** Whether what stands there is "and", not a comma alone. */
  readonly and: RegExp
  /** Verbs of recognition and decision that may govern a further clause of a paragraph, adverbs first. */
  readonly further: RegExp
  /** Where the act starts, behind those asked; null in a language that does not mark it. */
  readonly act: RegExp | null
  /** Between two of those asked, where no word marks the act: the next name has to be joined to the one before. */
  readonly between: RegExp | null
  /** Phrases between commas that name others than those asked; global. */
  readonly aside: RegExp
  /** After a verb of decision: acts the organ undertakes, and among them those complete once decided. */
  readonly undertakes: RegExp
  readonly completed: RegExp
  /** Signs looked through in names. */
  readonly ignored?: RegExp
}

/** Builders of the rows of one language. */
export function rowsFor(language: Language, edges: (source: string) => RegExp) {
  return {
    force: (name: string, meaning: ForceOf, source: string, example: string): Rule<ForceOf> => ({
      id: `${language}.performative.${name}`,
      language,
      pattern: new RegExp(`^(?:${source})`, 'u'),
      meaning,
      example,
    }),
    actor: (actorClass: AddresseeClass, name: string, source: string, example: string): Rule<ActorOf> => ({
      id: `${language}.actor.${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
      language,
      pattern: edges(source),
      meaning: { name, class: actorClass },
      example,
    }),
  }
}
