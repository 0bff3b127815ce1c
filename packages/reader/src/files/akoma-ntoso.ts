import { SaxesParser } from 'saxes'
import { aknNamespace, ownNamespace, type XmlElement, type XmlNode } from '../akn/element.ts'
import { type FromAknOptions, fromAkn, type NotAkn } from '../akn/from-akn.ts'
import type { DocumentTree } from '../tree/tree.ts'

/** Elements inside each other; real documents have about twenty, ours at most a hundred. */
export const deepestXml = 200

/** Elements and attributes of one file; the largest document published has some ten thousand. */
export const mostXml = 4_000_000

/** Why a text is no Akoma Ntoso. */
export type AknRefusal =
  /** Not well-formed; `part` says at which line and column, counted from 1. */
  | { readonly code: 'damaged'; readonly form: 'xml'; readonly part: string }
  | { readonly code: 'doctype'; readonly part: string }
  | { readonly code: 'too-deep'; readonly limit: number }
  | { readonly code: 'expands'; readonly part: null; readonly limit: number }
  | NotAkn

interface Open {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: XmlNode[]
}

/** `other` names keep their local part only: nothing reads them but to look through them. */
function nameOf(uri: string, local: string): string {
  if (uri === ownNamespace) return `rs:${local}`
  // earlier drafts of the standard differ in the last part alone
  return uri === '' || uri === aknNamespace || /\/akn\/3\.0(?:\/[A-Z0-9]+)?$/.test(uri) ? local : `other:${local}`
}

/**
 * Characters given to the parser at once; between two pieces it is seen whether to go on. Few, since the parser looks
 * through all open elements for each namespace, and a piece of nothing but opening tags is as deep as it is long.
 */
const piece = 4_096

/**
 * The elements of an XML text. A document type is refused, so that no entity is ever declared, let alone fetched; depth
 * and number of elements are limited. Blanks that stand between elements for looks are kept: whoever reads knows.
 */
export function parseXml(text: string): { readonly root: XmlElement } | { readonly refusal: AknRefusal } {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const here = () => `${parser.line}:${parser.columnIndex + 1}`
  let refusal: AknRefusal | null = null
  const stop = (reason: AknRefusal): void => {
    refusal ??= reason
  }
  const stack: Open[] = []
  let root: XmlElement | null = null
  let count = 0
  parser.on('error', () => stop({ code: 'damaged', form: 'xml', part: here() }))
  parser.on('doctype', () => stop({ code: 'doctype', part: here() }))
  parser.on('opentag', (tag) => {
    if (refusal) return
    const attributes: Record<string, string> = {}
    for (const { uri, local, value } of Object.values(tag.attributes)) {
      attributes[nameOf(uri, local)] = value
    }
    if (stack.length >= deepestXml) stop({ code: 'too-deep', limit: deepestXml })
    count += 1 + Object.keys(attributes).length
    if (count > mostXml) stop({ code: 'expands', part: null, limit: mostXml })
    const opened: Open = { name: nameOf(tag.uri, tag.local), attributes, children: [] }
    stack.at(-1)?.children.push(opened)
    root ??= opened
    stack.push(opened)
  })
  parser.on('closetag', () => {
    stack.pop()
  })
  const add = (some: string) => {
    stack.at(-1)?.children.push(some)
  }
  parser.on('text', add)
  parser.on('cdata', add)
  const whole = text.startsWith('\ufeff') ? text.slice(1) : text
  for (let at = 0; at < whole.length && !refusal; at += piece) parser.write(whole.slice(at, at + piece))
  if (!refusal) parser.close()
  if (refusal) return { refusal }
  return root ? { root } : { refusal: { code: 'damaged', form: 'xml', part: here() } }
}

/** Reads an Akoma Ntoso document. Never throws for any text; a text that gives no tree is refused with code and facts. */
export function readAkomaNtoso(
  text: string,
  options: FromAknOptions = {},
): { readonly tree: DocumentTree } | { readonly refusal: AknRefusal } {
  const parsed = parseXml(text)
  return 'refusal' in parsed ? parsed : fromAkn(parsed.root, options)
}
