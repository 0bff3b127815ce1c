import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

/** The whole corpus of `../shared`: documents of the United Nations as lines of JSON. */
export const corpusFile = new URL('../../../shared/corpus/paragraphs.jsonl.gz', import.meta.url)

interface Document {
  /** Type, type of paragraph, number, text. */
  readonly paragraphs: readonly (readonly [string, string | null, string | null, string | null])[]
}

/** Each document as a text with a paragraph a line, one after the other. */
export async function* documentsIn(file: URL): AsyncGenerator<string> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) })
  for await (const line of lines) {
    if (line === '') continue
    const { paragraphs } = JSON.parse(line) as Document
    yield paragraphs.map(([, , number, text]) => [number, text].filter(Boolean).join(' ')).join('\n')
  }
}
