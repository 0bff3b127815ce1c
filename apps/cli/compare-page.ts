import type { Comparison, Outline, WordChange } from '@resolute/reader'
import { countsOf, isParagraph, say, statusOf, where } from './compare-words.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** As text of HTML; what no page may hold is left out. */
const plain = (text: string) => text.replace(/[&<>"]/g, (char) => entities[char]!).replace(/[^\P{Cc}\n\t]/gu, '')

const marked = (words: readonly WordChange[]): string =>
  words
    .map(({ kind, text }) => {
      switch (kind) {
        case 'kept':
          return plain(text)
        case 'deleted':
          return `<del>${plain(text)}</del>`
        case 'inserted':
          return `<ins>${plain(text)}</ins>`
        default:
          return kind satisfies never
      }
    })
    .join('')

const style = `body{font:1rem/1.5 serif;margin:2rem auto;max-inline-size:70rem;padding-inline:1rem}
table{border-collapse:collapse}td,th{border-block-start:1px solid #ccc;padding:.4rem .6rem;text-align:start;vertical-align:top}
td:last-child{white-space:pre-line}ins{background:#d7f5dd}del{background:#fbdcdc}`

/** A page that needs nothing beside it: every pair with its changes, and what is no longer said. */
export function pageOf(names: readonly [string, string], { language }: Outline, comparison: Comparison): string {
  const direction = language === 'ar' ? 'rtl' : 'ltr'
  const title = names.map(plain).join(' / ')
  const rows = comparison.pairs.map(
    (pair) =>
      `<tr><td>${plain(statusOf(pair))}</td><td>${plain(where(pair))}</td><td lang="${language}" dir="${direction}">${marked(pair.words)}</td></tr>`,
  )
  const dropped = comparison.dropped.filter(({ pair }) => isParagraph(comparison.pairs[pair]!))
  const passages = dropped.map(
    ({ pair, text }) =>
      `<li>${plain(where(comparison.pairs[pair]!))}: <span lang="${language}" dir="${direction}">${plain(text)}</span></li>`,
  )
  const heads = ['status', 'place', 'text'].map((column) => `<th>${plain(say(`compare.column-${column}`))}</th>`)
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${style}</style>
<h1>${title}</h1>
<p>${plain(say('compare.summary', countsOf(comparison)))}</p>
<table><thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>
${passages.length > 0 ? `<h2>${plain(say('compare.dropped', { count: passages.length }))}</h2>\n<ul>\n${passages.join('\n')}\n</ul>\n` : ''}</html>
`
}
