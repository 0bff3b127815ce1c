import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { ItemKind, Outline, OutlineItem } from '@resolute/reader'
import { corpusFile } from '../reading/corpus.ts'

/** Two successive versions of one resolution. */
export interface Pair {
  readonly name: string
  readonly old: readonly Line[]
  readonly new: readonly Line[]
}

export interface Line {
  readonly kind: ItemKind
  readonly number: string | null
  readonly text: string
}

const pairsFile = new URL('../../../shared/corpus/compare/bench-pairs.json', import.meta.url)

export const pairsAreThere = (): boolean => existsSync(pairsFile) && existsSync(corpusFile)

interface Document {
  readonly symbol: string
  readonly paragraphs: readonly (readonly [string, string | null, string | null, string | null])[]
}

/** The pairs of the bench: titles and paragraphs, as `performance.md` counts them. */
export async function readPairs(): Promise<readonly Pair[]> {
  const pairs = JSON.parse(readFileSync(pairsFile, 'utf8')) as readonly { readonly old: string; readonly new: string }[]
  const wanted = new Set(pairs.flatMap((pair) => [pair.old, pair.new]))
  const documents = new Map<string, readonly Line[]>()
  for await (const line of createInterface({ input: createReadStream(corpusFile).pipe(createGunzip()) })) {
    const { symbol, paragraphs } = JSON.parse(line) as Document
    if (wanted.has(symbol)) documents.set(symbol, paragraphs.flatMap(lineOf))
  }
  return pairs.map((pair) => ({
    name: `${pair.old} ${pair.new}`,
    old: documents.get(pair.old)!,
    new: documents.get(pair.new)!,
  }))
}

function lineOf([type, kind, number, text]: Document['paragraphs'][number]): readonly Line[] {
  if (!text || (type !== 'paragraph' && type !== 'title')) return []
  return [{ kind: type === 'title' ? 'title' : kind === 'preambular' ? 'preambular' : 'operative', number, text }]
}

/** Lines as the reader's own outline of one text. */
export function outlineOfLines(lines: readonly Line[]): Outline {
  const items = lines.map(
    ({ kind, number, text }, at): OutlineItem => ({
      kind,
      line: at + 1,
      number,
      level: kind === 'operative' ? 1 : 0,
      path: kind === 'operative' ? number : null,
      opening: null,
      verb: null,
      text,
      footnotes: [],
      anchors: [],
    }),
  )
  const unit = { id: 'text', type: 'resolution', number: null, title: null, organ: null, parent: null } as const
  const units = [{ ...unit, adopted: null, items, footnotes: [], tables: [] }]
  return { source: null, language: 'en', notes: [], units }
}
