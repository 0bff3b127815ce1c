import type { Language } from '@resolute/reader'
import type { Acceptance, EvidenceGiven, FieldError, Reported, UpdateWords } from '#modules/followup'
import { bytesOf } from '#platform/forms'
import { fieldOf } from '#web'

/** What was typed into a form, to be shown again where something was wrong with it. */
export type Typed = Readonly<Record<string, string>>

/** What a page's action gives back where an act was refused: which form, what was wrong, what was typed. */
export interface Refused {
  readonly act: string
  readonly actor: string
  readonly refused: string
  readonly errors: readonly FieldError[]
  readonly typed: Typed
}

/** The text fields of a form, without what the page itself put there. */
export function typedIn(form: FormData): Typed {
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !['act', 'once', 'seen'].includes(name) ? [[name, value] as const] : [],
  )
  return Object.fromEntries(fields)
}

/** An update from a form. What is no choice of ours is refused by the act, beside its field. */
export function updateIn(form: FormData, prefix = ''): UpdateWords {
  const field = (name: string) => fieldOf(form, `${prefix}${name}`)
  return {
    status: field('status') as Reported,
    acceptance: (field('acceptance') || null) as Acceptance | null,
    asOf: field('as-of'),
    narrative: field('narrative'),
    language: field('language') as Language,
    reason: field('reason') || null,
  }
}

/** Evidence from a form: a file, a link, a paragraph, each where it was given. */
export function evidenceIn(form: FormData): readonly EvidenceGiven[] {
  const given: EvidenceGiven[] = []
  const file = form.get('file')
  if (file instanceof File && file.name !== '') {
    const title = fieldOf(form, 'file-title').trim() || file.name
    given.push({ title, content: { kind: 'file', name: file.name, bytes: bytesOf(file) } })
  }
  const url = fieldOf(form, 'url').trim()
  if (url !== '') given.push({ title: fieldOf(form, 'url-title').trim() || url, content: { kind: 'link', url } })
  const paragraph = fieldOf(form, 'paragraph').trim()
  if (paragraph !== '') {
    const content = { kind: 'paragraph', ...placeIn(paragraph) } as const
    given.push({ title: fieldOf(form, 'paragraph-title').trim() || paragraph, content })
  }
  return given
}

/** `E/RES/2012/19#4`, `E/2011/30#A/Draft resolution I#4`, or a document alone; as a mandate's address has it. */
function placeIn(text: string): { readonly document: string; readonly unit: string; readonly path: string | null } {
  const [document = '', ...rest] = text.split('#').map((part) => part.trim())
  if (rest.length >= 2) return { document, unit: rest[0]!, path: rest[1]! || null }
  return { document, unit: document, path: rest[0] || null }
}
