import type { Outline, OutlineItem, OutlineTable, OutlineUnit } from '../outline.ts'
import type { BodyNode, DocumentTree, Prose, TableNode, UnitNode } from './tree.ts'

type Node = UnitNode['preface'][number] | UnitNode['preamble'][number] | BodyNode

const blank = { number: null, level: 0, path: null, opening: null, verb: null } as const

const said = (prose: Prose) => ({
  line: prose.place.line,
  text: prose.text,
  footnotes: prose.anchors.map(({ mark }) => mark),
  anchors: prose.anchors,
})

function tableItem(node: TableNode): OutlineItem {
  const text = node.title?.text ?? node.rows[0]?.filter((cell) => cell !== '').join(' ') ?? ''
  const anchors = [...(node.title?.anchors ?? []), ...node.anchors.map(({ mark }) => ({ mark, at: text.length }))]
  return { ...blank, kind: 'table', line: node.place.line, text, footnotes: anchors.map(({ mark }) => mark), anchors }
}

function itemsOf(node: Node, plainKind: 'frontmatter' | 'backmatter' | 'annex'): readonly OutlineItem[] {
  switch (node.type) {
    case 'table':
      return [tableItem(node)]
    case 'p':
      return [
        {
          ...blank,
          kind: plainKind,
          number: node.num,
          path: plainKind === 'frontmatter' ? node.num : null,
          ...said(node),
        },
      ]
    case 'docTitle':
      return [{ ...blank, kind: 'title', number: node.docNumber, ...said(node) }]
    case 'formula':
      return [{ ...blank, kind: 'organ', ...said(node) }]
    case 'crossHeading':
      return [{ ...blank, kind: 'heading', number: node.num, ...said(node) }]
    case 'recital': {
      const { opening, verb } = node.opening ?? blank
      return [{ ...blank, kind: 'preambular', number: node.num, level: node.level, opening, verb, ...said(node) }]
    }
    case 'item':
      return [{ ...blank, kind: 'agenda', number: node.num, level: node.level, path: node.path, ...said(node) }]
    case 'paragraph':
    case 'point': {
      const { opening, verb } = node.opening ?? blank
      const kind = node.level > 1 ? 'subparagraph' : 'operative'
      const own: OutlineItem = {
        kind,
        number: node.num,
        level: node.level,
        path: node.path,
        opening,
        verb,
        ...said(node),
      }
      return [own, ...node.children.flatMap((child) => itemsOf(child, plainKind))]
    }
    default:
      return node satisfies never
  }
}

function outlineUnit(unit: UnitNode): OutlineUnit {
  const { id, unitType: type, number, title, organ, parent, adopted } = unit
  const parts: readonly (readonly OutlineItem[])[] = [
    unit.preface.flatMap((node) => itemsOf(node, 'frontmatter')),
    unit.preamble.flatMap((node) => itemsOf(node, 'frontmatter')),
    unit.mainBody.flatMap((node) => itemsOf(node, 'frontmatter')),
    unit.conclusions.flatMap((node) => itemsOf(node, 'backmatter')),
    unit.attachments.flatMap(({ children }) => children.flatMap((node) => itemsOf(node, 'annex'))),
    unit.footnotes.map(({ mark, place, text }) => ({
      ...blank,
      kind: 'footnote',
      line: place.line,
      number: mark,
      text,
      footnotes: [],
      anchors: [],
    })),
  ]
  const tables: OutlineTable[] = [...unit.preface, ...unit.preamble, ...unit.mainBody, ...unit.conclusions].flatMap(
    (node) => (node.type === 'table' ? [{ title: node.title?.text ?? null, rows: node.rows }] : []),
  )
  const items = parts.flat().sort((a, b) => a.line - b.line)
  const footnotes = unit.footnotes.map(({ mark, text, resolved }) => ({ mark, text, resolved }))
  return { id, type, number, title, organ, parent, adopted, items, footnotes, tables }
}

/** The flat, citable view of a tree. Items stand in the order of the text within each unit. */
export function outlineOf(tree: DocumentTree): Outline {
  return { source: tree.source, language: tree.language, notes: tree.notes, units: tree.units.map(outlineUnit) }
}
