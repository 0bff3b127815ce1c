import type { TextLinks } from './citation.ts'

/** What each node and edge tells, declared in front as GraphML asks. */
const keys = [
  ['node', 'address', 'string'],
  ['node', 'label', 'string'],
  ['node', 'title', 'string'],
  ['node', 'kind', 'string'],
  ['node', 'body', 'string'],
  ['node', 'year', 'int'],
  ['node', 'adopted', 'string'],
  ['node', 'registered', 'boolean'],
  ['edge', 'times', 'int'],
] as const

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text of an element: XML 1.0 has no control characters and no halves of characters, whatever stands in a source. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  const whole = text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
  return whole.replace(/[&<>"]/g, (mark) => marks[mark]!)
}

const data = (key: string, value: string | number | boolean | null): string =>
  value === null ? '' : `<data key="${key}">${escaped(String(value))}</data>`

/** A graph of citations as GraphML (http://graphml.graphdrawing.org), an edge for each text cited; in pieces. */
export async function* toGraphml(links: AsyncIterable<TextLinks> | Iterable<TextLinks>): AsyncGenerator<string> {
  const declared = keys
    .map(([of, name, type]) => `  <key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join('')
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${declared}  <graph id="citations" edgedefault="directed">
`
  // ids are names in XML, which addresses are not
  const numbers = new Map<string, string>()
  const nodeOf = (node: TextLinks['from']): string => {
    if (numbers.has(node.id)) return ''
    const id = `n${numbers.size}`
    numbers.set(node.id, id)
    const { found } = node
    return `    <node id="${id}">${data('address', node.id)}${data('label', node.label)}${data('title', found?.title ?? null)}${data(
      'kind',
      node.kind,
    )}${data('body', node.body)}${data('year', node.year)}${data('adopted', found?.adopted ?? null)}${data(
      'registered',
      found !== null,
    )}</node>\n`
  }
  for await (const { from, to } of links) {
    let piece = nodeOf(from)
    for (const node of to) {
      piece += nodeOf(node)
      piece += `    <edge source="${numbers.get(from.id)}" target="${numbers.get(node.id)}">${data('times', node.times)}</edge>\n`
    }
    yield piece
  }
  yield '  </graph>\n</graphml>\n'
}
