import { type Language, languages } from '../languages.ts'
import type { Note } from '../notes.ts'
import type { UnitType, Vote } from '../outline.ts'
import type { DocumentTree, UnitNode } from '../tree/tree.ts'
import { child, elements, unescaped, type XmlElement } from './element.ts'
import { markedIn, markOf, placeOf } from './prose.ts'
import { blockNodes, type Node, type Reading } from './read-nodes.ts'

type Footnote = UnitNode['footnotes'][number]

const unitTypes: readonly UnitType[] = [
  'resolution',
  'decision',
  'draft-resolution',
  'draft-decision',
  'report',
  'other',
]

const text = (value: string | undefined) => (value === undefined ? null : unescaped(value))

/** What `toAkn` wrote of a whole document, or undefined where another program wrote the file. */
function factsOf(document: XmlElement, name: string): XmlElement | undefined {
  const meta = child(document, 'meta')
  const found = meta ? elements(meta).filter((one) => one.name === 'proprietary') : []
  return found.map((one) => child(one, name)).find((one) => one !== undefined)
}

function noteIn({ attributes }: XmlElement): Note {
  let facts: Note['facts'] = {}
  try {
    const read: unknown = JSON.parse(unescaped(attributes.facts ?? '{}'))
    if (read && typeof read === 'object' && !Array.isArray(read))
      facts = Object.fromEntries(
        Object.entries(read).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)),
      )
  } catch {
    // a note without its facts is still a note
  }
  return {
    code: unescaped(attributes.code ?? ''),
    severity: attributes.severity === 'warning' ? 'warning' : 'info',
    place: attributes.place === undefined ? null : placeOf(attributes.place),
    facts,
  }
}

function footnoteIn(note: XmlElement): Footnote {
  return {
    type: 'authorialNote',
    mark: markOf(note),
    place: placeOf(note.attributes['rs:place'] ?? ''),
    text: markedIn(child(note, 'p')?.children ?? []).text,
    resolved: text(note.attributes['rs:resolved']),
  }
}

/** A vote as it was written down, or null where it is none. */
function voteIn(written: string | undefined): Vote | null {
  try {
    const read: unknown = JSON.parse(unescaped(written ?? 'null'))
    return isVote(read) ? read : null
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTally = (value: unknown) => value === null || typeof value === 'number'
const isNames = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string')

function isVote(value: unknown): value is Vote {
  if (!isRecord(value) || !isRecord(value.place)) return false
  const { form, inFavour, against, abstaining, voters, place } = value
  return (
    ['without-vote', 'consensus', 'recorded', 'counted'].includes(String(form)) &&
    [inFavour, against, abstaining].every(isTally) &&
    (voters === null || (isRecord(voters) && [voters.inFavour, voters.against, voters.abstaining].every(isNames))) &&
    [place.line, place.start, place.end].every((one) => typeof one === 'number')
  )
}

const isOneOf =
  <Type extends Node['type']>(...types: readonly Type[]) =>
  (node: Node): node is Extract<Node, { readonly type: Type }> =>
    types.some((type) => type === node.type)

function unitIn(document: XmlElement, facts: XmlElement): UnitNode {
  const notes: { readonly seq: number; readonly note: Footnote }[] = []
  const reading: Reading = {
    note: (note) => notes.push({ seq: Number(note.attributes['rs:seq']) || 0, note: footnoteIn(note) }),
  }
  const part = (name: string) => {
    const found = child(document, name)
    return found ? blockNodes(found, reading) : []
  }
  const preface = [...part('coverPage'), ...part('preface')]
  const preamble = part('preamble')
  const mainBody = part('mainBody')
  const conclusions = part('conclusions')
  const attachments = elements(child(document, 'attachments') ?? document)
    .filter(({ name }) => name === 'attachment')
    .map((attachment) => ({
      type: 'attachment' as const,
      children: [
        ...blockNodes(
          { ...attachment, children: elements(attachment).filter(({ name }) => name === 'heading') },
          reading,
          'p',
        ),
        ...blockNodes(child(child(attachment, 'doc'), 'mainBody') ?? attachment, reading),
      ].filter(isOneOf('p', 'crossHeading', 'paragraph', 'point', 'table')),
    }))
  const left = child(child(document, 'meta'), 'notes')
  for (const note of left ? elements(left) : []) reading.note(note)
  const { type, id = '', number, title, organ, parent, adopted, date, meeting, meetingNumber, form } = facts.attributes
  const vote = voteIn(facts.attributes.vote)
  return {
    type: 'unit',
    unitType: unitTypes.find((one) => one === type) ?? 'other',
    id: unescaped(id),
    number: text(number),
    title: text(title),
    organ: text(organ),
    parent: text(parent),
    adopted:
      adopted === undefined
        ? null
        : {
            date: text(date),
            meeting: text(meeting),
            ...(meetingNumber !== undefined && { meetingNumber: Number(meetingNumber) }),
            ...(vote && { vote }),
          },
    ...(form === 'statement' && { form }),
    preface: preface.filter(isOneOf('p', 'docTitle', 'crossHeading', 'table')),
    preamble: preamble.filter(isOneOf('formula', 'recital', 'crossHeading', 'p', 'table')),
    mainBody: mainBody.filter(
      isOneOf('formula', 'recital', 'crossHeading', 'paragraph', 'point', 'item', 'table', 'p'),
    ),
    conclusions: conclusions.filter(isOneOf('p', 'table')),
    attachments,
    footnotes: notes.sort((a, b) => a.seq - b.seq).map(({ note }) => note),
  }
}

/** The tree of a document that `toAkn` wrote, the same as it was; null where another program wrote it. */
export function ownTree(document: XmlElement): DocumentTree | null {
  const facts = factsOf(document, 'rs:document')
  const language: Language | undefined = languages.find((one) => one === facts?.attributes.language)
  if (!facts || !language) return null
  const body = child(document, 'collectionBody')
  const documents = body
    ? elements(body).flatMap((component) => elements(component).filter(({ name }) => /^(?:statement|doc)$/.test(name)))
    : [document]
  const units = documents.flatMap((one) => {
    const unit = factsOf(one, 'rs:unit')
    return unit ? [unitIn(one, unit)] : []
  })
  return {
    type: 'document',
    source: text(facts.attributes.source),
    language,
    notes: elements(facts)
      .filter(({ name }) => name === 'rs:note')
      .map(noteIn),
    units,
  }
}
