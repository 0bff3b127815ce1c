import type { ItemKind, Outline, OutlineItem } from '../../outline.ts'

/** An outline of one resolution: `1 Requests a report;` is an operative paragraph, text without a number a recital. */
export function outlineOfTexts(texts: readonly string[], kind?: ItemKind): Outline {
  const items = texts.map((line, at): OutlineItem => {
    const [, number = null, text = line] = kind ? [] : (/^(\d+) ([\s\S]*)$/.exec(line) ?? [])
    const own = kind ?? (number === null ? 'preambular' : 'operative')
    const rest = { level: 1, opening: null, verb: null, footnotes: [], anchors: [] }
    return { kind: own, line: at + 1, number, path: number, text, ...rest }
  })
  const unit = { id: 'text', type: 'resolution', number: null, title: null, organ: null, parent: null } as const
  return {
    source: null,
    language: 'en',
    notes: [],
    units: [{ ...unit, adopted: null, items, footnotes: [], tables: [] }],
  }
}
