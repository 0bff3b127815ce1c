import type { CitationReading } from '../citations/citation.ts'
import type { Language } from '../languages.ts'
import { phrasesOf } from '../phrases/index.ts'
import { dateIn } from '../tree/adopted.ts'
import type { DocumentTree, UnitNode } from '../tree/tree.ts'
import { type ActorRow, actorRows } from './actors.ts'
import { plainBlocks, type Writing } from './blocks.ts'
import { attachmentElement, bodyElements, preambleBlocks } from './body.ts'
import { documentText, element, type XmlElement } from './element.ts'
import { type Identifiers, identifiers } from './identifiers.ts'
import { analysis, documentFacts, identification, proprietary, references, unitFacts } from './meta.ts'
import { type DocumentNames, namesOf, unknownDate } from './names.ts'
import { unitNotes } from './notes-of-unit.ts'
import { type RefsAt, refsOf } from './refs.ts'
import { withTargets } from './targets.ts'

export interface AknOptions {
  /** Codes of organs; what is not listed here is looked up in the rows of the package. */
  readonly actors?: readonly ActorRow[]
  /** Day of the markup as ISO date; without it the document says that none is known. */
  readonly markedUp?: string
  /** `citationsOf(outlineOf(tree))`, to be written as `ref`; without it nothing is linked. */
  readonly citations?: CitationReading
}

/** Root element and `name` of each kind of unit (AKN4UN; drafts have a name of their own). */
const kinds: Readonly<Record<UnitNode['unitType'], { readonly root: string; readonly name: string }>> = {
  resolution: { root: 'statement', name: 'resolution' },
  decision: { root: 'statement', name: 'decision' },
  'draft-resolution': { root: 'statement', name: 'resolutionDraft' },
  'draft-decision': { root: 'statement', name: 'decisionDraft' },
  report: { root: 'doc', name: 'report' },
  other: { root: 'doc', name: 'other' },
}

/** The same for what a unit of type `other` is known to be. */
const forms: Readonly<Record<NonNullable<UnitNode['form']>, { readonly root: string; readonly name: string }>> = {
  statement: { root: 'statement', name: 'statement' },
}

interface Common {
  readonly language: Language
  readonly actors: readonly ActorRow[]
  readonly ids: Identifiers
  readonly markedUp: string | null
  readonly refs: (unit: string) => RefsAt
}

const part = (name: string, children: readonly XmlElement[]) =>
  children.length > 0 ? [element(name, {}, children)] : []

/** One resolution, decision, draft or report. `more` is what stands in its metadata besides its own facts. */
function unitElement(
  unit: UnitNode,
  prefix: string | null,
  common: Common,
  more: (names: DocumentNames) => { readonly references: readonly XmlElement[]; readonly facts: readonly XmlElement[] },
): XmlElement {
  const { language, ids, markedUp } = common
  const { root, name } = unit.form ? forms[unit.form] : kinds[unit.unitType]
  const names = namesOf(unit, language, common.actors)
  const phrases = phrasesOf(language)
  const refs = common.refs(unit.id)
  const writing: Writing = { prefix, ids, refs, notes: unitNotes(unit, prefix, ids, refs) }
  const metaFacts = { names, language, showAs: unit.number, subtype: name, markedUp }
  const title = unit.preface.findIndex(({ type }) => type === 'docTitle')
  const cover = title < 0 ? unit.preface.length : title
  const date = names.date === unknownDate ? null : names.date
  const marks = { number: unit.number, symbol: unit.id, date, dateOf: (text: string) => dateIn(text, phrases) }
  const parts = [
    ...part('coverPage', plainBlocks(writing, unit.preface.slice(0, cover), { ...marks, date: null })),
    ...part('preface', plainBlocks(writing, unit.preface.slice(cover), { ...marks, date: null })),
    ...part('preamble', preambleBlocks(writing, unit.preamble)),
    element('mainBody', {}, bodyElements(writing, unit.mainBody)),
    ...part('conclusions', plainBlocks(writing, unit.conclusions, marks)),
    ...part(
      'attachments',
      unit.attachments.map((one, at) =>
        attachmentElement(writing, one, at, (component) =>
          element('meta', {}, [identification({ ...metaFacts, component, subtype: 'annex' })]),
        ),
      ),
    ),
  ]
  // notes nothing refers to are known only now
  const left = writing.notes.left()
  const { references: known, facts } = more(names)
  const meta = element('meta', {}, [
    identification({ ...metaFacts, component: '!main' }),
    ...analysis(unit, prefix, ids),
    ...known,
    ...(left.length > 0 ? [element('notes', { source: '#resolute' }, left)] : []),
    proprietary([...facts, unitFacts(unit)]),
  ])
  return element(root, { name, contains: 'originalVersion' }, [meta, ...parts])
}

/**
 * A tree as Akoma Ntoso in the AKN4UN profile (`docs/akn.md`): one statement, or a collection where the text holds
 * several units. The same tree always gives the same text; places in the source, paths and openings are kept in a
 * namespace of our own, so that `fromAkn` gives the same tree again.
 */
export function toAkn(tree: DocumentTree, options: AknOptions = {}): string {
  const actors = [...(options.actors ?? []), ...actorRows]
  const ids = identifiers()
  const components = new Map(tree.units.map(({ id }, at) => [id, tree.units.length === 1 ? '' : `cmp_${at + 1}`]))
  const common: Common = {
    language: tree.language,
    actors,
    ids,
    markedUp: options.markedUp ?? null,
    refs: refsOf(options.citations, tree.language, actors, (unit) => components.get(unit)),
  }
  const voted = tree.units.some(({ adopted }) => typeof adopted?.vote?.inFavour === 'number')
  const finished = (root: XmlElement) => (options.citations ? withTargets(root) : root)
  const [only, ...others] = tree.units
  if (only && others.length === 0) {
    const root = unitElement(only, null, common, ({ actor }) => ({
      references: [references([actor], voted)],
      facts: [documentFacts(tree)],
    }))
    return documentText(finished(element('akomaNtoso', {}, [root])))
  }
  const collected = tree.units.map((unit, at) => {
    const eId = ids(null, 'cmp', String(at + 1))
    return element('component', { eId }, [unitElement(unit, eId, common, () => ({ references: [], facts: [] }))])
  })
  const first: UnitNode = only ?? emptyUnit
  const names = namesOf(first, tree.language, actors)
  const name = first.unitType === 'report' ? 'report' : 'resolutions'
  const collection: DocumentNames = {
    ...names,
    work: names.work.replace(/^\/akn\/un\/(?:doc|statement)\/[a-z]+/, '/akn/un/collection/publication'),
    expression: names.expression.replace(/^\/akn\/un\/(?:doc|statement)\/[a-z]+/, '/akn/un/collection/publication'),
    manifestation: names.manifestation.replace(
      /^\/akn\/un\/(?:doc|statement)\/[a-z]+/,
      '/akn/un/collection/publication',
    ),
  }
  const meta = element('meta', {}, [
    identification({
      names: collection,
      language: tree.language,
      showAs: first.number,
      subtype: name,
      component: '!main',
      markedUp: common.markedUp,
    }),
    references([names.actor, ...tree.units.map((unit) => namesOf(unit, tree.language, actors).actor)], voted),
    proprietary([documentFacts(tree)]),
  ])
  const bare = element('component', { eId: 'cmp_none' }, [element('documentRef', { href: '#cmp_none', showAs: '' })])
  const body = element('collectionBody', {}, collected.length > 0 ? collected : [bare])
  return documentText(finished(element('akomaNtoso', {}, [element('documentCollection', { name }, [meta, body])])))
}

const emptyUnit: UnitNode = {
  type: 'unit',
  unitType: 'other',
  id: 'other',
  number: null,
  title: null,
  organ: null,
  parent: null,
  adopted: null,
  preface: [],
  preamble: [],
  mainBody: [],
  conclusions: [],
  attachments: [],
  footnotes: [],
}
