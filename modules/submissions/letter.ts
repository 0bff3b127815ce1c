import { type Language, type LocalisedText, languages } from '@resolute/reader'
import { periodInWords } from '#modules/calendar'
import { wordsIn } from '#platform/words'
import type { Anchor, Call } from './call.ts'

const words = wordsIn(new URL('./messages/', import.meta.url))

/** The paragraph that orders a call, as it was written. */
export interface Ordering extends Pick<Anchor, 'unit' | 'path' | 'document'> {
  readonly text: string
  readonly language: Language
}

/** What a letter rests on. */
export interface LetterFacts {
  readonly round: 'ask' | 'remind'
  readonly call: Call
  readonly ordering: Ordering | null
  /** Who calls, in the language of the letter; null where the call names nobody. */
  readonly caller: string | null
  readonly invitee: {
    readonly id: string
    /** In the language of the letter. */
    readonly name: string
    readonly deadline: string | null
    readonly extended: boolean
  }
  readonly language: Language
  /** Page that opens for whoever holds it; null where none can be given. */
  readonly link: string | null
  /** Page to sign in to. */
  readonly account: string | null
}

/** One paragraph of a letter; words of others are in their own language. */
export interface LetterPart {
  readonly kind: 'words' | 'quote' | 'address'
  readonly text: string
  readonly language: Language
}

/** What a text says in a language, else in English, else in the first it has. */
export function saidIn(
  text: LocalisedText,
  language: Language,
): { readonly words: string; readonly language: Language } | null {
  const found = [language, 'en' as const, ...languages].find((one) => text[one]?.trim())
  return found === undefined ? null : { words: text[found]!.trim(), language: found }
}

/** A day as one writes it: "1 December 2012". */
export const dayInWords = (day: string, language: Language): string => periodInWords({ from: day, to: day }, language)

/** Subject of the letter: what it is about and by when. */
export function subjectOf({ round, call, invitee, language }: LetterFacts): string {
  const subject = saidIn(call.words.subject, language)?.words ?? call.id
  const day = dayInWords(invitee.deadline ?? call.words.deadline ?? '', language)
  return words(language)(`submissions.letter.subject.${round}`, { day, subject })
}

/**
 * The letter in paragraphs: what is asked, which paragraph orders it, by when, how to answer with nothing to install,
 * and whom to write to. The same in mail and on paper.
 */
export function partsOfLetter(facts: LetterFacts): readonly LetterPart[] {
  const { round, call, ordering, caller, invitee, language, link, account } = facts
  const say = words(language)
  const spoken = (id: string, given: Parameters<typeof say>[1] = {}): LetterPart => {
    return { kind: 'words', text: say(`submissions.letter.${id}`, given), language }
  }
  const address = (text: string): LetterPart => ({ kind: 'address', text, language: 'en' })
  const subject = saidIn(call.words.subject, language)?.words ?? call.id
  const introduction = saidIn(call.words.introduction, language)
  const { report, contact } = call.words
  const deadline = invitee.deadline ?? call.words.deadline
  // What a call is introduced with may hold the paragraph already.
  const isQuoted = ordering !== null && introduction?.words.includes(ordering.text.slice(0, 120)) === true
  return [
    caller === null ? spoken('nobody-calls', { subject }) : spoken('asks', { caller, subject }),
    ...(round === 'remind' ? [spoken('remind')] : []),
    ...(ordering === null || isQuoted
      ? []
      : [
          spoken('ordered', { path: ordering.path, unit: placeOf(ordering) }),
          ...ordering.text
            .split('\n')
            .map((text): LetterPart => ({ kind: 'quote', text, language: ordering.language })),
        ]),
    ...(introduction === null
      ? []
      : introduction.words.split(/\n{2,}/).map((text): LetterPart => {
          return { kind: 'words', text, language: introduction.language }
        })),
    ...(deadline === null ? [] : [spoken('by', { day: dayInWords(deadline, language) })]),
    ...(invitee.extended ? [spoken('extended')] : []),
    ...(report === null ? [] : [spoken('report', { body: report.body, session: report.session })]),
    ...(link === null ? [] : [spoken('link'), address(link)]),
    ...(link !== null || account === null ? [] : [spoken('account'), address(account)]),
    spoken('saved'),
    spoken('offline'),
    spoken('nothing'),
    ...(contact === null ? [] : [spoken('contact', { contact })]),
  ]
}

/** Where the paragraph stands: a sheet is its own unit. */
const placeOf = ({ unit, document }: Ordering): string => (unit === document ? unit : `${unit}, ${document}`)

/** The letter as mail: plain text, words of another language marked by their quotation alone. */
export function mailOf(facts: LetterFacts): { readonly subject: string; readonly text: string } {
  const say = words(facts.language)
  const text = [
    say('submissions.letter.to', { name: facts.invitee.name }),
    ...partsOfLetter(facts).map((part) => (part.kind === 'quote' ? `    ${part.text}` : part.text)),
    say('submissions.letter.reference', { reference: facts.invitee.id }),
    ...(facts.caller === null ? [] : [say('submissions.letter.closing', { caller: facts.caller })]),
  ]
  return { subject: subjectOf(facts), text: `${text.join('\n\n')}\n` }
}

export const letterWords = words
