import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename, relative, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Command } from '#platform/manifest'
import { speakFrom, troubleInWords } from '#platform/words'
import type { DocumentFacts, Documents, ImportResult } from './document.ts'
import { type ImportOptions, importOptions, refuse, usage } from './import-options.ts'
import english from './messages/en.json' with { type: 'json' }
import { sidecarName, sidecars } from './sidecar.ts'
import { textsIn } from './texts-in.ts'
import { resultInWords } from './words.ts'

const say = speakFrom([english])

/** What became of one path, with its sentence. Without a result it could not be read at all. */
interface Outcome {
  readonly file: string
  readonly words: string
  readonly result?: ImportResult
}

/** Act `documents.import-text` for files and folders: each file on its own, so that one refused stops no other. */
export const importFiles: Command<{ readonly documents: Documents }> = {
  name: 'import',
  summary: 'Bring texts into the register',
  usage,
  async run({ args, cwd, out, talk, terminal, rooms }) {
    const options = importOptions(args)
    const outcomes: Outcome[] = []
    const tell = (outcome: Outcome) => {
      outcomes.push(outcome)
      const line = `${outcome.file}: ${outcome.words}\n`
      if (isRefused(outcome)) talk(line)
      else if (!options.json) out(line)
    }
    const files: string[] = []
    for (const path of options.paths) {
      const found = await attempt(path, () => textsIn(resolve(cwd, path)))
      if ('words' in found) tell(found)
      else if (found.value.length === 0) tell({ file: path, words: say('documents.import.empty-folder') })
      else files.push(...found.value)
    }
    if (files.length > 1 && (options.facts.symbol || options.facts.title)) refuse('documents.import.one-file-only')
    const beside = sidecars()
    for (const [position, file] of files.entries()) {
      const name = shortName(cwd, file)
      if (terminal && files.length > 1) {
        talk(`${say('documents.import.progress', { n: position + 1, of: files.length, file: name })}\n`)
      }
      const read = await attempt(name, async () => ({ facts: await beside(file), bytes: await bytesOf(file, options) }))
      if ('words' in read) tell(read)
      else if (read.value.facts === null)
        tell({ file: name, words: say('documents.import.bad-sidecar', { sidecarName }) })
      else tell(await keep(await rooms(), file, name, read.value.bytes, read.value.facts, options))
    }
    if (options.json) out(`${JSON.stringify(outcomes.map(asJson), null, 2)}\n`)
    const refused = outcomes.filter(isRefused).length
    if (refused === 0) return 0
    talk(`${say('documents.import.some-refused', { refused, taken: outcomes.length - refused })}\n`)
    return 1
  },
}

/** As seen from here; whole where it lies elsewhere. */
function shortName(cwd: string, file: string): string {
  const name = relative(cwd, file)
  return name.startsWith('..') ? file : name
}

const isRefused = ({ result }: Outcome): boolean => result === undefined || result.state === 'refused'

/** A trouble with one file (not there, no permission) is told and passed over; one of the program itself is thrown. */
async function attempt<T>(file: string, act: () => Promise<T>): Promise<{ value: T } | Outcome> {
  try {
    return { value: await act() }
  } catch (error) {
    const words = troubleInWords(error)
    if (words === null) throw error
    return { file, words }
  }
}

/** A file beyond the limit is not read: its size alone refuses it. A pipe or a device, which has none, is read no further. */
async function bytesOf(file: string, { limit }: ImportOptions): Promise<Uint8Array | number> {
  const { size } = await stat(file)
  return size > limit ? size : buffer(createReadStream(file, { end: limit }))
}

async function keep(
  { documents }: { readonly documents: Documents },
  file: string,
  name: string,
  bytes: Uint8Array | number,
  beside: ReadonlyMap<string, DocumentFacts>,
  { facts, limit }: ImportOptions,
): Promise<Outcome> {
  const told = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
  const result: ImportResult =
    typeof bytes === 'number'
      ? { state: 'refused', refusal: { code: 'too-large', bytes, limit } }
      : await documents.importText({
          fileName: basename(file),
          bytes,
          facts: { ...beside.get(basename(file)), ...told },
          by: `command-line:${userName()}`,
          limit,
        })
  return { file: name, words: resultInWords(result), result }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? 'unknown') // an account without a name, as in some containers
  }
}

const asJson = ({ file, words, result }: Outcome) => ({ file, ...(result ?? { state: 'refused' }), words })
