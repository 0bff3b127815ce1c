import type { Documents } from '#modules/documents'
import type { Form } from './form.ts'
import { textKey } from './form-check.ts'
import { knownTexts } from './form-known.ts'

/** A form whose questions on whole texts name their paragraphs, so that comments on others are refused. */
export async function settledForm(documents: Documents, form: Form): Promise<Form> {
  const open = form.sections.some(({ questions }) =>
    questions.some((question) => question.kind === 'comments' && question.paths.length === 0),
  )
  if (!open) return form
  const known = await knownTexts(documents, form)
  return {
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) =>
        question.kind === 'comments' && question.paths.length === 0
          ? { ...question, paths: [...(known.get(textKey(question)) ?? [])] }
          : question,
      ),
    })),
  }
}
