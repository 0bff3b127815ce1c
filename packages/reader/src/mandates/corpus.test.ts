import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { ItemKind, Outline, OutlineItem } from '../outline.ts'
import { readMandates } from './read-mandates.ts'

const corpus = new URL('../../../../../shared/corpus/paragraphs.jsonl.gz', import.meta.url)
const there = existsSync(corpus)
const kinds = new Set<string>(['preambular', 'operative', 'subparagraph'])

type Row = readonly [kind: string, path: string | null, opening: string | null, text: string]

function outlineOfRows(symbol: string, rows: readonly Row[]): Outline {
  const items = rows.flatMap(([kind, path, opening, text], i): OutlineItem[] =>
    kinds.has(kind)
      ? [
          {
            kind: kind as ItemKind,
            line: i + 1,
            number: path,
            level: kind === 'subparagraph' ? 2 : 1,
            path,
            opening,
            verb: null,
            text,
            footnotes: [],
            anchors: [],
          },
        ]
      : [],
  )
  const unit = {
    id: symbol,
    type: 'resolution',
    number: null,
    title: null,
    organ: 'The General Assembly',
    parent: null,
    adopted: null,
    items,
    footnotes: [],
    tables: [],
  } as const
  return { source: symbol, language: 'en', notes: [], units: [unit] }
}

describe.skipIf(!there)(`the wider corpus${there ? '' : ' (left out: ../shared/corpus is not here)'}`, () => {
  it('is read without a throw, and no recital yields an obligation', async () => {
    let operative = 0
    let recitals = 0
    for await (const line of createInterface({ input: createReadStream(corpus).pipe(createGunzip()) })) {
      const { symbol, paragraphs } = JSON.parse(line) as { symbol: string; paragraphs: readonly Row[] }
      const outline = outlineOfRows(symbol, paragraphs)
      const recital = new Set(
        outline.units[0]!.items.filter((item) => item.kind === 'preambular').map((item) => item.line),
      )
      recitals += recital.size
      for (const mandate of readMandates(outline)) {
        operative++
        if (recital.has(mandate.line)) expect(mandate.obligations).toEqual([])
      }
      if (operative > 6000) break
    }
    expect(operative).toBeGreaterThan(1000)
    expect(recitals).toBeGreaterThan(100)
  }, 120_000)
})
