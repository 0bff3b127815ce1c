import { toCsv } from '#platform/tables'
import type { CitationGraph, TextLinks } from './citation.ts'
import { toGraphml } from './graphml.ts'
import { toJsonLd } from './json-ld.ts'
import { linksTable } from './tables.ts'

export const exportFormats = ['graphml', 'json-ld', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  graphml: 'application/graphml+xml; charset=utf-8',
  'json-ld': 'application/ld+json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

/** The graph around one text, text by text. */
export function linksOf({ nodes, edges }: CitationGraph): readonly TextLinks[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const bySource = Map.groupBy(edges, ({ from }) => from)
  return nodes.flatMap((from) => {
    const own = bySource.get(from.id) ?? []
    const to = own.flatMap((edge) => {
      const node = byId.get(edge.to)
      return node ? [{ ...node, times: edge.times }] : []
    })
    return from.found ? [{ from, to }] : []
  })
}

/** Citations in one of the formats, in pieces, so that a whole register can be written. */
export function exported(
  links: AsyncIterable<TextLinks> | Iterable<TextLinks>,
  format: ExportFormat,
  base: string | null,
): AsyncGenerator<string> {
  switch (format) {
    case 'graphml':
      return toGraphml(links)
    case 'json-ld':
      return toJsonLd(links, base)
    case 'csv':
      return csvOf(links)
  }
}

async function* csvOf(links: AsyncIterable<TextLinks> | Iterable<TextLinks>): AsyncGenerator<string> {
  yield toCsv(linksTable([]))
  for await (const one of links) {
    const lines = toCsv(linksTable([one]))
    // without the names of the columns
    yield lines.slice(lines.indexOf('\n') + 1)
  }
}
