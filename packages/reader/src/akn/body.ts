import type { AttachmentNode, BodyNode, HeadingNode, ParagraphNode, UnitNode } from '../tree/tree.ts'
import {
  carried,
  type Facts,
  formulaBlock,
  formulaText,
  headingBlock,
  numElement,
  openingFacts,
  plainBlock,
  recitalBlock,
  recitalText,
  tableBlock,
  type Writing,
} from './blocks.ts'
import { element, escaped, type XmlElement } from './element.ts'

/** Recitals with the items of their list behind them, and every other node by itself. */
export function preambleBlocks(writing: Writing, nodes: UnitNode['preamble']): readonly XmlElement[] {
  const blocks: XmlElement[] = []
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!
    switch (node.type) {
      case 'formula':
        blocks.push(formulaBlock(writing, node))
        break
      case 'crossHeading':
        blocks.push(headingBlock(writing, node))
        break
      case 'p':
        blocks.push(plainBlock(writing, node))
        break
      case 'table':
        blocks.push(tableBlock(writing, node))
        break
      case 'recital': {
        const group = [node]
        for (let next = nodes[at + 1]; next?.type === 'recital' && next.level > 1; next = nodes[at + 1]) {
          group.push(next)
          at++
        }
        blocks.push(recitalBlock(writing, group))
        break
      }
      default:
        node satisfies never
    }
  }
  return blocks
}

const pathFacts = ({ path }: { readonly path: string | null }): Facts => ({
  'rs:path': path === null ? null : escaped(path),
})

/** Lists inside lists deeper than this stand side by side, each point with its level; no text of the field comes near. */
const deepestList = 24

interface Point {
  readonly node: ParagraphNode
  readonly usualLevel: number
}

/** A point and all below it, side by side. */
function sideBySide(node: ParagraphNode): readonly ParagraphNode[] {
  const found: ParagraphNode[] = []
  const waiting = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push({ ...next, children: [] })
    for (let at = next.children.length - 1; at >= 0; at--) waiting.push(next.children[at]!)
  }
  return found
}

/** A paragraph, or a point of its list, with the points below it. */
function paragraph(writing: Writing, { node, usualLevel }: Point, parent: string | null, depth: number): XmlElement {
  const { ids } = writing
  const point = node.type === 'point'
  const eId = ids(parent, point ? 'point' : 'para', node.num ?? (point ? null : (node.path ?? null)))
  const facts: Facts = {
    'rs:node': node.type,
    'rs:level': node.level === usualLevel ? null : node.level,
    ...pathFacts(node),
    ...openingFacts(node.opening),
  }
  const num = node.num === null ? [] : [numElement(node.num)]
  const text = carried(writing, 'p', node, facts)
  if (node.children.length === 0)
    return element(node.type, { eId }, [...num, element('content', { eId: `${eId}__content` }, [text])])
  const listId = ids(eId, 'list', null)
  const intro = element('intro', { eId: `${listId}__intro` }, [text])
  const below = depth < deepestList ? node.children : node.children.flatMap(sideBySide)
  const children = below.map((one) => paragraph(writing, { node: one, usualLevel: node.level + 1 }, listId, depth + 1))
  return element(node.type, { eId }, [...num, element('list', { eId: listId }, [intro, ...children])])
}

/** What is no paragraph and stands among paragraphs. */
function other(writing: Writing, name: string, num: string | null, block: XmlElement): XmlElement {
  const eId = writing.ids(writing.prefix, name, num)
  return element('hcontainer', { name, eId }, [
    ...(num === null ? [] : [numElement(num)]),
    element('content', { eId: `${eId}__content` }, [block]),
  ])
}

function bodyElement(writing: Writing, node: Exclude<BodyNode, HeadingNode>, section: string | null): XmlElement {
  switch (node.type) {
    case 'paragraph':
    case 'point':
      // numbers go on below a heading without one, and start again in a section
      return paragraph(writing, { node, usualLevel: node.type === 'point' ? 2 : 1 }, section ?? writing.prefix, 0)
    case 'recital':
      return other(writing, 'recital', node.num, recitalText(writing, node, 1))
    case 'formula':
      return other(writing, 'formula', null, formulaText(writing, node))
    case 'item': {
      const facts = { 'rs:node': 'item', 'rs:level': node.level === 1 ? null : node.level, ...pathFacts(node) }
      return other(writing, 'item', node.num, carried(writing, 'p', node, facts))
    }
    case 'table':
      return other(writing, 'table', null, tableBlock(writing, node))
    case 'p':
      return other(writing, 'text', node.num, carried(writing, 'p', node))
    default:
      return node satisfies never
  }
}

interface Division {
  readonly name: 'section' | 'division'
  readonly eId: string
  readonly children: XmlElement[]
}

/**
 * The body: a numbered heading opens a section, one without a number a division, and what follows stands in it up to
 * the next heading of its kind.
 */
export function bodyElements(writing: Writing, nodes: readonly BodyNode[]): readonly XmlElement[] {
  const body: XmlElement[] = []
  const open: Division[] = []
  const close = () => {
    const { name, eId, children } = open.pop()!
    ;(open.at(-1)?.children ?? body).push(element(name, { eId }, children))
  }
  for (const node of nodes) {
    if (node.type !== 'crossHeading') {
      const section = open.find(({ name }) => name === 'section')?.eId ?? null
      ;(open.at(-1)?.children ?? body).push(bodyElement(writing, node, section))
      continue
    }
    const name = node.num === null ? 'division' : 'section'
    while (open.length > 0 && (name === 'section' || open.at(-1)!.name === 'division')) close()
    const parent = open.at(-1)?.eId ?? writing.prefix
    const eId = writing.ids(parent, name === 'section' ? 'sec' : 'dvs', node.num)
    const heading = carried(writing, 'heading', node)
    open.push({ name, eId, children: node.num === null ? [heading] : [numElement(node.num), heading] })
  }
  while (open.length > 0) close()
  return body.length > 0 ? body : [element('p', {})]
}

/** An annex: its first line heads it, the rest stands in a document of its own. */
export function attachmentElement(
  writing: Writing,
  node: AttachmentNode,
  at: number,
  metaOf: (component: string) => XmlElement,
): XmlElement {
  const { prefix, ids } = writing
  const [first, ...others] = node.children
  const headed = first?.type === 'p' && first.num === null
  const eId = ids(prefix, 'att', String(at + 1))
  const heading = headed ? [carried(writing, 'heading', first)] : []
  const body = element('mainBody', {}, bodyElements({ ...writing, prefix: eId }, headed ? others : node.children))
  return element('attachment', { eId }, [
    ...heading,
    element('doc', { name: 'annex' }, [metaOf(`!annex_${at + 1}`), body]),
  ])
}
