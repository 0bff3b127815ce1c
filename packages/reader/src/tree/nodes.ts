import type { ParagraphBlock, TableBlock } from '../blocks/block.ts'
import type { Phrases } from '../phrases/phrase.ts'
import { type AnnexEntry, annexesIn } from './annexes.ts'
import type { Entry } from './entry.ts'
import type {
  AnnexNode,
  AttachmentNode,
  BodyNode,
  ParagraphNode,
  PlainNode,
  PreambleNode,
  Prose,
  TableNode,
  UnitNode,
} from './tree.ts'

type Parts = Pick<UnitNode, 'preface' | 'preamble' | 'mainBody' | 'conclusions' | 'attachments'>

const prose = ({ place, continued, text, anchors, emphasis }: ParagraphBlock): Prose => ({
  place,
  continued,
  text,
  anchors,
  emphasis,
})
const plain = ({ numbering, place, continued, text, anchors, emphasis }: ParagraphBlock): PlainNode => ({
  type: 'p',
  num: numbering?.printed ?? null,
  place,
  continued,
  text,
  anchors,
  emphasis,
})

function tableNode(block: TableBlock, caption: ParagraphBlock | null): TableNode {
  const { rows, anchors } = block
  const place = caption ? { ...caption.place, end: block.place.end } : block.place
  return { type: 'table', place, title: caption ? prose(caption) : null, rows, anchors }
}

const opened = ({ opening }: Entry) =>
  opening ? { opening: opening.opening, verb: opening.verb, by: opening.by } : null

/** A paragraph while its list is still being filled. */
type Filling = Omit<ParagraphNode, 'children'> & { readonly children: Filling[] }

/** Hangs a paragraph below the one it belongs to by its level, or puts it at the end. */
function hang(node: Filling, stack: Filling[], top: { push(node: Filling): unknown }): void {
  while (stack.length > 0 && stack.at(-1)!.level >= node.level) stack.pop()
  const above = stack.at(-1)
  if (above && node.level > 1) above.children.push(node)
  else top.push(node)
  stack.push(node)
}

/** An annex with its numbered paragraphs hung as in a body; a heading closes every list. */
function attachmentNode(annex: readonly AnnexEntry[]): AttachmentNode {
  const children: AnnexNode[] = []
  let stack: Filling[] = []
  for (const { entry, as, level, path } of annex) {
    const { block } = entry
    if (block.kind === 'table') {
      children.push(tableNode(block, entry.caption))
      continue
    }
    const num = block.numbering?.printed ?? null
    switch (as) {
      case 'line':
      case 'text':
        children.push(plain(block))
        break
      case 'heading':
        stack = []
        children.push({ type: 'crossHeading', num, ...prose(block) })
        break
      case 'paragraph': {
        const type = level > 1 ? 'point' : 'paragraph'
        hang({ type, num, level, path, opening: null, children: [], ...prose(block) }, stack, children)
        break
      }
      default:
        as satisfies never
    }
  }
  return { type: 'attachment', children }
}

/**
 * Sorts the entries of a unit into the five parts of a text, in the order they came, and hangs each point below the
 * paragraph it belongs to.
 */
export function partsOf(entries: readonly Entry[], organ: string | null, phrases: Phrases): Parts {
  const preface: UnitNode['preface'][number][] = []
  const preamble: PreambleNode[] = []
  const mainBody: BodyNode[] = []
  const conclusions: UnitNode['conclusions'][number][] = []
  const annexed: Entry[] = []
  const stack: Filling[] = []
  let part: 'preface' | 'preamble' | 'body' | 'conclusions' = 'preface'
  for (const entry of entries) {
    const { block, kind } = entry
    if (kind === 'operative' || kind === 'subparagraph' || kind === 'agenda') part = 'body'
    else if (kind === 'organ' || (kind === 'preambular' && part === 'preface'))
      part = part === 'body' ? part : 'preamble'
    else if (kind === 'backmatter') part = 'conclusions'
    if (block.kind === 'table') {
      const node = tableNode(block, entry.caption)
      if (annexed.length > 0) annexed.push(entry)
      else if (part === 'preface') preface.push(node)
      else if (part === 'preamble') preamble.push(node)
      else if (part === 'body') mainBody.push(node)
      else conclusions.push(node)
      continue
    }
    const { place, continued, text, anchors, emphasis } = block
    const num = block.numbering?.printed ?? null
    switch (kind) {
      case 'frontmatter':
        preface.push(plain(block))
        break
      case 'title':
        preface.push({ type: 'docTitle', docNumber: null, ...prose(block) })
        break
      case 'organ':
        ;(part === 'body' ? mainBody : preamble).push({ type: 'formula', organ: organ ?? text, ...prose(block) })
        break
      case 'preambular':
        ;(part === 'body' ? mainBody : preamble).push({
          type: 'recital',
          num,
          level: entry.level,
          opening: opened(entry),
          place,
          continued,
          text,
          anchors,
          emphasis,
        })
        break
      case 'heading':
        if (part === 'preface') preface.push({ type: 'crossHeading', num, ...prose(block) })
        else (part === 'body' ? mainBody : preamble).push({ type: 'crossHeading', num, ...prose(block) })
        break
      case 'agenda':
        mainBody.push({ type: 'item', num, level: entry.level, path: entry.path, ...prose(block) })
        break
      case 'operative':
      case 'subparagraph': {
        const { level, path } = entry
        const node: Filling = {
          type: level > 1 ? 'point' : 'paragraph',
          num,
          level,
          path,
          opening: opened(entry),
          children: [],
          place,
          continued,
          text,
          anchors,
          emphasis,
        }
        hang(node, stack, mainBody)
        break
      }
      case 'backmatter':
        conclusions.push(plain(block))
        break
      case 'annex':
        annexed.push(entry)
        break
      case 'table':
        break
      default:
        kind satisfies never
    }
  }
  return { preface, preamble, mainBody, conclusions, attachments: annexesIn(annexed, phrases).map(attachmentNode) }
}
