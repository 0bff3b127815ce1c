import type { visitOf } from '#web'
import type { Form } from '../form.ts'
import { questionsOf } from '../shown.ts'
import { paragraphsOf } from './answer-loader.ts'
import type { Commented } from './form-preview.tsx'

/** The paragraphs a form asks comments on, as the register holds them. */
export async function commentedIn(rooms: ReturnType<typeof visitOf>['rooms'], form: Form): Promise<Commented> {
  const asked = questionsOf(form).flatMap((question) => (question.kind === 'comments' ? [question] : []))
  const found = await Promise.all(
    asked.map(async (question) => [question.id, await paragraphsOf(rooms, question)] as const),
  )
  return Object.fromEntries(found)
}
