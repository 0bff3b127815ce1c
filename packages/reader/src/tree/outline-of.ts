import type { FootnoteAnchor, Outline, OutlineItem, OutlineTable, OutlineUnit } from '../outline.ts'
import type { AnnexNode, BodyNode, DocumentTree, Prose, TableNode, UnitNode } from './tree.ts'

type Node = UnitNode['preface'][number] | UnitNode['preamble'][number] | BodyNode

const marksOf = (anchors: readonly FootnoteAnchor[]): readonly string[] =>
  anchors.length === 0 ? [] : anchors.map(({ mark }) => mark)

/** What every item has; the order of the fields is that of the recorded outlines. */
function item(kind: OutlineItem['kind'], { place, text, anchors }: Prose, rest: Partial<OutlineItem>): OutlineItem {
  return {
    number: rest.number ?? null,
    level: rest.level ?? 0,
    path: rest.path ?? null,
    opening: rest.opening ?? null,
    verb: rest.verb ?? null,
    kind,
    line: place.line,
    text,
    footnotes: marksOf(anchors),
    anchors,
  }
}

function tableItem({ title, rows, place, anchors: own }: TableNode): OutlineItem {
  const text = title?.text ?? rows[0]?.filter((cell) => cell !== '').join(' ') ?? ''
  const anchors = [...(title?.anchors ?? []), ...own.map(({ mark }) => ({ mark, at: text.length }))]
  return item('table', { place, continued: [], text, anchors, emphasis: [] }, {})
}

/** Adds the items of a node, and of the points below it, to a list. */
function addItems(items: OutlineItem[], node: Node, plainKind: 'frontmatter' | 'backmatter' | 'annex'): void {
  switch (node.type) {
    case 'table':
      items.push(tableItem(node))
      break
    case 'p':
      items.push(item(plainKind, node, { number: node.num, path: plainKind === 'frontmatter' ? node.num : null }))
      break
    case 'docTitle':
      items.push(item('title', node, { number: node.docNumber }))
      break
    case 'formula':
      items.push(item('organ', node, {}))
      break
    case 'crossHeading':
      items.push(item('heading', node, { number: node.num }))
      break
    case 'recital':
      items.push(
        item('preambular', node, {
          number: node.num,
          level: node.level,
          opening: node.opening?.opening,
          verb: node.opening?.verb,
        }),
      )
      break
    case 'item':
      items.push(item('agenda', node, { number: node.num, level: node.level, path: node.path }))
      break
    case 'paragraph':
    case 'point':
      items.push({
        kind: node.level > 1 ? 'subparagraph' : 'operative',
        number: node.num,
        level: node.level,
        path: node.path,
        opening: node.opening?.opening ?? null,
        verb: node.opening?.verb ?? null,
        line: node.place.line,
        text: node.text,
        footnotes: marksOf(node.anchors),
        anchors: node.anchors,
      })
      for (const child of node.children) addItems(items, child, plainKind)
      break
    default:
      node satisfies never
  }
}

/** Whatever stands in an annex is of its kind, with its number, level and path. */
function addAnnexItems(items: OutlineItem[], node: AnnexNode): void {
  const from = items.length
  addItems(items, node, 'annex')
  for (let at = from; at < items.length; at++) {
    const one = items[at]!
    if (one.kind !== 'table' && one.kind !== 'annex') items[at] = { ...one, kind: 'annex' }
  }
}

function itemsOf(unit: UnitNode): readonly OutlineItem[] {
  const items: OutlineItem[] = []
  for (const node of unit.preface) addItems(items, node, 'frontmatter')
  for (const node of unit.preamble) addItems(items, node, 'frontmatter')
  for (const node of unit.mainBody) addItems(items, node, 'frontmatter')
  for (const node of unit.conclusions) addItems(items, node, 'backmatter')
  for (const { children } of unit.attachments) for (const node of children) addAnnexItems(items, node)
  for (const { mark, place, text } of unit.footnotes)
    items.push(item('footnote', { place, continued: [], text, anchors: [], emphasis: [] }, { number: mark }))
  return items.sort((a, b) => a.line - b.line)
}

function outlineUnit(unit: UnitNode): OutlineUnit {
  const { id, unitType: type, number, title, organ, parent, adopted } = unit
  const tables: OutlineTable[] = []
  const annexes = unit.attachments.map(({ children }) => children)
  for (const part of [unit.preface, unit.preamble, unit.mainBody, unit.conclusions, ...annexes])
    for (const node of part)
      if (node.type === 'table') tables.push({ title: node.title?.text ?? null, rows: node.rows })
  const footnotes = unit.footnotes.map(({ mark, text, resolved }) => ({ mark, text, resolved }))
  const form = unit.form && { form: unit.form }
  return { id, type, number, title, organ, parent, adopted, ...form, items: itemsOf(unit), footnotes, tables }
}

/** The flat, citable view of a tree. Items stand in the order of the text within each unit. */
export function outlineOf(tree: DocumentTree): Outline {
  return { source: tree.source, language: tree.language, notes: tree.notes, units: tree.units.map(outlineUnit) }
}
