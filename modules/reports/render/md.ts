import { afterLabel, type Block, type Inline, type Line, type Sheet } from '../sheet.ts'

/** A sheet as Markdown (CommonMark with tables and footnotes). Links carry `base` in front. */
export function renderMarkdown(sheet: Sheet, options: { base: string }): string {
  const write = lineWriter(options.base)
  const parts = [
    `${escaped(sheet.masthead.organisation)}  \n${escaped(sheet.masthead.organ)}`,
    sheet.masthead.lines.map(escaped).join('  \n'),
    sheet.place.map(escaped).join('  \n'),
    `# ${escaped(sheet.title)}`,
    escaped(sheet.genre),
    ...sheet.blocks.map((block) => blockOf(block, write)),
    ...sheet.footnotes.map((line, index) => `[^${index + 1}]: ${write(line)}`),
  ]
  return `${parts.join('\n\n')}\n`
}

/** Keeps every sign of a text from being taken for a mark of Markdown. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2')

type Write = (line: Line) => string

function lineWriter(base: string): Write {
  return (line) => line.map((inline) => inlineOf(inline, base)).join('')
}

function inlineOf(inline: Inline, base: string): string {
  switch (inline.kind) {
    case 'text':
    case 'quote':
      return escaped(inline.text)
    case 'sentence':
      return lineWriter(base)(inline.line)
    case 'link':
      return `[${escaped(inline.text)}](${base}${inline.to.replace(/\(/g, '%28').replace(/\)/g, '%29')})`
    case 'note':
      return `[^${inline.mark}]`
  }
}

function blockOf(block: Block, write: Write): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${block.number === null ? '' : `${block.number}. `}${escaped(block.text)}`
    case 'box':
      return [`> *${escaped(block.title)}*`, ...block.paragraphs.map((line) => `> ${write(line)}`)].join('\n>\n')
    case 'numbered':
      return `${block.number}. ${write(block.line)}`
    case 'paragraph':
      return write(block.line)
    case 'fields':
      return block.fields
        .map(({ label, value }) => `   - *${escaped(label)}*${afterLabel(label)} ${write(value)}`)
        .join('\n')
    case 'list':
      return block.items.map((item) => `- ${write(item)}`).join('\n')
    case 'table':
      return [
        `*${escaped(block.caption)}*\n`,
        row(block.head.map(escaped)),
        row(block.head.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map(write))),
      ].join('\n')
  }
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
