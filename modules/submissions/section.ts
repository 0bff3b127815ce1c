import type { Language } from '@resolute/reader'
import type { Directory } from '#modules/parties'
import { mandateAddress } from './addresses.ts'
import { answerInWords } from './answer-words.ts'
import { saidIn } from './figures.ts'
import type { CallSection, SectionParagraph } from './finding.ts'
import { inOrderOfNames, questionsAsked, type Received, submissionAddress } from './received.ts'
import { askedIn, receivedIn } from './section-asked.ts'
import { findingsIn } from './section-findings.ts'
import { questionsIn } from './section-questions.ts'
import { dayInWords, type Telling, tellingOf } from './telling.ts'
import type { Voice } from './voice.ts'

/**
 * What the report says of a call: who was asked, who answered, what was found in the answers, and figures with their
 * denominators; every name leads to its submission. `received` must hold what stood public on the day and nothing else.
 * Pure: the same facts, the same section.
 */
export function sectionOf(
  received: Received,
  given: { readonly language: Language; readonly asOf: string; readonly directory: Directory; readonly voice: Voice },
): CallSection {
  const telling = tellingOf(received, given)
  const { words, call } = received
  const { anchor } = words
  return {
    call,
    address: `/calls/${call}`,
    language: given.language,
    asOf: given.asOf,
    title: saidIn(words.subject, given.language).words,
    anchor,
    submissions: received.submissions.length,
    paragraphs: withHeadings([
      ...askedIn(telling, anchor && mandateAddress(anchor)),
      ...receivedIn(telling),
      ...findingsIn(telling),
      ...questionsIn(telling),
    ]),
    annex: annexOf(telling),
  }
}

/** A heading stands above the first of the paragraphs that have it. */
function withHeadings(paragraphs: readonly SectionParagraph[]): readonly SectionParagraph[] {
  return paragraphs.map((paragraph, at) =>
    at > 0 && paragraphs[at - 1]!.heading === paragraph.heading ? { ...paragraph, heading: null } : paragraph,
  )
}

/** The replies, whole, in the order of names. */
function annexOf({ received, named, language, say }: Telling): CallSection['annex'] {
  const questions = questionsAsked(received)
  return inOrderOfNames(received.submissions, named, language).map((submission) => ({
    name: named(submission),
    address: submissionAddress(submission),
    language: submission.language,
    sent: dayInWords(submission.at, language),
    answers: questions.flatMap((question) => {
      const answer = submission.answers[question.id]
      if (!answer) return []
      return [
        {
          label: saidIn(question.label, language).words,
          words: answerInWords(question, answer, say),
          language: 'language' in answer ? answer.language : null,
        },
      ]
    }),
  }))
}
