import type { DocumentTree } from '../tree/tree.ts'
import { elements, type XmlElement } from './element.ts'
import { ownTree } from './read-own.ts'
import { type PublishedOptions, publishedTree } from './read-published.ts'

export type FromAknOptions = PublishedOptions

/** Why an element gives no tree: it is XML of another kind. */
export interface NotAkn {
  readonly code: 'foreign'
  readonly form: 'xml'
  /** Name of the root element. */
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
  if (!document) return { refusal: { code: 'foreign', form: 'xml', root: root.name } }
  return { tree: ownTree(document) ?? publishedTree(document, options) }
}
