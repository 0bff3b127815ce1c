import { createHash } from 'node:crypto'
import { readerFiles } from '#modules/mandates'
import { rulesHere } from './kept.ts'

/** Parts of the reader that have a say in what a text cites. */
const concerned = /^(?:(?:citations|mandates)[\\/]|pattern-needs\.ts)/

/** Tells the rules a text was read with from others: texts read with others are read anew at the next start. */
export function fingerprint(): string {
  const hash = createHash('sha256').update(String(rulesHere))
  for (const { name, bytes } of readerFiles((name) => concerned.test(name))) hash.update(`${name}\n`).update(bytes)
  return hash.digest('hex').slice(0, 16)
}
