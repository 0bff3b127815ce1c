import { decodeText } from './decode.ts'
import type { Refused } from './refusal.ts'
import { deepestXml, elementsOf, mostXml, type NameOf, type XmlElement } from './xml.ts'

const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
}

/** `prefix:local`, the prefix told by the namespace and not by the file. */
const nameOf: NameOf = (uri, local, prefix) => {
  const known = prefixes[uri] ?? prefix
  return known === '' ? local : `${known}:${local}`
}

/** One part of a Word file as elements, or why it was refused. */
export function partOf(bytes: Uint8Array, part: string): XmlElement | Refused {
  const decoded = decodeText(bytes)
  if ('refusal' in decoded) return { refusal: { code: 'damaged', form: 'docx', part } }
  const found = elementsOf(decoded.text, nameOf)
  if ('root' in found) return found.root
  switch (found.fault.code) {
    case 'damaged':
      return { refusal: { code: 'damaged', form: 'docx', part } }
    case 'doctype':
      return { refusal: { code: 'doctype', part } }
    case 'too-deep':
      return { refusal: { code: 'too-deep', limit: deepestXml } }
    case 'expands':
      return { refusal: { code: 'expands', part, limit: mostXml } }
  }
}
