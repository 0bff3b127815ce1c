import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, relative, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Calendar } from '#modules/calendar'
import { type Command, CommandRefusal, commandLine } from '#platform/manifest'
import { speakFrom, troubleInWords } from '#platform/words'
import type { DocumentFacts, Documents, ImportResult } from './document.ts'
import { type ImportOptions, importOptions, refuse, usage } from './import-options.ts'
import { linesOf } from './lines.ts'
import english from './messages/en.json' with { type: 'json' }
import { publishedOf } from './published.ts'
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
export const importFiles: Command<{ readonly documents: Documents; readonly calendar: Calendar }> = {
  name: 'import',
  summary: 'Bring texts into the register',
  usage,
  async run({ args, cwd, out, talk, terminal, rooms }) {
    const options = importOptions(args)
    if (options.facts.session) await checkSession((await rooms()).calendar, options.facts.session)
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
      if (/\.jsonl(\.gz)?$/i.test(file)) {
        const { documents } = await rooms()
        for await (const { line, text } of linesOf(file)) {
          const place = say('documents.import.line', { file: name, line })
          const found = publishedOf(text)
          if (typeof found === 'string') {
            tell({ file: place, words: say(`documents.import.${found}`) })
            continue
          }
          const result = await documents.importText({
            fileName: `${found.symbol.replaceAll('/', '_')}.txt`,
            bytes: Buffer.from(found.text),
            facts: { ...options.facts, symbol: found.symbol },
            by: commandLine().doer,
            limit: options.limit,
            published: true,
          })
          tell({ file: place, words: resultInWords(result), result })
        }
        continue
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

/** A session that the calendar does not hold could not date anything: refused, with what there is. */
async function checkSession(
  calendar: Calendar,
  { body, number }: NonNullable<DocumentFacts['session']>,
): Promise<void> {
  const table = await calendar.table()
  const known = table.body(body)
  if (!known) {
    const bodies = table.bodies().map(({ code }) => code)
    throw new CommandRefusal(say('documents.import.unknown-body', { given: body, bodies: bodies.join(', ') }))
  }
  const numbers = table.sessions(known.code).map((session) => session.number)
  if (numbers.includes(number)) return
  const [first, last] = numbers.length > 0 ? [Math.min(...numbers), Math.max(...numbers)] : [0, 0]
  throw new CommandRefusal(say('documents.import.unknown-session', { body: known.code, number, first, last }))
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
          by: commandLine().doer,
          limit,
        })
  return { file: name, words: resultInWords(result), result }
}

const asJson = ({ file, words, result }: Outcome) => ({ file, ...(result ?? { state: 'refused' }), words })
