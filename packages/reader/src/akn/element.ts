/** An element of XML with its names resolved: no prefix for Akoma Ntoso, `rs:` for our own, `other:` for anything else. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string

export const aknNamespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'

/** What Akoma Ntoso has no name for (places in the source, paths, openings) stands in this namespace. */
export const ownNamespace = 'urn:resolute:reader:1'

type Attributes = Readonly<Record<string, string | number | null | undefined>>

/** An element; attributes that are null or undefined are left out. */
export function element(name: string, attributes: Attributes, children: readonly XmlNode[] = []): XmlElement {
  const kept: Record<string, string> = {}
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== null && value !== undefined) kept[key] = String(value)
  }
  return { name, attributes: kept, children }
}

/** Elements whose content is running text: every blank in them counts, so that nothing is indented there. */
const running: ReadonlySet<string> = new Set(['p', 'block', 'num', 'heading', 'subheading', 'caption'])

/** Signs no XML 1.0 text may hold, lone surrogates among them. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs meant
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

const everyForbidden = new RegExp(forbidden.source, 'g')
const everyEscaped = new RegExp(`\\\\|${forbidden.source}`, 'g')

const hex = (sign: string) => sign.charCodeAt(0).toString(16).padStart(4, '0')

/** Text with each sign XML cannot hold as `\u001b` and each backslash doubled. */
export function escaped(text: string): string {
  return text.replace(everyEscaped, (sign) => (sign === '\\' ? '\\\\' : `\\u${hex(sign)}`))
}

/** The inverse of `escaped`. */
export function unescaped(text: string): string {
  return text.replace(/\\(?:\\|u([0-9a-f]{4}))/g, (_, code?: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : '\\',
  )
}

/** Text with each sign XML cannot hold replaced, for places where it is shown and never read back. */
export function shown(text: string): string {
  return text.replace(everyForbidden, '\ufffd')
}

/**
 * Running text as XML holds it: a sign XML cannot hold becomes an empty `<inline name="character">` with its code.
 */
export function textNodes(text: string): readonly XmlNode[] {
  if (text === '') return []
  if (!forbidden.test(text)) return [text]
  const nodes: XmlNode[] = []
  let from = 0
  for (const found of text.matchAll(everyForbidden)) {
    if (found.index > from) nodes.push(text.slice(from, found.index))
    nodes.push(element('inline', { name: 'character', 'rs:code': hex(found[0]) }))
    from = found.index + found[0].length
  }
  if (from < text.length) nodes.push(text.slice(from))
  return nodes
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const inText = (text: string) => text.replace(/[&<>\r]/g, (sign) => entities[sign]!)
const inAttribute = (text: string) => text.replace(/[&<>"\t\n\r]/g, (sign) => entities[sign]!)

function write(node: XmlNode, indent: string | null, out: string[]): void {
  if (typeof node === 'string') {
    out.push(inText(node))
    return
  }
  const { name, attributes, children } = node
  out.push(`<${name}`)
  for (const key in attributes) out.push(` ${key}="${inAttribute(attributes[key]!)}"`)
  if (children.length === 0) {
    out.push('/>')
    return
  }
  out.push('>')
  const inner = indent === null || running.has(name) ? null : `${indent}  `
  for (const child of children) {
    if (inner !== null) out.push(inner)
    write(child, inner, out)
  }
  out.push(inner === null ? `</${name}>` : `${indent}</${name}>`)
}

/** A whole XML document. The root names both namespaces. Time is linear in the tree. */
export function documentText(root: XmlElement): string {
  const out = ['<?xml version="1.0" encoding="UTF-8"?>\n']
  write({ ...root, attributes: { xmlns: aknNamespace, 'xmlns:rs': ownNamespace, ...root.attributes } }, '\n', out)
  out.push('\n')
  return out.join('')
}

/** All text below an element, without what stands between elements for looks only. */
export function textOf(node: XmlNode): string {
  if (typeof node === 'string') return node
  return node.children.map(textOf).join('')
}

/** The children that are elements. */
export const elements = (node: XmlElement): readonly XmlElement[] =>
  node.children.filter((child) => typeof child !== 'string')

/** The first child of a name, or undefined. */
export const child = (node: XmlElement | undefined, name: string): XmlElement | undefined =>
  node && elements(node).find((one) => one.name === name)
