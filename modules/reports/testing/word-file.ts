import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/** A Word file as a test looks at it: its parts, and the text of its paragraphs, tables and notes. */
export interface WordFile {
  readonly names: readonly string[]
  part(name: string): string
  /** Parts that are no well-formed XML, with what is wrong. */
  readonly faults: readonly string[]
  /** Text of every paragraph of the body, cells included, without automatic numbers. */
  readonly paragraphs: readonly string[]
  readonly footnotes: readonly string[]
  /** Style and text of titles and headings. */
  readonly headings: readonly (readonly [style: string, text: string])[]
  /** How many paragraphs number themselves, the bullets of lists aside. */
  readonly numbered: number
  readonly tables: readonly (readonly { readonly header: boolean; readonly cells: readonly string[] }[])[]
  readonly links: readonly string[]
  /** Relationships referred to that are not there. */
  readonly broken: readonly string[]
}

export function openWord(bytes: Uint8Array): WordFile {
  const files = unzipSync(bytes)
  const names = Object.keys(files)
  const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
  const xml = names.filter((name) => /\.(?:xml|rels)$/.test(name))
  const body = walk(part('word/document.xml'))
  const relationships = [...part('word/_rels/document.xml.rels').matchAll(/<Relationship ([^>]*)>/g)].map(
    ([, found = '']) => ({
      id: /\bId="([^"]*)"/.exec(found)?.[1],
      target: /\bTarget="([^"]*)"/.exec(found)?.[1] ?? '',
    }),
  )
  const ids = new Set(relationships.map(({ id }) => id))
  return {
    names,
    part,
    faults: xml.flatMap((name) => faultOf(name, part(name))),
    paragraphs: body.paragraphs.map(({ text }) => text),
    footnotes: walk(part('word/footnotes.xml'))
      .paragraphs.map(({ text }) => text)
      .filter((text) => text !== ''),
    headings: body.paragraphs
      .filter(({ style }) => /^(?:Title|Heading)/.test(style))
      .map(({ style, text }) => [style, text]),
    numbered: body.paragraphs.filter(({ style, numbered }) => numbered && style === 'Numbered').length,
    tables: body.tables,
    links: relationships.map(({ target }) => target),
    broken: [...part('word/document.xml').matchAll(/\br:id="([^"]*)"/g)]
      .map(([, id = '']) => id)
      .filter((id) => !ids.has(id)),
  }
}

function faultOf(name: string, xml: string): string[] {
  const faults: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => faults.push(`${name}: ${error.message}`))
  parser.write(xml).close()
  return faults
}

/** How a switch of a Word file says no. */
const offs = new Set(['false', '0', 'off'])

interface Row {
  header: boolean
  cells: string[]
}

/** Follows the body once: paragraphs with style and numbering, rows of tables with their cells. */
function walk(xml: string) {
  const paragraphs: { style: string; numbered: boolean; text: string }[] = []
  const tables: Row[][] = []
  let current = { style: '', numbered: false, text: '' }
  let inText = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const value = attributes['w:val']
    if (name === 'w:p') current = { style: '', numbered: false, text: '' }
    else if (name === 'w:pStyle') current.style = value ?? ''
    else if (name === 'w:numPr') current.numbered = true
    else if (name === 'w:t') inText = true
    else if (name === 'w:tbl') tables.push([])
    else if (name === 'w:tr') tables.at(-1)?.push({ header: false, cells: [] })
    else if (name === 'w:tblHeader' && !offs.has(value ?? '')) tables.at(-1)!.at(-1)!.header = true
    else if (name === 'w:tc') tables.at(-1)?.at(-1)?.cells.push('')
  })
  parser.on('text', (text) => {
    if (!inText) return
    current.text += text
    const cells = tables.at(-1)?.at(-1)?.cells
    if (cells && cells.length > 0) cells[cells.length - 1] += text
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText = false
    else if (name === 'w:p') paragraphs.push(current)
    else if (name === 'w:tbl') tables.push([]) // what follows belongs to no cell
  })
  parser.write(xml).close()
  return { paragraphs, tables: tables.filter((rows) => rows.length > 0) }
}
