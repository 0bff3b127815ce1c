import type { DraftGiven, TextAsked } from '../compare.ts'
import { type ComparisonView, comparisonViews } from '../compare-rows.ts'

/** What the address of the page asks for. */
export interface ComparisonAsked {
  readonly old: TextAsked | null
  readonly new: TextAsked | null
  readonly show: ComparisonView
  /** In one column wherever there is room for two. */
  readonly oneColumn: boolean
  /** Unchanged paragraphs stand in the page, however many there are. */
  readonly whole: boolean
}

/** A version is a number; what is none names a version no document has, and is answered with those there are. */
const versionIn = (given: string | null): { version?: number } =>
  given === null || given === '' ? {} : { version: /^\d{1,6}$/.test(given) ? Number(given) : 0 }

function textIn(asked: URLSearchParams, side: 'old' | 'new'): TextAsked | null {
  const document = asked.get(side)?.trim() ?? ''
  return document === '' ? null : { document, ...versionIn(asked.get(`${side}-version`)) }
}

export const viewIn = (given: string | null): ComparisonView => comparisonViews.find((view) => view === given) ?? 'all'

export function comparisonAsked(asked: URLSearchParams): ComparisonAsked {
  return {
    old: textIn(asked, 'old'),
    new: textIn(asked, 'new'),
    show: viewIn(asked.get('show')),
    oneColumn: asked.get('view') === 'column',
    whole: asked.get('whole') === 'yes',
  }
}

/** A file that was chosen counts before words that were pasted; null where neither was given. */
export async function draftIn(form: FormData): Promise<DraftGiven | null> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0) {
    return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  }
  const text = form.get('text')
  if (typeof text !== 'string' || text.trim() === '') return null
  return { fileName: 'draft.txt', bytes: new TextEncoder().encode(text) }
}
