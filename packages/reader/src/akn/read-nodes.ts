import type { BodyNode, NodeOpening, ParagraphNode, PlainNode, TableNode, TitleNode } from '../tree/tree.ts'
import { bareNumber } from './blocks.ts'
import { child, elements, unescaped, type XmlElement } from './element.ts'
import { markedIn, placeOf, proseIn } from './prose.ts'

/** What is told of every footnote met while text is read. */
export interface Reading {
  readonly note: (note: XmlElement) => void
}

/** Whatever a part of a unit can hold. */
export type Node = BodyNode | TitleNode | PlainNode

const text = (value: string | undefined) => (value === undefined ? null : unescaped(value))

function numOf(container: XmlElement): string | null {
  const num = child(container, 'num')
  if (!num) return null
  return text(num.attributes['rs:num']) ?? bareNumber(markedIn(num.children).text)
}

function openingOf({ attributes }: XmlElement): NodeOpening | null {
  const { 'rs:opening': opening, 'rs:verb': verb = '', 'rs:by': by = '' } = attributes
  return opening === undefined ? null : { opening: unescaped(opening), verb: unescaped(verb), by: unescaped(by) }
}

/** The node whose text an element carries. `as` tells what a text is that does not say so itself. */
function nodeOf(
  carried: XmlElement,
  num: string | null,
  level: number,
  reading: Reading,
  as: 'crossHeading' | 'p',
): Node {
  const { attributes } = carried
  const prose = proseIn(carried, reading.note)
  const own = Number(attributes['rs:level'] ?? level)
  const path = text(attributes['rs:path'])
  const type = attributes['rs:node']
  switch (type) {
    case 'docTitle':
      return { type, docNumber: text(attributes['rs:number']), ...prose }
    case 'formula':
      return { type, organ: unescaped(attributes['rs:organ'] ?? ''), ...prose }
    case 'recital':
      return { type, num, level: own, opening: openingOf(carried), ...prose }
    case 'item':
      return { type, num, level: own, path, ...prose }
    case 'paragraph':
    case 'point':
      return { type, num, level: own, path, opening: openingOf(carried), children: [], ...prose }
    default:
      return as === 'crossHeading' ? { type: 'crossHeading', num, ...prose } : { type: 'p', num, ...prose }
  }
}

function tableNode(table: XmlElement, reading: Reading): TableNode {
  const caption = child(table, 'caption')
  const title = caption ? proseIn(caption, reading.note) : null
  const offsets = table.attributes['rs:offsets']?.split(' ').map(Number)
  const anchors: TableNode['anchors'][number][] = []
  const rows: string[][] = []
  for (const row of elements(table).filter(({ name }) => name === 'tr')) {
    const cells: string[] = []
    let missing = false
    for (const cell of elements(row)) {
      const marked = markedIn(child(cell, 'p')?.children ?? [], reading.note)
      for (const { mark } of marked.anchors) anchors.push({ mark, at: offsets?.[anchors.length] ?? 0 })
      if (cell.attributes['rs:missing'] === undefined) cells.push(marked.text)
      else missing ||= cell.attributes['rs:missing'] === 'row'
    }
    if (!missing) rows.push(cells)
  }
  return { type: 'table', place: placeOf(table.attributes['rs:place'] ?? ''), title, rows, anchors }
}

type Filling = Omit<ParagraphNode, 'children'> & { readonly children: Filling[] }

/** A paragraph with its points: side by side first, then each below the one it belongs to by its level. */
function paragraphNode(root: XmlElement, usual: number, reading: Reading): ParagraphNode | null {
  const found: ParagraphNode[] = []
  const gather = (one: XmlElement, level: number): void => {
    const list = child(one, 'list')
    const carried = child(list ? child(list, 'intro') : child(one, 'content'), 'p')
    const node = carried && nodeOf(carried, numOf(one), level, reading, 'p')
    if (node?.type !== 'paragraph' && node?.type !== 'point') return
    found.push(node)
    for (const below of list ? elements(list) : [])
      if (below.name === 'point' || below.name === 'paragraph') gather(below, node.level + 1)
  }
  gather(root, usual)
  const filling: Filling[] = found.map((node) => ({ ...node, children: [] }))
  let stack: Filling[] = []
  for (const node of filling) {
    while (stack.length > 0 && stack.at(-1)!.level >= node.level) stack.pop()
    stack.at(-1)?.children.push(node)
    stack = stack.length > 0 ? [...stack, node] : [node]
  }
  return filling[0] ?? null
}

/** The nodes in a part of a document that `toAkn` wrote, in their order. */
export function blockNodes(
  part: XmlElement,
  reading: Reading,
  heading: 'crossHeading' | 'p' = 'crossHeading',
): readonly Node[] {
  const found: Node[] = []
  const walk = (container: XmlElement, num: string | null, level: number): void => {
    for (const one of elements(container)) {
      const placed = one.attributes['rs:place'] !== undefined
      if (one.name === 'table' && placed) found.push(tableNode(one, reading))
      else if (placed && /^(?:p|block|heading)$/.test(one.name))
        found.push(nodeOf(one, num, level, reading, one.name === 'p' ? 'p' : heading))
      else if ((one.name === 'paragraph' || one.name === 'point') && heading === 'crossHeading') {
        const node = paragraphNode(one, one.name === 'point' ? 2 : 1, reading)
        if (node) found.push(node)
      } else if (one.name !== 'num') walk(one, one.name === 'content' ? num : numOf(one), one.name === 'item' ? 2 : 1)
    }
  }
  walk(part, numOf(part), 1)
  return found
}
