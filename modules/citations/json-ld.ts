import { inAddress } from '#platform/addresses'
import type { TextLinks } from './citation.ts'

type Node = TextLinks['from']

/** A symbol of a document of the United Nations, for which there is one address at all of them. */
const symbol = /^[A-Z]{1,6}\/\S[^|]*$/

/** The register's own address of a text it holds; of others that of the United Nations, else a name within this file. */
function iriOf({ id, label, found, kind }: Node): string {
  if (found) {
    const unit = found.unit === null ? '' : `?unit=${encodeURIComponent(found.unit)}`
    return `/documents/${inAddress(found.document)}${unit}`
  }
  const isSymbol = kind !== 'treaty' && kind !== 'publication' && symbol.test(label)
  return isSymbol ? `https://undocs.org/${inAddress(label)}` : `#${encodeURIComponent(id)}`
}

/** In the vocabulary of schema.org: resolutions and decisions are `Legislation`, everything else a `CreativeWork`. */
function described(node: Node, cited: readonly Node[]): Readonly<Record<string, unknown>> {
  const { label, found, body, year, act } = node
  const day = found?.adopted ?? (year === null ? undefined : String(year))
  return {
    '@id': iriOf(node),
    '@type': act === null ? 'CreativeWork' : 'Legislation',
    identifier: label,
    ...(found && { name: { '@value': found.title, '@language': found.language } }),
    ...(day !== undefined && { [act === null ? 'datePublished' : 'legislationDate']: day }),
    ...(body !== null && {
      [act === null ? 'publisher' : 'legislationPassedBy']: { '@type': 'Organization', name: body },
    }),
    ...(cited.length > 0 && { citation: cited.map((one) => ({ '@id': iriOf(one) })) }),
  }
}

/**
 * A graph of citations as JSON-LD, one text a line, in pieces. `base` is the address of the site, from whose root the
 * register's own texts are named; without it whoever fetches the file knows the site.
 */
export async function* toJsonLd(
  links: AsyncIterable<TextLinks> | Iterable<TextLinks>,
  base: string | null,
): AsyncGenerator<string> {
  const context = { '@vocab': 'https://schema.org/', ...(base !== null && { '@base': base }) }
  yield `{"@context":${JSON.stringify(context)},\n"@graph":[`
  const told = new Set<string>()
  let between = '\n'
  const line = (node: Node, cited: readonly Node[]) => {
    const text = between + JSON.stringify(described(node, cited))
    between = ',\n'
    return text
  }
  for await (const { from, to } of links) {
    let piece = line(from, to)
    for (const node of to) {
      // a text the register holds is told with what it cites, when its turn comes
      if (told.has(node.id) || node.found) continue
      told.add(node.id)
      piece += line(node, [])
    }
    yield piece
  }
  yield '\n]}\n'
}
