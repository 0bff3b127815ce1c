import type { Emphasis, MarkedText } from '../blocks/block.ts'
import { trimmed } from '../blocks/marks.ts'
import type { FootnoteAnchor } from '../outline.ts'
import type { XmlElement, XmlNode } from './element.ts'

/** What running text tells of besides its letters. */
export interface TextHooks {
  /** A footnote printed here; gives the mark that stands for it. */
  readonly note: (note: XmlElement) => string
  /** Whether a line ends before this element (`eol` in a masthead). */
  readonly breaks: (one: XmlElement) => boolean
}

interface Line {
  readonly pieces: string[]
  length: number
  blank: boolean
  readonly anchors: FootnoteAnchor[]
  readonly emphasis: Emphasis[]
}

const newLine = (): Line => ({ pieces: [], length: 0, blank: true, anchors: [], emphasis: [] })

/** Text goes on as if these were not there: pictures, machine codes. */
const silent = /^(?:img|meta|rs:.*|other:.*)$/
/** What stands apart from the words before and behind it, though the file leaves no blank between. */
const apart = /^(?:p|eol|br|embeddedStructure|quotedStructure|container|paragraph|num|content|intro|wrapUp|list|point)$/

/** Blanks of all widths run together, so that rules see the words; the rest stays letter by letter. */
function add(line: Line, text: string): void {
  let some = text.replace(/[ \t-\r\u00a0\u2000-\u200a\u202f]+/g, ' ')
  if (line.blank && some.startsWith(' ')) some = some.slice(1)
  if (some === '') return
  line.pieces.push(some)
  line.length += some.length
  line.blank = some.endsWith(' ')
}

function emphasisOf({ name, attributes }: XmlElement): Emphasis['as'] | null {
  const said = name === 'span' ? (attributes.class ?? '') : name
  return /^(?:i|italic)$/.test(said) ? 'italic' : /^(?:b|bold)$/.test(said) ? 'bold' : null
}

/** The lines of running text in an element of any publisher: emphasis and footnote marks taken out and kept beside it. */
export function linesIn(nodes: readonly XmlNode[], hooks: TextHooks): readonly MarkedText[] {
  const lines = [newLine()]
  const walk = (some: readonly XmlNode[]): void => {
    for (const node of some) {
      const line = lines.at(-1)!
      if (typeof node === 'string') {
        add(line, node)
        continue
      }
      const { name, children } = node
      if (silent.test(name)) continue
      if (name === 'authorialNote' || name === 'note') {
        line.anchors.push({ mark: hooks.note(node), at: line.length })
        continue
      }
      if (name === 'noteRef') {
        line.anchors.push({ mark: node.attributes.marker ?? '*', at: line.length })
        continue
      }
      if (hooks.breaks(node)) lines.push(newLine())
      const current = lines.at(-1)!
      if (apart.test(name)) add(current, ' ')
      const start = current.length
      const as = emphasisOf(node)
      walk(children)
      if (as && lines.at(-1) === current && current.length > start)
        current.emphasis.push({ as, start, end: current.length })
      if (apart.test(name)) add(lines.at(-1)!, ' ')
    }
  }
  walk(nodes)
  return lines
    .map(({ pieces, anchors, emphasis }) => trimmed({ text: pieces.join(''), anchors, emphasis }))
    .filter(({ text, anchors }) => text !== '' || anchors.length > 0)
}
