import type { Block, MarkedText, ParagraphBlock } from '../blocks/block.ts'
import { cut, trimmed } from '../blocks/marks.ts'
import { numberingIn } from '../blocks/numbering.ts'
import type { Place } from '../notes.ts'
import type { ItemKind } from '../outline.ts'
import { child, elements, textOf, type XmlElement } from './element.ts'
import { linesIn } from './running-text.ts'

/** What the markup says a block is for; null where it says nothing. */
export type Said = Extract<
  ItemKind,
  'frontmatter' | 'organ' | 'preambular' | 'operative' | 'heading' | 'backmatter' | 'annex'
> | null

/** Blocks of a published document, in order, with what its markup says of them. */
export interface SaidBlocks {
  readonly blocks: readonly Block[]
  readonly said: ReadonlyMap<Block, Said>
}

/** Elements whose content is running text. */
const running =
  /^(?:p|block|heading|subheading|crossHeading|listIntroduction|listWrapUp|docTitle|docNumber|longTitle|span|inline|a|ref|from)$/

/** Where a part is, what stands in it is said to be. */
const parts: ReadonlyMap<string, Said> = new Map<string, Said>([
  ['mainBody', 'operative'],
  ['coverPage', 'frontmatter'],
  ['preface', null],
  ['preamble', null],
  ['formula', 'organ'],
  ['container', 'preambular'],
  ['recital', 'preambular'],
  ['conclusions', 'backmatter'],
  ['attachments', 'annex'],
])

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()

interface Walk {
  readonly blocks: Block[]
  readonly said: Map<Block, Said>
  readonly notes: { readonly mark: string; readonly text: string }[]
  line: number
  offset: number
}

/** Places count in the text as it reads line by line: no file of XML has lines worth naming. */
function nextPlace(walk: Walk, written: string): Place {
  const place = { line: ++walk.line, start: walk.offset, end: walk.offset + written.length }
  walk.offset = place.end + 1
  return place
}

function push(walk: Walk, marked: MarkedText, num: string | null, said: Said, heading: boolean): void {
  const given = num === null ? null : (numberingIn(`${num} x`)?.numbering ?? null)
  const found = given === null && !heading ? numberingIn(marked.text) : null
  const body = found ? trimmed(cut(marked, found.length, marked.text.length)) : marked
  // a number no rule knows stays in the text
  const stray = num !== null && given === null && num !== '' ? `${num} ` : ''
  const text = stray + body.text
  const moved = stray.length
  const block: ParagraphBlock = {
    kind: 'paragraph',
    place: nextPlace(walk, num === null ? marked.text : `${num}\t${marked.text}`),
    continued: [],
    numbering: given ?? found?.numbering ?? null,
    heading: false,
    text,
    anchors: body.anchors.map(({ mark, at }) => ({ mark, at: at + moved })),
    emphasis: body.emphasis.map(({ as, start, end }) => ({ as, start: start + moved, end: end + moved })),
  }
  walk.blocks.push(block)
  walk.said.set(block, said)
}

function pushTable(walk: Walk, table: XmlElement, said: Said): void {
  const anchors: { mark: string; at: number }[] = []
  const rows = elements(table)
    .flatMap((one) => (one.name === 'tr' ? [one] : elements(one).filter(({ name }) => name === 'tr')))
    .map((row) =>
      elements(row).map((cell) => {
        const lines = linesIn(cell.children, { note: (note) => noteMark(walk, note), breaks: () => false })
        for (const { mark } of lines.flatMap((line) => line.anchors)) anchors.push({ mark, at: 0 })
        return lines.map(({ text }) => text).join(' ')
      }),
    )
  const caption = child(table, 'caption')
  if (caption) runningText(walk, caption, null, said, 'heading')
  if (rows.length === 0) return
  const block: Block = { kind: 'table', place: nextPlace(walk, ''), rows, anchors }
  walk.blocks.push(block)
  walk.said.set(block, said)
}

/** Keeps the text of a footnote for the end of the text, and gives its mark. */
function noteMark(walk: Walk, note: XmlElement): string {
  const mark = squeezed(note.attributes.marker ?? '') || String(walk.notes.length + 1)
  const lines = linesIn(note.children, { note: () => '*', breaks: () => false })
  // Arabic notes bring the brackets in which their mark was printed
  walk.notes.push({
    mark,
    text: lines
      .map(({ text }) => text)
      .join(' ')
      .replace(/^\(\)\s*/, ''),
  })
  return mark
}

function runningText(walk: Walk, one: XmlElement, num: string | null, said: Said, as: 'heading' | 'text'): void {
  // in a masthead and at the end, meeting and date stand on lines of their own
  const lined = said === 'frontmatter' || said === 'backmatter'
  const lines = linesIn(one.children, {
    note: (note) => noteMark(walk, note),
    breaks: ({ name }) => lined && /^(?:eol|br|date|location)$/.test(name),
  })
  lines.forEach((line, index) => {
    push(walk, line, index === 0 ? num : null, said === null && as === 'heading' ? 'heading' : said, as === 'heading')
  })
}

function visit(walk: Walk, container: XmlElement, said: Said, num: string | null): void {
  let open = num
  for (const one of elements(container)) {
    const { name } = one
    if (name === 'meta') continue
    if (name === 'num') open = squeezed(textOf(one))
    else if (name === 'table') pushTable(walk, one, said)
    else if (running.test(name)) {
      const heading = /eading$/.test(name)
      runningText(walk, one, open, heading && said === 'operative' ? 'heading' : said, heading ? 'heading' : 'text')
      open = null
    } else {
      const own = said === 'annex' ? said : parts.get(name)
      visit(walk, one, own === undefined ? said : own, open)
      open = null
    }
  }
}

/** The blocks of a document that another program wrote. Nothing printed is lost, whatever elements it stands in. */
export function publishedBlocks(document: XmlElement): SaidBlocks {
  const walk: Walk = { blocks: [], said: new Map(), notes: [], line: 0, offset: 0 }
  visit(walk, document, null, null)
  for (const { mark, text } of walk.notes)
    walk.blocks.push({ kind: 'footnote', mark, text, place: nextPlace(walk, text) })
  return { blocks: walk.blocks, said: walk.said }
}
