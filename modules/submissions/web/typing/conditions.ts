import { givenIn } from '../answer-names.ts'

/**
 * Shows what is asked and hides what is not, as `shownIn` decides it on the server: in the order of the form, a condition
 * on a question that is not asked itself does not hold. What was typed into something hidden stays.
 */
export function applyConditions(form: HTMLFormElement): void {
  const given = givenIn(new FormData(form))
  const hidden = new Set<string>()
  const holds = (when: string): boolean => {
    const [question = '', ...anyOf] = when.split(' ')
    const said = given.get(question)
    if (hidden.has(question) || !said || said.note !== '') return false
    if (anyOf.length > 0) return said.options.some((option) => anyOf.includes(option))
    const { text, options, other, rows, files, comments } = said
    return text.trim() !== '' || other.trim() !== '' || [options, rows, files, comments].some((list) => list.length > 0)
  }
  for (const section of form.querySelectorAll<HTMLElement>('[data-section]')) {
    const { when } = section.dataset
    if (when !== undefined) section.hidden = !holds(when)
    const questions = [...section.querySelectorAll<HTMLElement>('[data-question]')]
    for (const question of questions) {
      const { when: own, question: id = '' } = question.dataset
      if (own !== undefined) question.hidden = !holds(own)
      if (section.hidden || question.hidden) hidden.add(id)
    }
    // A section without a condition of its own is there as long as something in it is asked.
    if (when === undefined && questions.length > 0) section.hidden = questions.every((question) => question.hidden)
  }
}
