import type { Language } from '../languages.ts'
import type { DocumentTree, UnitNode } from '../tree/tree.ts'
import type { ActorRow } from './actors.ts'
import { element, escaped, shown, type XmlElement } from './element.ts'
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
export function references(actors: readonly ActorRow[]): XmlElement {
  const one = (name: string, eId: string, href: string, showAs: string) => element(name, { eId, href, showAs })
  const unique = new Map(actors.map((actor) => [actor.code, actor]))
  return element('references', { source: editor }, [
    ...[...unique.values()].map(({ code, showAs }) =>
      one('TLCOrganization', code, `/akn/ontology/organization/${code}`, shown(showAs)),
    ),
    one('TLCOrganization', 'resolute', '/akn/ontology/organization/resolute', 'Resolute'),
    one('TLCRole', 'author', '/akn/ontology/role/un/author', 'Author'),
    one('TLCRole', 'editor', '/akn/ontology/role/un/editor', 'Editor'),
  ])
}

const optional = (text: string | null) => (text === null ? null : escaped(text))

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
