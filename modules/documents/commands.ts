import { relative, resolve } from 'node:path'
import type { Calendar } from '#modules/calendar'
import { type Command, CommandRefusal, commandLine } from '#platform/manifest'
import { speakFrom, troubleInWords } from '#platform/words'
import type { DocumentFacts, Documents, ImportResult } from './document.ts'
import type { FoundText } from './found.ts'
import { type ImportOptions, importOptions, refuse, usage } from './import-options.ts'
import { type Outcome, outcomesOf } from './importing.ts'
import english from './messages/en.json' with { type: 'json' }
import { showProgress } from './progress-line.ts'
import { filesIn, holdsMany, textsIn } from './texts-in.ts'
import { resultInWords } from './words.ts'

const say = speakFrom([english])

/** Act `documents.import-text` for files, folders, archives and collections: each text on its own, so that one refused stops no other. */
export const importFiles: Command<{ readonly documents: Documents; readonly calendar: Calendar }> = {
  name: 'import',
  summary: 'Bring texts into the register',
  usage,
  async run({ args, cwd, out, talk, terminal, rooms }) {
    const options = importOptions(args)
    if (options.facts.session) await checkSession((await rooms()).calendar, options.facts.session)
    const { files, missing } = await named(options.paths, cwd)
    const one = files.length === 1 && !files.some(holdsMany)
    if (!one && files.length > 0 && (options.facts.symbol || options.facts.title)) {
      refuse('documents.import.one-file-only')
    }
    const progress = await showProgress(files, terminal && !one ? talk : null)
    const refused: string[] = []
    let taken = 0
    const tell = (outcome: Outcome) => {
      const line = `${outcome.place}: ${resultInWords(outcome.result)}\n`
      const isRefused = outcome.result.state === 'refused'
      progress.told(() => {
        if (options.json) out(`${taken + refused.length > 0 ? ',' : '['}\n${JSON.stringify(asJson(outcome))}`)
        else if (!isRefused) out(line)
        if (isRefused) talk(line)
      })
      if (isRefused) refused.push(line)
      else taken++
    }
    for (const outcome of missing) tell(outcome)
    const found = textsIn(files, (file) => shortName(cwd, file), { limit: options.limit, consumed: progress.consumed })
    const keep = async (text: FoundText) => take((await rooms()).documents, text, options)
    try {
      for await (const outcome of outcomesOf(found, keep)) tell(outcome)
    } finally {
      progress.end()
    }
    if (options.json) out(taken + refused.length > 0 ? '\n]\n' : '[]\n')
    if (refused.length === 0) return 0
    // of a long list they have scrolled away
    if (taken + refused.length > 20) talk(`\n${say('documents.import.refused-list')}\n${refused.join('')}`)
    talk(`${say('documents.import.some-refused', { refused: refused.length, taken })}\n`)
    return 1
  },
}

/** The files of the paths named; a path that is not there, or holds nothing, is refused and stops no other. */
async function named(paths: readonly string[], cwd: string) {
  const files: string[] = []
  const missing: Outcome[] = []
  for (const path of paths) {
    try {
      const found = await filesIn(resolve(cwd, path))
      for (const file of found) files.push(file)
      if (found.length === 0) missing.push({ place: path, result: refusedAs({ code: 'empty-folder' }) })
    } catch (error) {
      const words = troubleInWords(error)
      if (words === null) throw error
      missing.push({ place: path, result: refusedAs({ code: 'trouble', words }) })
    }
  }
  return { files, missing }
}

const refusedAs = (refusal: Extract<Outcome['result'], { state: 'refused' }>['refusal']) =>
  ({ state: 'refused', refusal }) as const

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

/** What is told on the command line wins over what stands beside the file. */
function take(documents: Documents, text: FoundText, { facts, limit }: ImportOptions): Promise<ImportResult> {
  const told = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
  const { fileName, bytes, published } = text
  const by = commandLine().doer
  return documents.importText({ fileName, bytes, facts: { ...text.facts, ...told }, by, limit, published })
}

const asJson = ({ place, result }: Outcome) => ({ file: place, ...result, words: resultInWords(result) })
