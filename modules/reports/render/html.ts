import { directionOf } from '#platform/i18n'
import { afterLabel, type Block, type Inline, type Line, type Sheet } from '../sheet.ts'
import { sheetStyle } from './html-style.ts'

/** A sheet as one HTML file that needs nothing else: no script, no other file. Links carry `base` in front. */
export function renderHtml(sheet: Sheet, options: { base: string }): string {
  const write = lineWriter(options.base, sheet.language)
  const blocks = sheet.blocks.map((block) => blockOf(block, write)).join('\n')
  return `<!doctype html>
<html lang="${escaped(sheet.language)}" dir="${sheet.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(sheet.title)}</title>
<style>
${sheetStyle}</style>
</head>
<body>
<main>
<header>
<div class="masthead">
<p class="organisation">${escaped(sheet.masthead.organisation)}</p>
<p class="symbol">${escaped(sheet.masthead.lines[0] ?? '')}</p>
<p class="organ">${escaped(sheet.masthead.organ)}</p>
<div class="distribution">${sheet.masthead.lines
    .slice(1)
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('')}</div>
</div>
${sheet.place.map((line, index) => `<p class="${index === 0 ? 'body' : 'place'}">${escaped(line)}</p>`).join('\n')}
<h1>${escaped(sheet.title)}</h1>
<p class="genre">${escaped(sheet.genre)}</p>
</header>
${blocks}
${footnotes(sheet.footnotes, write)}</main>
</body>
</html>
`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for HTML, in content and in attributes. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

type Write = (line: Line) => string

function lineWriter(base: string, language: string): Write {
  return (line) => line.map((inline) => inlineOf(inline, base, language)).join('')
}

function inlineOf(inline: Inline, base: string, language: string): string {
  switch (inline.kind) {
    case 'text':
      return escaped(inline.text)
    case 'quote':
      return inline.language === language
        ? escaped(inline.text)
        : `<span lang="${inline.language}" dir="${directionOf(inline.language)}">${escaped(inline.text)}</span>`
    case 'sentence':
      return `<span lang="${inline.language}" dir="${directionOf(inline.language)}">${lineWriter(base, inline.language)(inline.line)}</span>`
    case 'link':
      return `<a href="${escaped(`${base}${inline.to}`)}">${escaped(inline.text)}</a>`
    case 'note':
      return `<sup><a id="ref-${inline.mark}" href="#note-${inline.mark}" role="doc-noteref">${inline.mark}</a></sup>`
  }
}

function blockOf(block: Block, write: Write): string {
  switch (block.kind) {
    case 'heading': {
      const tag = `h${block.level + 1}`
      return `<${tag}>${block.number === null ? '' : `${block.number}. `}${escaped(block.text)}</${tag}>`
    }
    case 'box':
      return `<section class="box" aria-labelledby="summary">
<h2 id="summary">${escaped(block.title)}</h2>
${block.paragraphs.map((line) => `<p>${write(line)}</p>`).join('\n')}
</section>`
    case 'numbered':
      return `<p class="numbered" id="para-${block.number}"><span class="number">${block.number}.</span> ${write(block.line)}</p>`
    case 'paragraph':
      return `<p>${write(block.line)}</p>`
    case 'fields':
      return `<dl>
${block.fields.map(({ label, value }) => `<div><dt>${escaped(label)}${afterLabel(label)} </dt><dd>${write(value)}</dd></div>`).join('\n')}
</dl>`
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${write(item)}</li>`).join('\n')}\n</ul>`
    case 'table':
      return tableOf(block, write)
  }
}

function tableOf({ caption, head, widths, rows }: Extract<Block, { kind: 'table' }>, write: Write): string {
  const columns = widths.map((width) => `<col style="width:${width}%">`).join('')
  return `<table>
<caption>${escaped(caption)}</caption>
<colgroup>${columns}</colgroup>
<thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${write(cell)}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table>`
}

function footnotes(lines: readonly Line[], write: Write): string {
  if (lines.length === 0) return ''
  const items = lines.map(
    (line, index) =>
      `<li id="note-${index + 1}">${write(line)} <a href="#ref-${index + 1}" role="doc-backlink" aria-label="${index + 1}">↑</a></li>`,
  )
  return `<section class="footnotes" role="doc-endnotes">\n<ol>\n${items.join('\n')}\n</ol>\n</section>\n`
}
