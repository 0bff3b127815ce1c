import type { DocumentTree } from '../../tree/tree.ts'
import { type ReadFile, readFile } from '../read-file.ts'

/** A file that is expected to be read. */
export async function readWhole(bytes: Uint8Array | string): Promise<ReadFile> {
  const read = await readFile(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
  if ('refusal' in read) throw new Error(JSON.stringify(read.refusal))
  return read
}

/** A tree without what differs between forms by its nature: places, notes and the name of the file. */
export function shapeOf(tree: DocumentTree): unknown {
  const left = new Set(['place', 'continued', 'notes', 'source'])
  return JSON.parse(JSON.stringify(tree, (key, value) => (left.has(key) ? undefined : value)))
}
