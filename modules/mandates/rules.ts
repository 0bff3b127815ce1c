import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Given, type MandateReading, type Outline, readMandates } from '@resolute/reader'

/** The rules texts are read with, and what tells them from other rules. */
export interface Rules {
  /** Texts read with another fingerprint are read anew. */
  readonly fingerprint: string
  read(outline: Outline, given: Given): readonly MandateReading[]
}

/** Parts of the reader that have no say in what a numbered paragraph asks; the door has none of its own. */
const aside = /^(?:index\.ts$|(?:akn|draft-check|versions|files|citations|compare|testing)[\\/])/

const noRule = /\.test\.ts$|__snapshots__/

/** The reader's own source files, in order of their names, as far as they are asked for. */
export function readerFiles(wanted: (name: string) => boolean): readonly { name: string; bytes: Uint8Array }[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@resolute/reader'))
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !noRule.test(name) && wanted(name))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
}

/** The rules this program ships with. Their fingerprint is that of the reader's own files: nothing has to be raised by hand. */
export function shippedRules(): Rules {
  const hash = createHash('sha256')
  for (const { name, bytes } of readerFiles((name) => !aside.test(name))) hash.update(`${name}\n`).update(bytes)
  return { fingerprint: hash.digest('hex').slice(0, 16), read: readMandates }
}
