import type { CitationGraph, GraphNode } from '#modules/citations'

/** One text of the picture: where its line of words stands, and how the line from the middle reaches it. */
export interface DrawnNode {
  readonly node: GraphNode
  readonly y: number
  /** The year, where it stands first in its group; null elsewhere. */
  readonly year: number | null
  /** Radius of its circle. */
  readonly r: number
  /** How thick its line is. */
  readonly weight: number
  /** The line from the text in the middle, as path data; null for that text. */
  readonly line: string | null
}

export interface Drawing {
  readonly height: number
  readonly nodes: readonly DrawnNode[]
}

/** Measures in CSS pixels; everything but the words stands in a fixed band, so that the words keep their size. */
export const measures = { year: 0, axis: 116, words: 130, row: 24, group: 8, middle: 20, edge: 16 } as const

/** The furthest a line swings out from the axis. */
const widest = 66

/**
 * Time runs from top to bottom: what the text rests on, the text, what rests on it; in each the oldest first, texts of no
 * known year at the start. Lines swing out to the side of the years, further the further they go.
 */
export function drawingOf({ nodes }: CitationGraph): Drawing {
  const centre = nodes.find(({ step }) => step === 0)
  if (!centre) return { height: 0, nodes: [] }
  const byTime = (side: (step: number) => boolean) =>
    nodes
      .filter(({ step }) => side(step))
      .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0) || b.times - a.times || (a.label < b.label ? -1 : 1))
  const before = byTime((step) => step < 0)
  const after = byTime((step) => step > 0)
  let y = measures.edge
  const placed: { node: GraphNode; y: number; year: number | null }[] = []
  let last: number | null | undefined
  for (const node of [...before, centre, ...after]) {
    const isCentre = node === centre
    if (placed.length > 0) y += measures.row
    if (isCentre && placed.length > 0) y += measures.middle
    else if (placed.length > 0 && node.year !== last) y += measures.group
    if (placed.at(-1)?.node === centre) y += measures.middle - measures.group
    placed.push({ node, y, year: node.year !== last || isCentre ? node.year : null })
    last = isCentre ? undefined : node.year
  }
  const middle = placed.find(({ node }) => node === centre)!.y
  const furthest = Math.max(1, ...placed.map(({ y }) => Math.abs(y - middle)))
  return {
    height: y + measures.edge,
    nodes: placed.map((one) => {
      const distance = Math.abs(one.y - middle)
      const out = 14 + (widest - 14) * (distance / furthest)
      // the control points of a cubic curve lie a third further out than the curve itself reaches
      const x = -Math.round((out * 4) / 3)
      const line = `M0 ${one.y} C${x} ${one.y} ${x} ${middle} 0 ${middle}`
      return {
        ...one,
        r: one.node === centre ? 6 : 4,
        weight: Math.min(4, 1 + Math.log2(Math.max(1, one.node.times)) * 0.75),
        line: one.node === centre ? null : line,
      }
    }),
  }
}
