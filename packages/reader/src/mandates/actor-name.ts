import type { AddresseeClass } from './clause.ts'

/** An actor with a proper name: the name the register uses, its class, and the other ways texts write it. */
export interface ActorName {
  readonly name: string
  readonly class: AddresseeClass
  readonly aliases: readonly string[]
  /**
   * Short definite forms ("the Office", "the Commission") that stand for it once the full name has been mentioned, or
   * where the organ in `speaks` speaks.
   */
  readonly shortened: readonly string[]
  /** Official names of the organs in whose texts the shortened form needs no mention before. */
  readonly speaks: readonly string[]
}

/** A row of the gazetteer; aliases and short forms are separated by " | ". */
export const actor = (
  actorClass: AddresseeClass,
  name: string,
  aliases: string = '',
  { shortened = '', speaks = '' }: { readonly shortened?: string; readonly speaks?: string } = {},
): ActorName => {
  const list = (text: string) => (text === '' ? [] : text.split(' | '))
  return { name, class: actorClass, aliases: list(aliases), shortened: list(shortened), speaks: list(speaks) }
}
