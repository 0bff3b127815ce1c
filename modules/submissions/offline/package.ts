import {
  childrenOf,
  decodeText,
  elementsOf,
  type NameOf,
  unpack,
  type XmlElement,
  type ZipEntry,
  zipEntries,
} from '@resolute/reader/files'
import type { Unread } from '../offline.ts'
import { refused, unread } from './found.ts'

/** The most a file may be, and the XML that is looked at in it together. A form of 120 questions has 2 MB of it. */
export const offlineLimits = { file: 20 * 1024 * 1024, parts: 2_000, xml: 16 * 1024 * 1024 } as const

/** The parts of a Word or Excel file. Nothing in it is ever run, followed or fetched. */
export interface Package {
  readonly names: readonly string[]
  /** A part as elements; null where there is none. */
  part(name: string): XmlElement | Unread | null
  /** What was found that could run or lead out of the file. */
  active(): Unread | null
}

const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': '',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': '',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
}

/** `prefix:local`, the prefix told by the namespace and not by the file. */
const nameOf: NameOf = (uri, local, prefix) => {
  const known = prefixes[uri] ?? prefix
  return known === '' ? local : `${known}:${local}`
}

/** Macros, controls and whatever else could run; templates that are fetched when the file is opened. */
const activePart =
  /(?:^|\/)(?:vbaProject|vbaData|activeX|embeddings|macrosheets|dialogsheets|externalLinks|ctrlProps|customUI)/i

export function openPackage(bytes: Uint8Array): Package | Unread {
  const entries = zipEntries(bytes)
  if (!(entries instanceof Map))
    return refused('refusal' in entries && entries.refusal.code === 'expands' ? 'too-large' : 'damaged')
  const parts: ReadonlyMap<string, ZipEntry> = entries
  if (parts.size > offlineLimits.parts) return refused('too-large', { parts: parts.size })
  let left: number = offlineLimits.xml
  const read = new Map<string, XmlElement | Unread | null>()
  function fresh(name: string): XmlElement | Unread | null {
    const entry = parts.get(name)
    if (!entry) return null
    const unpacked = unpack(bytes, entry)
    if ('refusal' in unpacked) {
      return refused(unpacked.refusal.code === 'expands' ? 'too-large' : 'damaged', { part: name })
    }
    left -= unpacked.length
    if (left < 0) return refused('too-large', { part: name })
    const decoded = decodeText(unpacked)
    if ('refusal' in decoded) return refused('damaged', { part: name })
    const found = elementsOf(decoded.text, nameOf)
    if ('root' in found) return found.root
    const { code, at } = found.fault
    return refused(code === 'damaged' || code === 'doctype' ? 'damaged' : 'too-large', { part: name, at })
  }
  const names = [...parts.keys()]
  const part = (name: string): XmlElement | Unread | null => {
    const known = read.get(name)
    if (known !== undefined) return known
    const found = fresh(name)
    read.set(name, found)
    return found
  }
  return {
    names,
    part,
    active() {
      const found = names.filter((name) => activePart.test(name))
      for (const name of names.filter((one) => /(?:document|workbook|settings)\.xml\.rels$/.test(one))) {
        const rels = part(name)
        if (!rels || 'weight' in rels) continue
        for (const { attributes } of childrenOf(rels, 'Relationship')) {
          const fetched = attributes.TargetMode === 'External' && !/\/hyperlink$/.test(attributes.Type ?? '')
          if (fetched) found.push(attributes.Target ?? name)
        }
      }
      if (found.length === 0) return null
      return unread('macros', 'look', { place: found.slice(0, 5).join(', '), facts: { parts: found.length } })
    },
  }
}
