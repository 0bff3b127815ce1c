import { printedNumber } from '../tree/plain-text.ts'
import type {
  FormulaNode,
  HeadingNode,
  NodeOpening,
  PlainNode,
  Prose,
  RecitalNode,
  TableNode,
  TitleNode,
  UnitNode,
} from '../tree/tree.ts'
import { element, escaped, textNodes, type XmlElement, type XmlNode } from './element.ts'
import type { Identifiers } from './identifiers.ts'
import type { UnitNotes } from './notes-of-unit.ts'
import { carrier, placeText, type Stretch } from './prose.ts'
import type { RefsAt } from './refs.ts'

/** What every part of a unit needs while it is written. */
export interface Writing {
  /** eId of the component the unit is, or null. */
  readonly prefix: string | null
  readonly ids: Identifiers
  readonly notes: UnitNotes
  readonly refs: RefsAt
}

/** Facts of a node that Akoma Ntoso has no attribute for; they stand on the element that carries its text. */
export type Facts = Readonly<Record<string, string | number | null>>

export const carried = (
  writing: Writing,
  name: string,
  prose: Prose,
  facts: Facts = {},
  stretches: readonly Stretch[] = [],
) =>
  carrier(name, prose, writing.notes.at(prose.place.start), facts, [
    ...stretches,
    ...writing.refs(prose.place, prose.text, null),
  ])

export const openingFacts = (opening: NodeOpening | null): Facts =>
  opening
    ? { 'rs:opening': escaped(opening.opening), 'rs:verb': escaped(opening.verb), 'rs:by': escaped(opening.by) }
    : {}

/** The inverse of `printedNumber`, for numbers as others print them too: `9.`, `9 -`. */
export const bareNumber = (printed: string) => printed.trim().replace(/(?<=[\p{L}\p{N}])\s?(?:[.．、]|-{1,2})$/u, '')

/** `num`, with what was read where its printed form does not tell. */
export function numElement(num: string): XmlElement {
  const printed = printedNumber(num)
  return element('num', { 'rs:num': bareNumber(printed) === num ? null : escaped(num) }, textNodes(printed))
}

/** A block with its number in front, where it has one. */
export function numbered(writing: Writing, num: string | null, block: XmlElement): XmlElement {
  if (num === null) return block
  return element('blockContainer', { eId: writing.ids(writing.prefix, 'bcnt', num) }, [numElement(num), block])
}

export const plainBlock = (writing: Writing, node: PlainNode) =>
  numbered(writing, node.num, carried(writing, 'p', node))

export const headingBlock = (writing: Writing, node: HeadingNode) =>
  numbered(writing, node.num, carried(writing, 'block', node, { name: 'heading' }))

/** Number and title of a document in one line: `docNumber` and `docTitle` inside the paragraph. */
export function titleBlock(writing: Writing, node: TitleNode, number: string | null): XmlElement {
  const { text } = node
  const start = number !== null && number !== '' && text.startsWith(number) ? number.length : 0
  const gap = start > 0 ? (/^[\s.．:：–—-]*/u.exec(text.slice(start))?.[0].length ?? 0) : 0
  const stretches = [
    { name: 'docNumber', start: 0, end: start },
    { name: 'docTitle', start: start + gap, end: text.length },
  ].filter((one) => one.end > one.start)
  const facts = {
    'rs:node': 'docTitle',
    'rs:number': node.docNumber === null ? null : escaped(node.docNumber),
  }
  return carried(writing, 'p', node, facts, stretches)
}

export function tableBlock(writing: Writing, node: TableNode): XmlElement {
  const caption = node.title ? [carried(writing, 'caption', node.title)] : []
  const noteAt = writing.notes.at(node.place.start)
  // marks in a table are kept without their cell: they stand behind the first
  const marks: readonly XmlNode[] = node.anchors.map(({ mark }) => noteAt(mark))
  const empty = node.rows.length === 0
  const rows = (empty ? [[]] : node.rows).map((cells, at) => {
    const missing = cells.length === 0
    const tds = (missing ? [''] : cells).map((cell, index) =>
      element('td', { 'rs:missing': missing ? (empty ? 'row' : 'cell') : null }, [
        element('p', {}, [...textNodes(cell), ...(at === 0 && index === 0 ? marks : [])]),
      ]),
    )
    return element('tr', {}, tds)
  })
  const offsets = node.anchors.some(({ at }) => at !== 0) ? node.anchors.map(({ at }) => at).join(' ') : null
  const eId = writing.ids(writing.prefix, 'table', null)
  return element('table', { eId, 'rs:place': placeText(node.place), 'rs:offsets': offsets }, [...caption, ...rows])
}

/** The line in which the organ speaks. */
export const formulaText = (writing: Writing, node: FormulaNode) =>
  carried(writing, 'p', node, { 'rs:node': 'formula', 'rs:organ': escaped(node.organ) })

export function formulaBlock(writing: Writing, node: FormulaNode): XmlElement {
  const eId = writing.ids(writing.prefix, 'formula', null)
  return element('formula', { eId, name: 'enactingFormula' }, [formulaText(writing, node)])
}

/** The level is told where it is not the one its place says: 1 by itself, 2 in a list. */
export const recitalText = (writing: Writing, node: RecitalNode, usual: number) =>
  carried(writing, 'p', node, {
    'rs:node': 'recital',
    'rs:level': node.level === usual ? null : node.level,
    ...openingFacts(node.opening),
  })

/** A recital with its list: AKN4UN's advice for resolutions, a container named after how it opens. */
export function recitalBlock(writing: Writing, group: readonly RecitalNode[]): XmlElement {
  const { prefix, ids } = writing
  const first = group[0]!
  const alone = first.level <= 1 ? [numbered(writing, first.num, recitalText(writing, first, 1))] : []
  const listed = alone.length > 0 ? group.slice(1) : group
  const eId = ids(prefix, 'cnt', null)
  const items = listed.map((node) =>
    element('item', { eId: ids(eId, 'item', node.num) }, [
      ...(node.num === null ? [] : [numElement(node.num)]),
      recitalText(writing, node, 2),
    ]),
  )
  const list = items.length > 0 ? [element('blockList', { eId: ids(eId, 'list', null) }, items)] : []
  const name = first.opening?.opening ?? ''
  return element('container', { name: escaped(name) || 'recital', eId }, [...alone, ...list])
}

/** What a line can be known by, so that it is marked as what it says. */
export interface KnownMarks {
  readonly number: string | null
  readonly symbol: string
  /** Day of adoption, or null where it is not looked for. */
  readonly date: string | null
  readonly dateOf: (text: string) => string | null
}

/** The symbol on a line of its own is the `docNumber`, the day of adoption the `docDate`. */
function markedLine(writing: Writing, node: PlainNode, { symbol, date, dateOf }: KnownMarks): XmlElement {
  const { text } = node
  const whole = { start: 0, end: text.length }
  const stretches: readonly Stretch[] =
    text === symbol
      ? [{ name: 'docNumber', ...whole }]
      : date !== null && text.length < 40 && dateOf(text) === date && dateOf(text.replace(/^\d+/, '')) === null
        ? [{ name: 'docDate', attributes: { date }, ...whole }]
        : []
  return numbered(writing, node.num, carried(writing, 'p', node, {}, stretches))
}

/** `preface` and `conclusions`: blocks in their order. */
export function plainBlocks(
  writing: Writing,
  nodes: UnitNode['preface'] | UnitNode['conclusions'],
  known: KnownMarks,
): readonly XmlElement[] {
  return nodes.map((node) => {
    switch (node.type) {
      case 'p':
        return markedLine(writing, node, known)
      case 'docTitle':
        return titleBlock(writing, node, known.number)
      case 'crossHeading':
        return headingBlock(writing, node)
      case 'table':
        return tableBlock(writing, node)
      default:
        return node satisfies never
    }
  })
}
