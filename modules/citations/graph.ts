import type { CitationGraph, GraphEdge, GraphNode, GraphQuery, ListedText, Target } from './citation.ts'

/** Limits of what a graph holds: what a person can still look at. */
export const usualNodes = 40
export const mostNodes = 1000
const mostSteps = 3

/** What a graph asks of the register, the most important first. */
export interface GraphSource {
  text(document: string, unit: string): Promise<Target | null>
  neighbours(
    side: 'cited' | 'citing',
    of: { readonly document: string; readonly unit: string | undefined },
    limit: number,
  ): Promise<{ readonly rows: readonly ListedText[]; readonly texts: number }>
}

/** Address of a text of the register, else the key it is cited by; null for what is not settled. */
export function nodeId({ found, key }: Pick<Target, 'found' | 'key'>): string | null {
  if (found) return found.unit === null ? found.document : `${found.document}#${found.unit}`
  return key
}

/** Step by step from the text asked about, on both sides, until the limit; null where the register lacks the text. */
export async function graphOf(
  source: GraphSource,
  document: string,
  { unit, depth = 1, limit = usualNodes }: GraphQuery,
): Promise<CitationGraph | null> {
  const text = await source.text(document, unit ?? '')
  const id = text && nodeId(text)
  if (!text || id === null) return null
  const most = Math.min(Math.max(2, Math.trunc(limit)), mostNodes)
  const steps = Math.min(Math.max(1, Math.trunc(depth)), mostSteps)
  const nodes = new Map<string, GraphNode>([[id, { ...text, id, step: 0, times: 0 }]])
  const edges = new Map<string, GraphEdge>()
  const isOwn = ({ found }: Target) => unit === undefined && found?.document === document

  /** Adds neighbours of one text on one side; returns those that were not there yet. */
  function add(from: GraphNode, side: 'cited' | 'citing', listed: readonly ListedText[], room: number): GraphNode[] {
    const added: GraphNode[] = []
    for (const { target, times } of listed) {
      const other = nodeId(target)
      if (other === null || other === from.id || isOwn(target)) continue
      if (!nodes.has(other)) {
        if (added.length >= room) continue
        const node = { ...target, id: other, step: from.step + (side === 'cited' ? -1 : 1), times }
        nodes.set(other, node)
        added.push(node)
      }
      const edge = side === 'cited' ? { from: from.id, to: other, times } : { from: other, to: from.id, times }
      edges.set(`${edge.from}\n${edge.to}`, edge)
    }
    return added
  }

  const centre = nodes.get(id)!
  const place = { document, unit }
  const [cited, citing] = await Promise.all([
    source.neighbours('cited', place, most),
    source.neighbours('citing', place, most),
  ])
  const half = Math.floor(most / 2)
  const forBefore = Math.max(half, most - citing.rows.length)
  let before = add(centre, 'cited', cited.rows, forBefore)
  let after = add(centre, 'citing', citing.rows, most - before.length)
  const more = {
    before: Math.max(0, cited.texts - before.length),
    after: Math.max(0, citing.texts - after.length),
  }
  for (let step = 2; step <= steps; step++) {
    before = await further(before, 'cited')
    after = await further(after, 'citing')
  }

  async function further(frontier: readonly GraphNode[], side: 'cited' | 'citing'): Promise<GraphNode[]> {
    const added: GraphNode[] = []
    for (const node of frontier) {
      const room = most + 1 - nodes.size
      if (room <= 0) break
      if (!node.found) continue
      const { document, unit } = node.found
      const listed = await source.neighbours(side, { document, unit: unit ?? undefined }, most)
      added.push(...add(node, side, listed.rows, room))
    }
    return added
  }

  return { nodes: [...nodes.values()], edges: [...edges.values()], more }
}
