import type { Language } from '@resolute/reader'
import { periodInWords } from '#modules/calendar'
import type { Actor, Directory } from '#modules/parties'
import { localeOf } from '#platform/i18n'
import type { Speak } from '#platform/words'
import type { SectionLink, SectionSentence } from './finding.ts'
import { inOrderOfNames, type Named, type Received, submissionAddress } from './received.ts'
import type { Submission } from './submission.ts'
import type { Voice } from './voice.ts'

/** What a section is told with: the facts, the language, and how things are named in it. */
export interface Telling {
  readonly received: Received
  readonly language: Language
  readonly asOf: string
  readonly say: Speak
  readonly named: Named
  actorOf(id: string): Actor | null
  /** The same, told in another language. */
  in(language: Language): Telling
}

interface Given {
  readonly language: Language
  readonly asOf: string
  readonly directory: Directory
  readonly voice: Voice
}

export function tellingOf(received: Received, given: Given): Telling {
  const { language, asOf, directory, voice } = given
  return {
    received,
    language,
    asOf,
    say: voice(language),
    named: namedIn(directory, language),
    actorOf: (id) => directory.actor(id),
    in: (other) =>
      other === language ? tellingOf(received, given) : tellingOf(received, { ...given, language: other }),
  }
}

export const namedIn =
  (directory: Directory, language: Language): Named =>
  ({ actor, name }) =>
    directory.called(actor, name, language)

/** "22 April 2013". */
export function dayInWords(instant: string, language: string): string {
  const day = instant.slice(0, 10)
  return periodInWords({ from: day, to: day }, language)
}

/** Words joined as a language joins a list: "Chile, Italy and Peru". */
export const listed = (items: readonly string[], language: string): string =>
  new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items)

/** Names of those who sent submissions, as a list with a link for each. */
export function linkedNames(
  submissions: readonly Submission[],
  { named, language }: Telling,
  question?: string,
): { readonly list: string; readonly links: readonly SectionLink[] } {
  const ordered = inOrderOfNames(submissions, named, language)
  return {
    list: listed(ordered.map(named), language),
    links: ordered.map((one) => ({ words: named(one), address: submissionAddress(one, question) })),
  }
}

const arabic = /\p{Script=Arabic}/u

/**
 * Words of people in a sentence: where they run the other way they are held between marks of their own direction, so
 * that a sign at their end stays at their end.
 */
export function amid(text: string, language: Language): string {
  if (!/\p{L}/u.test(text) || arabic.test(text) === (language === 'ar')) return text
  const mark = language === 'ar' ? '\u200E' : '\u200F'
  return `${mark}${text}${mark}`
}

/** A sentence of the section's own words. */
export const sentence = (
  { say, language }: Telling,
  id: string,
  facts: Readonly<Record<string, string | number>> = {},
  links: readonly SectionLink[] = [],
): SectionSentence => ({ words: say(`submissions.section.${id}`, facts), links, language })
