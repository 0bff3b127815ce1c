import { decodeText } from '@resolute/reader/files'
import type { Bytes } from './archives/limits.ts'
import { linesOf } from './archives/lines.ts'
import type { Found, FoundRefusal } from './found.ts'
import { publishedOf } from './published.ts'
import { lineInWords } from './words.ts'

/** The documents of a collection: one a line. */
export async function* documentsIn(bytes: Bytes, file: string, limit: number): AsyncGenerator<Found> {
  /** Where each symbol stood: read again, a document that stands twice would be changed to and fro. */
  const lines = new Map<string, number>()
  for await (const { number, bytes: line } of linesOf(bytes, limit)) {
    const found = line === null ? tooLong(limit) : documentOf(line, lines, number)
    if (found !== null) yield { place: lineInWords(file, number), ...found }
  }
}

const tooLong = (limit: number) => ({ refusal: { code: 'too-large', bytes: limit + 1, limit } as const })

function documentOf(line: Uint8Array, lines: Map<string, number>, number: number) {
  const decoded = decodeText(line)
  // a line of blanks is no line
  if ('refusal' in decoded) return decoded.refusal.code === 'empty' ? null : decoded
  const published = publishedOf(decoded.text)
  if (typeof published === 'string') return refused({ code: published })
  const { symbol, text } = published
  const before = lines.get(symbol)
  if (before !== undefined) return refused({ code: 'symbol-twice', symbol, line: before })
  lines.set(symbol, number)
  const fileName = `${symbol.replaceAll('/', '_')}.txt`
  return { fileName, bytes: Buffer.from(text), facts: { symbol }, published: true }
}

const refused = (refusal: FoundRefusal) => ({ refusal })
