import { SaxesParser } from 'saxes'

/** Elements inside each other: Word nests a table in a table in a control some thirty deep, published texts twenty. */
export const deepestXml = 200

/** Elements and attributes of one file; the largest text published has some ten thousand. */
export const mostXml = 4_000_000

/** An element with what it holds; names as the caller's `nameOf` gives them. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

/** Why XML was not taken; `at` is line and column, counted from 1. */
export interface XmlFault {
  readonly code: 'damaged' | 'doctype' | 'too-deep' | 'expands'
  readonly at: string
}

/** Turns a name of a namespace into the name the caller knows it by. */
export type NameOf = (uri: string, local: string, prefix: string) => string

interface Open {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: (XmlElement | string)[]
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
export function elementsOf(text: string, nameOf: NameOf): { readonly root: XmlElement } | { readonly fault: XmlFault } {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const here = () => `${parser.line}:${parser.columnIndex + 1}`
  let fault: XmlFault | null = null
  const stop = (code: XmlFault['code']): void => {
    fault ??= { code, at: here() }
  }
  const stack: Open[] = []
  let root: XmlElement | null = null
  let count = 0
  parser.on('error', () => stop('damaged'))
  parser.on('doctype', () => stop('doctype'))
  parser.on('opentag', (tag) => {
    if (fault) return
    const attributes: Record<string, string> = {}
    for (const { uri, local, prefix, value } of Object.values(tag.attributes)) {
      attributes[nameOf(uri, local, prefix)] = value
    }
    if (stack.length >= deepestXml) stop('too-deep')
    count += 1 + Object.keys(attributes).length
    if (count > mostXml) stop('expands')
    const opened: Open = { name: nameOf(tag.uri, tag.local, tag.prefix), attributes, children: [] }
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
  for (let at = 0; at < whole.length && !fault; at += piece) parser.write(whole.slice(at, at + piece))
  if (!fault) parser.close()
  if (fault) return { fault }
  return root ? { root } : { fault: { code: 'damaged', at: here() } }
}

export const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string'

/** The first child of a name. */
export function childOf(element: XmlElement | null | undefined, name: string): XmlElement | null {
  return element?.children.filter(isElement).find((child) => child.name === name) ?? null
}

/** The children of a name. */
export function childrenOf(element: XmlElement | null | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter(isElement).filter((child) => child.name === name) ?? []
}
