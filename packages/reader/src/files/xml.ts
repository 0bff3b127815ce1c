import { SaxesParser } from 'saxes'
import { decodeText } from './decode.ts'
import type { Form, Refused } from './refusal.ts'

/** Elements within elements: Word nests a table in a table in a control some thirty deep. */
export const xmlLimits = { depth: 200, elements: 3_000_000 } as const

/** An element with what it holds; names as `prefix:local`, the prefix told by the namespace and not by the file. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
}

const nameOf = (uri: string, local: string, prefix: string) => {
  const known = prefixes[uri] ?? prefix
  return known === '' ? local : `${known}:${local}`
}

/**
 * Bytes of XML to elements. A document type is refused, so that no entity is ever expanded but the five of XML; so is
 * what nests too deep. Nothing is fetched.
 */
export function parseXml(bytes: Uint8Array, part: string, form: Form): XmlElement | Refused {
  const damaged: Refused = { refusal: { code: 'damaged', form, part } }
  const decoded = decodeText(bytes)
  if ('refusal' in decoded) return damaged
  const parser = new SaxesParser({ xmlns: true, position: false })
  const root: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] } = {
    name: '',
    attributes: {},
    children: [],
  }
  const open = [root]
  let refused: Refused | null = null
  let elements = 0
  parser.on('doctype', () => {
    refused ??= { refusal: { code: 'doctype', part } }
  })
  parser.on('error', () => {
    refused ??= damaged
  })
  parser.on('opentag', (tag) => {
    elements++
    if (open.length > xmlLimits.depth) refused ??= { refusal: { code: 'too-deep', limit: xmlLimits.depth } }
    if (elements > xmlLimits.elements) refused ??= { refusal: { code: 'expands', part, limit: xmlLimits.elements } }
    if (refused) return
    const attributes: Record<string, string> = {}
    for (const { uri, local, prefix, value } of Object.values(tag.attributes))
      attributes[nameOf(uri, local, prefix)] = value
    const element = { name: nameOf(tag.uri, tag.local, tag.prefix), attributes, children: [] }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    if (!refused) open.pop()
  })
  parser.on('text', (text) => {
    if (!refused) open.at(-1)!.children.push(text)
  })
  const step = 64 * 1024
  for (let at = 0; at < decoded.text.length && !refused; at += step) parser.write(decoded.text.slice(at, at + step))
  if (!refused) parser.close()
  const first = root.children.find((child) => typeof child !== 'string')
  return refused ?? first ?? damaged
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
