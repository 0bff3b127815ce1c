import type { Comparison, WordChange } from '@resolute/reader'
import { countsOf, isParagraph, say, statusOf, where } from './compare-words.ts'

const colours = { deleted: '\u001b[31m', inserted: '\u001b[32m', none: '\u001b[0m' } as const

/** What a terminal would obey is not what a text says. */
const plain = (text: string) => text.replace(/[\p{Cc}]+/gu, ' ')

function marked(words: readonly WordChange[], coloured: boolean): string {
  return words
    .map(({ kind, text }) => {
      switch (kind) {
        case 'kept':
          return plain(text)
        case 'deleted':
          return coloured ? `${colours.deleted}[-${plain(text)}-]${colours.none}` : `[-${plain(text)}-]`
        case 'inserted':
          return coloured ? `${colours.inserted}{+${plain(text)}+}${colours.none}` : `{+${plain(text)}+}`
        default:
          return kind satisfies never
      }
    })
    .join('')
}

/** What a reader at a terminal wants to know: what differs, how much is the same, and what is no longer said. */
export function accountOf(comparison: Comparison, coloured: boolean): string {
  const lines: string[] = []
  for (const pair of comparison.pairs) {
    if (pair.status === 'same') continue
    const head = say('compare.head', { status: statusOf(pair), where: where(pair) })
    lines.push(
      head,
      `  ${pair.status === 'moved' ? plain(pair.words.map(({ text }) => text).join('')) : marked(pair.words, coloured)}`,
      '',
    )
  }
  lines.push(say('compare.summary', countsOf(comparison)))
  const dropped = comparison.dropped.filter(({ pair }) => isParagraph(comparison.pairs[pair]!))
  if (dropped.length > 0) lines.push('', say('compare.dropped', { count: dropped.length }))
  for (const { pair, text, words } of dropped)
    lines.push(`  ${say('compare.dropped-line', { where: where(comparison.pairs[pair]!), words, text: plain(text) })}`)
  return `${lines.join('\n')}\n`
}
