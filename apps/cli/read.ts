import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { citationsOf, type DocumentTree, outlineOf, plainTextOf, toAkn } from '@resolute/reader'
import { type Command, CommandRefusal } from '#platform/manifest'
import { speakFrom } from '#platform/words'
import type { Rooms } from '../../modules/modules.ts'
import english from './messages/en.json' with { type: 'json' }
import { failure, largestMegabytes, readNamed } from './named-file.ts'

const say = speakFrom([english])

/** Texts of one folder. */
const mostFiles = 100_000

const usage = `resolute read FILE|DIR... [--format outline|tree|akn|text] [--largest MB]

Reads resolutions, decisions and reports: plain text, Markdown, HTML, Word, PDF with a text layer, and Akoma Ntoso as
the United Nations publish it. What a file is, its bytes tell. Needs no database. Folders are walked for files that end
in .txt, .md, .html, .htm, .docx, .pdf, .xml or .akn; - reads standard input.

  --format outline  the flat view: units with their items, footnotes and tables; JSON, one line per file (default)
  --format tree     the whole tree (docs/tree.md); JSON, one line per file
  --format akn      Akoma Ntoso (docs/akn.md); one document per file
  --format text     plain text, one paragraph a line
  --largest MB      largest file taken, in megabytes: ${largestMegabytes.usual} where it is not given, at most ${largestMegabytes.most}

Limits: a PDF may take 60 seconds; Word files may unpack to 64 MB a part; XML may be 200 elements deep; a folder may hold
${mostFiles} texts, links to folders are not followed; standard input may say nothing for 60 seconds. What lies beyond is
refused and named, and the next file is read. Pipes and devices are read on standard input only.

Exit code 0: all files were read. 1: at least one was not; each is named on standard error. 2: wrong usage.`

const formats: Readonly<Record<string, (tree: DocumentTree) => string>> = {
  outline: (tree) => `${JSON.stringify(outlineOf(tree))}\n`,
  tree: (tree) => `${JSON.stringify(tree)}\n`,
  akn: (tree) => toAkn(tree, { citations: citationsOf(outlineOf(tree)) }),
  text: plainTextOf,
}

type Source = { readonly file: string } | { readonly refusal: string }

/** Act `read`: asks nobody's leave, changes nothing. */
export const read: Command<Rooms> = {
  name: 'read',
  summary: 'Read texts and print their outline or tree; needs no database',
  usage,
  async run({ args, out, talk, terminal }) {
    const { write, names, largest } = options(args)
    const sources: Source[] = []
    for (const name of names) sources.push(...(await sourcesOf(name)))
    let refused = 0
    for (const [index, source] of sources.entries()) {
      const refusal = 'refusal' in source ? source.refusal : await readOne(source.file, largest, write, out)
      if (refusal) {
        refused++
        talk(`resolute read: ${refusal}\n`)
      }
      if (terminal && sources.length > 50) talk(`\r${say('read.progress', { done: index + 1, all: sources.length })}`)
    }
    if (terminal && sources.length > 50) talk('\n')
    return refused > 0 ? 1 : 0
  },
}

function options(args: readonly string[]): {
  readonly write: (tree: DocumentTree) => string
  readonly names: readonly string[]
  readonly largest: number | undefined
} {
  let parsed: { values: { format?: string; largest?: string }; positionals: string[] }
  try {
    parsed = parseArgs({
      args: [...args],
      options: { format: { type: 'string' }, largest: { type: 'string' } },
      allowPositionals: true,
    })
  } catch (error) {
    throw new CommandRefusal(`${error instanceof Error ? error.message : error}\n\n${usage}`, 2)
  }
  const format = parsed.values.format ?? 'outline'
  const write = Object.hasOwn(formats, format) ? formats[format] : undefined
  if (!write)
    throw new CommandRefusal(
      `${say('read.unknown-format', { format, formats: Object.keys(formats).join(', ') })}\n\n${usage}`,
      2,
    )
  if (parsed.positionals.length === 0) throw new CommandRefusal(`${say('read.no-files')}\n\n${usage}`, 2)
  const { largest } = parsed.values
  const { most } = largestMegabytes
  if (largest !== undefined && !(/^[1-9]\d{0,5}$/.test(largest) && Number(largest) <= most))
    throw new CommandRefusal(`${say('read.largest', { value: largest, most })}\n\n${usage}`, 2)
  return { write, names: parsed.positionals, largest: largest === undefined ? undefined : Number(largest) }
}

/** The files a name stands for: itself, or the texts of a folder in the order of their names. */
async function sourcesOf(name: string): Promise<readonly Source[]> {
  if (name === '-') return [{ file: name }]
  try {
    if (!(await stat(name)).isDirectory()) return [{ file: name }]
    const entries = await readdir(name, { recursive: true, withFileTypes: true })
    const files = entries.filter(
      (entry) => !entry.isDirectory() && /\.(?:txt|md|html?|docx|pdf|xml|akn)$/i.test(entry.name),
    )
    if (files.length > mostFiles) return [{ refusal: say('read.too-many', { file: name, limit: mostFiles }) }]
    const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort()
    return paths.length > 0 ? paths.map((file) => ({ file })) : [{ refusal: say('read.no-texts', { file: name }) }]
  } catch (error) {
    return [{ refusal: await failure(name, error, say) }]
  }
}

/** Reads one file and writes its line. Returns the refusal in words, or null. */
async function readOne(
  file: string,
  largest: number | undefined,
  write: (tree: DocumentTree) => string,
  out: (text: string) => void,
): Promise<string | null> {
  const read = await readNamed(file, say, { largest })
  if ('refusal' in read) return read.refusal
  out(write(read.tree))
  return null
}
