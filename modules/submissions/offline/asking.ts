import type { Documents } from '#modules/documents'
import { questionsOf } from '../answers.ts'
import type { CommentsQuestion } from '../form.ts'
import type { Paper } from './paper.ts'
import type { Paragraphs } from './slots.ts'

/** Paragraphs commented on, as the register has them now. */
async function paragraphsOf(documents: Documents, question: CommentsQuestion) {
  const found = await documents.document(question.document)
  const items = found?.version.outline.units.find(({ id }) => id === question.unit)?.items ?? []
  const texts = new Map(items.flatMap(({ path, text }) => (path === null ? [] : [[path, text] as const])))
  return question.paths.map((path) => ({ path, text: texts.get(path) ?? '' }))
}

/** A form on paper: with the words of the paragraphs it asks comments on. Its paths are settled (`settledForm`). */
export async function paperOf(
  documents: Documents,
  given: Omit<Paper, 'paragraphs' | 'answers' | 'offered'> & Partial<Pick<Paper, 'answers' | 'offered'>>,
): Promise<Paper> {
  const paragraphs: Record<string, Paragraphs[string]> = {}
  for (const question of questionsOf(given.form)) {
    if (question.kind === 'comments') paragraphs[question.id] = await paragraphsOf(documents, question)
  }
  return { answers: {}, offered: new Set(), ...given, paragraphs }
}
