import type { Documents } from '#modules/documents'
import type { Form } from './form.ts'
import { type KnownTexts, textKey } from './form-check.ts'
import { questionsOf } from './shown.ts'

/** Paragraphs of the texts a form asks comments on, as the register holds them now. */
export async function knownTexts(documents: Documents, form: Form): Promise<KnownTexts> {
  const wanted = new Map(
    questionsOf(form).flatMap((question) =>
      question.kind === 'comments' && question.document !== '' ? [[textKey(question), question] as const] : [],
    ),
  )
  const known = new Map<string, ReadonlySet<string>>()
  for (const [key, { document, unit }] of wanted) {
    const found = await documents.document(document)
    const items = found?.version.outline.units.find(({ id }) => id === unit)?.items
    if (items) known.set(key, new Set(items.flatMap(({ path }) => (path === null ? [] : [path]))))
  }
  return known
}
