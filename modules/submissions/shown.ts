import type { Answer, Answers } from './answer.ts'
import type { Condition, Form, Question } from './form.ts'

/** Whether something was answered: a note that there is no answer is none. */
const isAnswered = (answer: Answer | undefined): boolean => answer !== undefined && answer.kind !== 'note'

function holds(condition: Condition, answer: Answer | undefined): boolean {
  if (!('anyOf' in condition)) return isAnswered(answer)
  if (answer?.kind === 'choice') return answer.option !== null && condition.anyOf.includes(answer.option)
  if (answer?.kind === 'several') return answer.options.some((option) => condition.anyOf.includes(option))
  return false
}

/**
 * Ids of the questions that are asked, given what was answered: a condition on a question that is not asked itself does
 * not hold. Others keep what was written, but it is not sent.
 */
export function shownIn(form: Form, answers: Answers): ReadonlySet<string> {
  const shown = new Set<string>()
  const fits = (when: Condition | null): boolean =>
    when === null || (shown.has(when.question) && holds(when, answers[when.question]))
  for (const section of form.sections) {
    if (!fits(section.when)) continue
    for (const question of section.questions) if (fits(question.when)) shown.add(question.id)
  }
  return shown
}

/** A question and all others that decide whether it is asked, in any of these forms. */
export function decidingOn(question: string, forms: readonly Form[]): readonly string[] {
  const found = new Set([question])
  for (const one of found) {
    for (const section of forms.flatMap(({ sections }) => sections)) {
      const asked = section.questions.find(({ id }) => id === one)
      if (!asked) continue
      for (const when of [section.when, asked.when]) if (when) found.add(when.question)
    }
  }
  return [...found]
}

/** Ids of the questions that are asked, required, and have neither an answer nor a note. */
export function missingIn(form: Form, answers: Answers): readonly string[] {
  const shown = shownIn(form, answers)
  return questionsOf(form)
    .filter(({ id, required }) => required && shown.has(id) && answers[id] === undefined)
    .map(({ id }) => id)
}

export const questionsOf = (form: Form): readonly Question[] => form.sections.flatMap(({ questions }) => questions)
