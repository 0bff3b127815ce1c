import type { Language } from '../languages.ts'
import { readText } from '../tree/read-text.ts'
import type { DocumentTree } from '../tree/tree.ts'
import { decodeText, largestText } from './decode.ts'
import { decodePage, recognise } from './form.ts'
import type { Form, Refused } from './refusal.ts'
import type { TextView } from './view.ts'

export interface FileOptions {
  /** Name of the file, for the tree; the form is told from the bytes. */
  readonly name?: string
  /** Told by the caller; found from the words otherwise. */
  readonly language?: Language
  /** Largest file taken, in bytes; `largestText` where it is not given. */
  readonly limit?: number
  /** Longest time for a PDF, in seconds; 60 where it is not given. */
  readonly seconds?: number
}

/** A file as read. `text` is what the places in the tree count in: the text itself, or the view made of the file. */
export interface ReadFile {
  readonly form: Form
  readonly text: string
  readonly tree: DocumentTree
}

function treeOf(form: Form, view: TextView | Refused, { name, language }: FileOptions): ReadFile | Refused {
  if ('refusal' in view) return view
  if (view.text.trim() === '') return { refusal: { code: 'empty' } }
  const tree = readText(view.text, { source: name, language, unbroken: form !== 'text' })
  return { form, text: view.text, tree: { ...tree, notes: [...view.notes, ...tree.notes] } }
}

/**
 * Reads a file in any of the forms: plain text, HTML, Word, PDF, Akoma Ntoso. All forms of one text give the same tree.
 * Never throws: a file that cannot be read gives a refusal with its facts. What reads a form is loaded with the first
 * file of that form.
 */
export async function readFile(bytes: Uint8Array, options: FileOptions = {}): Promise<ReadFile | Refused> {
  const { limit = largestText } = options
  if (bytes.length === 0) return { refusal: { code: 'empty' } }
  if (bytes.length > limit) return { refusal: { code: 'too-large', bytes: bytes.length, limit } }
  const found = recognise(bytes)
  if ('locked' in found) return { refusal: { code: 'encrypted', form: found.locked } }
  if ('foreign' in found) return { refusal: { code: 'foreign', form: found.foreign } }
  if ('archive' in found) {
    const { archiveForm, docxView } = await import('./docx.ts')
    const form = archiveForm(bytes)
    return form === 'docx' ? treeOf(form, docxView(bytes), options) : { refusal: { code: 'foreign', form } }
  }
  switch (found.form) {
    case 'html': {
      const decoded = decodePage(bytes, limit)
      if ('refusal' in decoded) return decoded
      const { htmlView } = await import('./html.ts')
      return treeOf('html', htmlView(decoded.text), options)
    }
    case 'xml': {
      const decoded = decodeText(bytes, limit)
      if ('refusal' in decoded) return decoded
      const { readAkomaNtoso } = await import('./akoma-ntoso.ts')
      const read = readAkomaNtoso(decoded.text, { source: options.name, language: options.language })
      return 'refusal' in read ? read : { form: 'xml', text: decoded.text, tree: read.tree }
    }
    case 'pdf': {
      const { pdfView } = await import('./pdf.ts')
      return treeOf('pdf', await pdfView(bytes, options), options)
    }
    case 'text': {
      const decoded = decodeText(bytes, limit)
      return 'refusal' in decoded ? decoded : treeOf('text', { text: decoded.text, notes: [] }, options)
    }
    default:
      return found satisfies never
  }
}
