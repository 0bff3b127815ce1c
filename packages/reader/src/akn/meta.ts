import type { Language } from '../languages.ts'
import type { VoteSide } from '../outline.ts'
import type { DocumentTree, UnitNode } from '../tree/tree.ts'
import type { ActorRow } from './actors.ts'
import { element, escaped, shown, type XmlElement } from './element.ts'
import type { Identifiers } from './identifiers.ts'
import { type DocumentNames, dateOrUnknown, languageCodes } from './names.ts'
import { placeText } from './prose.ts'

/** Who made the markup; `#` names an entry of `references`. */
const editor = '#resolute'

interface MetaFacts {
  readonly names: DocumentNames
  readonly language: Language
  /** Printed number or symbol, where the document has one. */
  readonly showAs: string | null
  readonly subtype: string
  /** Behind the IRI of the document: `!main`, `!annex_1`. */
  readonly component: string
  /** Day of the markup, ISO, or null. */
  readonly markedUp: string | null
}

const value = (name: string, text: string, more: Readonly<Record<string, string>> = {}) =>
  element(name, { value: text, ...more })

/** `identification` with Work, Expression and Manifestation, each in the order the schema asks for. */
export function identification({ names, language, showAs, subtype, component, markedUp }: MetaFacts): XmlElement {
  const author = (as: string) => element('FRBRauthor', { href: `#${names.actor.code}`, as })
  return element('identification', { source: editor }, [
    element('FRBRWork', {}, [
      value('FRBRthis', `${names.work}/${component}`),
      value('FRBRuri', names.work),
      element('FRBRdate', { date: names.date, name: 'adoption' }),
      author('#author'),
      value('FRBRcountry', 'un'),
      value('FRBRsubtype', subtype),
      value('FRBRnumber', shown(names.number), showAs ? { showAs: shown(showAs) } : {}),
    ]),
    element('FRBRExpression', {}, [
      value('FRBRthis', `${names.expression}/${component}`),
      value('FRBRuri', names.expression),
      element('FRBRdate', { date: names.date, name: 'adoption' }),
      author('#author'),
      element('FRBRlanguage', { language: languageCodes[language] }),
    ]),
    element('FRBRManifestation', {}, [
      value('FRBRthis', `${names.expression}/${component}.xml`),
      value('FRBRuri', names.manifestation),
      element('FRBRdate', { date: dateOrUnknown(markedUp), name: 'markup' }),
      element('FRBRauthor', { href: editor, as: '#editor' }),
      value('FRBRformat', 'application/akn+xml'),
    ]),
  ])
}

/** What the `#` names of the metadata stand for; once in a file, for all documents in it. */
export function references(actors: readonly ActorRow[], voted: boolean): XmlElement {
  const one = (name: string, eId: string, href: string, showAs: string) => element(name, { eId, href, showAs })
  const unique = new Map(actors.map((actor) => [actor.code, actor]))
  return element('references', { source: editor }, [
    ...[...unique.values()].map(({ code, showAs }) =>
      one('TLCOrganization', code, `/akn/ontology/organization/${code}`, shown(showAs)),
    ),
    one('TLCOrganization', 'resolute', '/akn/ontology/organization/resolute', 'Resolute'),
    ...(voted
      ? sides.map(([, concept, showAs]) => one('TLCConcept', concept, `/akn/ontology/concept/un/${concept}`, showAs))
      : []),
    one('TLCRole', 'author', '/akn/ontology/role/un/author', 'Author'),
    one('TLCRole', 'editor', '/akn/ontology/role/un/editor', 'Editor'),
  ])
}

const optional = (text: string | null) => (text === null ? null : escaped(text))

const sides: readonly (readonly [side: VoteSide, concept: string, showAs: string])[] = [
  ['inFavour', 'in-favour', 'In favour'],
  ['against', 'against', 'Against'],
  ['abstaining', 'abstaining', 'Abstaining'],
]

/** A vote with its tally, as AKN4UN has it in the analysis of a document. */
export function analysis({ adopted }: UnitNode, prefix: string | null, ids: Identifiers): readonly XmlElement[] {
  const vote = adopted?.vote
  if (!vote || vote.inFavour === null) return []
  const eId = ids(prefix, 'voting', null)
  const counts = sides.flatMap(([side, concept]) =>
    vote[side] === null
      ? []
      : [element('count', { eId: ids(eId, 'count', concept), value: vote[side], refersTo: `#${concept}` })],
  )
  const voting = element('voting', { eId }, counts)
  return [element('analysis', { source: editor }, [element('parliamentary', {}, [voting])])]
}

/** What the tree knows of a unit and Akoma Ntoso has no place for. */
export function unitFacts(unit: UnitNode): XmlElement {
  return element('rs:unit', {
    type: unit.unitType,
    id: escaped(unit.id),
    number: optional(unit.number),
    title: optional(unit.title),
    organ: optional(unit.organ),
    parent: optional(unit.parent),
    adopted: unit.adopted ? 'yes' : null,
    date: optional(unit.adopted?.date ?? null),
    meeting: optional(unit.adopted?.meeting ?? null),
    meetingNumber: unit.adopted?.meetingNumber ?? null,
    vote: unit.adopted?.vote ? escaped(JSON.stringify(unit.adopted.vote)) : null,
    form: unit.form ?? null,
  })
}

/** What the tree knows of the whole document: its source, its language, and the notes taken while it was read. */
export function documentFacts({ source, language, notes }: DocumentTree): XmlElement {
  return element(
    'rs:document',
    { source: optional(source), language },
    notes.map(({ code, severity, place, facts }) =>
      element('rs:note', {
        code: escaped(code),
        severity,
        place: place && placeText(place),
        facts: escaped(JSON.stringify(facts)),
      }),
    ),
  )
}

export const proprietary = (facts: readonly XmlElement[]) => element('proprietary', { source: editor }, facts)
