import { aknNamespace, ownNamespace, type XmlElement } from '../akn/element.ts'
import { type FromAknOptions, fromAkn, type NotAkn } from '../akn/from-akn.ts'
import type { DocumentTree } from '../tree/tree.ts'
import { deepestXml, elementsOf, mostXml } from './xml.ts'

/** Why a text is no Akoma Ntoso. */
export type AknRefusal =
  /** Not well-formed; `part` says at which line and column, counted from 1. */
  | { readonly code: 'damaged'; readonly form: 'xml'; readonly part: string }
  | { readonly code: 'doctype'; readonly part: string }
  | { readonly code: 'too-deep'; readonly limit: number }
  | { readonly code: 'expands'; readonly part: null; readonly limit: number }
  | NotAkn

/** `other` names keep their local part only: nothing reads them but to look through them. */
function nameOf(uri: string, local: string): string {
  if (uri === ownNamespace) return `rs:${local}`
  // earlier drafts of the standard differ in the last part alone
  return uri === '' || uri === aknNamespace || /\/akn\/3\.0(?:\/[A-Z0-9]+)?$/.test(uri) ? local : `other:${local}`
}

/** The elements of an XML text, or why it was refused (`elementsOf`). */
export function parseXml(text: string): { readonly root: XmlElement } | { readonly refusal: AknRefusal } {
  const found = elementsOf(text, nameOf)
  if ('root' in found) return found
  const { code, at } = found.fault
  switch (code) {
    case 'damaged':
      return { refusal: { code, form: 'xml', part: at } }
    case 'doctype':
      return { refusal: { code, part: at } }
    case 'too-deep':
      return { refusal: { code, limit: deepestXml } }
    case 'expands':
      return { refusal: { code, part: null, limit: mostXml } }
  }
}

/** Reads an Akoma Ntoso document. Never throws for any text; a text that gives no tree is refused with code and facts. */
export function readAkomaNtoso(
  text: string,
  options: FromAknOptions = {},
): { readonly tree: DocumentTree } | { readonly refusal: AknRefusal } {
  const parsed = parseXml(text)
  return 'refusal' in parsed ? parsed : fromAkn(parsed.root, options)
}
