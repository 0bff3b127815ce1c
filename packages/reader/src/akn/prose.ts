import type { Emphasis } from '../blocks/block.ts'
import type { Place } from '../notes.ts'
import type { FootnoteAnchor } from '../outline.ts'
import type { Prose } from '../tree/tree.ts'
import { element, escaped, textNodes, unescaped, type XmlElement, type XmlNode } from './element.ts'

type Marked = Pick<Prose, 'text' | 'anchors' | 'emphasis'>

/** What stands in the text at a footnote mark. */
export type NoteAt = (mark: string) => XmlElement

/** A stretch of a text that an element holds: `docNumber`, `docTitle`, `ref`. */
export interface Stretch {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly start: number
  readonly end: number
}

interface Opened {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly end: number
  readonly children: XmlNode[]
}

/** Running text as XML. Stretches that cross each other are left out: the caller finds that by reading it back. */
export function inlineNodes({ text, anchors, emphasis }: Marked, stretches: readonly Stretch[], noteAt: NoteAt) {
  const spans = [...emphasis]
    .reverse()
    .map(({ as, start, end }): Stretch => ({ name: as === 'italic' ? 'i' : 'b', start, end }))
  const starts = [...stretches, ...spans]
    .filter(({ start, end }) => start >= 0 && end > start && end <= text.length)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const marks = anchors.filter(({ at }) => at >= 0 && at <= text.length)
  const root: Opened = { name: '', attributes: {}, end: text.length, children: [] }
  const open: Opened[] = [root]
  const stops = new Set<number>([text.length])
  for (const { start, end } of starts) stops.add(start).add(end)
  for (const { at } of marks) stops.add(at)
  let done = 0
  let nextStart = 0
  const notes = new Map<number, FootnoteAnchor[]>()
  for (const mark of marks) notes.set(mark.at, [...(notes.get(mark.at) ?? []), mark])
  for (const stop of [...stops].sort((a, b) => a - b)) {
    const current = open.at(-1)!
    for (const node of textNodes(text.slice(done, stop))) current.children.push(node)
    done = stop
    while (open.length > 1 && open.at(-1)!.end <= stop) {
      const { name, attributes, children } = open.pop()!
      open.at(-1)!.children.push(element(name, attributes, children))
    }
    for (const { mark } of notes.get(stop) ?? []) open.at(-1)!.children.push(noteAt(mark))
    for (; nextStart < starts.length && starts[nextStart]!.start === stop; nextStart++) {
      const { name, attributes = {}, end } = starts[nextStart]!
      if (end <= open.at(-1)!.end) open.push({ name, attributes, end, children: [] })
    }
  }
  return root.children
}

/** A place as three numbers: line, start, end. */
export const placeText = ({ line, start, end }: Place) => `${line} ${start} ${end}`

export function placeOf(text: string): Place {
  const [line = 0, start = 0, end = 0] = text.split(' ').map(Number)
  return { line, start, end }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const plainMark = (mark: string): XmlElement => element('noteRef', { 'rs:mark': escaped(mark) })

/**
 * The element that carries a text with everything its marks said. What cannot be told from the elements inside
 * (emphasis that crosses, marks out of order) stands in `rs:emphasis` and `rs:anchors`.
 */
export function carrier(
  name: string,
  prose: Prose,
  noteAt: NoteAt,
  attributes: Readonly<Record<string, string | number | null>> = {},
  stretches: readonly Stretch[] = [],
): XmlElement {
  const children = inlineNodes(prose, stretches, noteAt)
  const simple = prose.anchors.length === 0 && prose.emphasis.length === 0
  const again = simple ? prose : markedIn(inlineNodes(prose, stretches, plainMark))
  return element(
    name,
    {
      ...attributes,
      'rs:place': placeText(prose.place),
      'rs:continued': prose.continued.length > 0 ? prose.continued.map(placeText).join(', ') : null,
      'rs:emphasis': same(again.emphasis, prose.emphasis)
        ? null
        : JSON.stringify(prose.emphasis.map(({ as, start, end }) => [as, start, end])),
      'rs:anchors': same(again.anchors, prose.anchors)
        ? null
        : escaped(JSON.stringify(prose.anchors.map(({ mark, at }) => [mark, at]))),
    },
    children,
  )
}

/** Collects running text; `note` is told every footnote met on the way. */
export interface Sink {
  readonly pieces: string[]
  length: number
  readonly anchors: FootnoteAnchor[]
  readonly emphasis: Emphasis[]
  readonly note: (note: XmlElement) => void
}

export function add(sink: Sink, text: string): void {
  sink.pieces.push(text)
  sink.length += text.length
}

/** The mark of `authorialNote` and `noteRef`, as the tree writes it. */
export const markOf = ({ attributes }: XmlElement) => unescaped(attributes['rs:mark'] ?? attributes.marker ?? '')

function collect(nodes: readonly XmlNode[], sink: Sink): void {
  for (const node of nodes) {
    if (typeof node === 'string') {
      add(sink, node)
      continue
    }
    const { name, attributes, children } = node
    if (name === 'authorialNote' || name === 'noteRef' || attributes['rs:mark'] !== undefined) {
      sink.anchors.push({ mark: markOf(node), at: sink.length })
      if (name === 'authorialNote') sink.note(node)
    } else if (attributes['rs:code'] !== undefined)
      add(sink, String.fromCharCode(Number.parseInt(attributes['rs:code'], 16)))
    else {
      const start = sink.length
      collect(children, sink)
      const as = name === 'i' ? 'italic' : name === 'b' ? 'bold' : null
      if (as && sink.length > start) sink.emphasis.push({ as, start, end: sink.length })
    }
  }
}

/** Running text as it was written by `carrier`: letter by letter. */
export function markedIn(nodes: readonly XmlNode[], note: (note: XmlElement) => void = () => {}): Marked {
  const sink: Sink = { pieces: [], length: 0, anchors: [], emphasis: [], note }
  collect(nodes, sink)
  return { text: sink.pieces.join(''), anchors: sink.anchors, emphasis: sink.emphasis }
}

/** The inverse of `carrier`. */
export function proseIn(carried: XmlElement, note: (note: XmlElement) => void): Prose {
  const { attributes, children } = carried
  const marked = markedIn(children, note)
  const { 'rs:continued': continued, 'rs:emphasis': emphasis, 'rs:anchors': anchors } = attributes
  return {
    place: placeOf(attributes['rs:place'] ?? ''),
    continued: continued ? continued.split(', ').map(placeOf) : [],
    text: marked.text,
    anchors: anchors
      ? pairs(unescaped(anchors)).map(([mark, at]) => ({ mark: String(mark), at: Number(at) }))
      : marked.anchors,
    emphasis: emphasis
      ? pairs(emphasis).map(([as, start, end]) => ({
          as: as === 'bold' ? ('bold' as const) : ('italic' as const),
          start: Number(start),
          end: Number(end),
        }))
      : marked.emphasis,
  }
}

/** A list of lists in JSON, or nothing where it is none. */
function pairs(text: string): readonly (readonly unknown[])[] {
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? read.filter((one) => Array.isArray(one)) : []
  } catch {
    return []
  }
}
