import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

/** The lines of a file of lines, packed or not, one after the other. */
export async function* linesOf(file: string): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  const bytes = createReadStream(file)
  let line = 0
  for await (const text of createInterface({ input: file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes })) {
    line++
    if (text.trim() !== '') yield { line, text }
  }
}
