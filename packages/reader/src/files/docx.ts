import type { BodyReading } from './docx-body.ts'
import { placeNotes, readBody } from './docx-body.ts'
import { noteSource } from './docx-notes.ts'
import { numberingsOf } from './docx-numbering.ts'
import { stylesOf } from './docx-styles.ts'
import { partOf } from './docx-xml.ts'
import type { Refused } from './refusal.ts'
import { paragraph, type TextView, viewOf } from './view.ts'
import { childOf, childrenOf, type XmlElement } from './xml.ts'
import { unpack, type ZipEntry, zipEntries } from './zip.ts'

/** Parts of Word's package by the last word of their relationship type (ECMA-376 part 1, 11.3). */
type PartName = 'styles' | 'numbering' | 'footnotes' | 'endnotes' | 'settings'

const isRefused = (value: object): value is Refused => 'refusal' in value

/** A target as written in a relationship, from the folder of the part that names it. */
function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : `${folder}/${target}`).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Whether an archive is a Word file; else what it seems to be. */
export function archiveForm(bytes: Uint8Array): 'docx' | 'odt' | 'zip' {
  const entries = zipEntries(bytes)
  if (isRefused(entries)) return 'docx'
  if ([...entries.keys()].some((name) => name.startsWith('word/')) || entries.has('_rels/.rels')) {
    return [...entries.keys()].some((name) => /^(?:xl|ppt)\//.test(name)) ? 'zip' : 'docx'
  }
  return entries.has('mimetype') && entries.has('content.xml') ? 'odt' : 'zip'
}

/**
 * A Word file as text: what its reader sees, with the numbers Word counts, the marks and texts of notes, italics and
 * tables. Tracked insertions are kept and deletions left out, each with a note; so are text boxes.
 */
export function docxView(bytes: Uint8Array): TextView | Refused {
  const entries = zipEntries(bytes)
  if (isRefused(entries)) return entries
  const part = (name: string): XmlElement | Refused | null => {
    const entry: ZipEntry | undefined = entries.get(name)
    if (!entry) return null
    const unpacked = unpack(bytes, entry)
    return isRefused(unpacked) ? unpacked : partOf(unpacked, name)
  }
  const related = (name: string): readonly XmlElement[] | Refused => {
    const at = name.lastIndexOf('/') + 1
    const found = part(`${name.slice(0, at)}_rels/${name.slice(at)}.rels`)
    return found && isRefused(found) ? found : childrenOf(found, 'Relationship')
  }
  const ends = (one: XmlElement, word: string) => (one.attributes.Type ?? '').endsWith(`/${word}`)

  const package_ = related('')
  if (isRefused(package_)) return package_
  const main = resolved(
    '',
    package_.find((one) => ends(one, 'officeDocument'))?.attributes.Target ?? 'word/document.xml',
  )
  const document = part(main)
  if (document === null) return { refusal: { code: 'damaged', form: 'docx', part: main } }
  if (isRefused(document)) return document
  const relations = related(main)
  if (isRefused(relations)) return relations

  const found: Partial<Record<PartName, XmlElement | null>> = {}
  for (const name of ['styles', 'numbering', 'footnotes', 'endnotes', 'settings'] as const) {
    const target = relations.find((one) => ends(one, name))?.attributes.Target
    const read = target === undefined ? null : part(resolved(main.slice(0, main.lastIndexOf('/')), target))
    if (read && isRefused(read)) return read
    found[name] = read
  }
  const body = childOf(document, 'w:body')
  if (!body) return { refusal: { code: 'damaged', form: 'docx', part: main } }
  const reading: BodyReading = {
    pieces: [],
    notes: [],
    styles: stylesOf(found.styles ?? null),
    numberings: numberingsOf(found.numbering ?? null),
    footnotes: noteSource(found.footnotes ?? null, found.settings ?? null, 'footnote'),
    endnotes: noteSource(found.endnotes ?? null, found.settings ?? null, 'endnote'),
    waiting: [],
    fields: [],
    counted: 0,
    marks: new Map(),
    held: [],
  }
  readBody(reading, body)
  if (reading.held.length > 0) reading.pieces.push(paragraph(reading.held))
  placeNotes(reading)
  return viewOf(reading.pieces, reading.notes)
}
