import { parseArgs } from 'node:util'
import { type ComparedPair, type Comparison, compareTexts, type Outline, outlineOf } from '@resolute/reader'
import { type Command, CommandRefusal } from '#platform/manifest'
import type { Rooms } from '../../modules/modules.ts'
import { accountOf } from './compare-account.ts'
import { pageOf } from './compare-page.ts'
import { isParagraph, say } from './compare-words.ts'
import { readNamed } from './named-file.ts'

const usage = `resolute compare OLD NEW [--format text|json|html] [--json]

Puts two texts side by side, paragraph by paragraph, whatever was moved, split or merged, and marks the words that were
deleted and inserted. Reads the same files as resolute read, each side in whatever form; - is standard input, for one of
them. Needs no database.

  --format text  every paragraph that is not the same, [-deleted-] and {+inserted+} words, a count, and the language that
                 was dropped (default); in colours at a terminal
  --format json  one JSON object on one line: pairs of paragraphs with their lines, status, similarity and words;
                 titles, headings, footnotes and the like stand in "others"
  --format html  a page that needs nothing beside it
  --json         the same as --format json

Exit code 0: the texts were compared, whatever came out. 1: one of them could not be read. 2: wrong usage.`

const formats = ['text', 'json', 'html'] as const
type Format = (typeof formats)[number]

const refused = (words: string): CommandRefusal => new CommandRefusal(`${words}\n\n${usage}`, 2)

function asked(args: readonly string[]): { readonly format: Format; readonly old: string; readonly neu: string } {
  const options = { format: { type: 'string' }, json: { type: 'boolean' } } as const
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  const [old, neu, ...others] = positionals
  if (old === undefined || neu === undefined || others.length > 0 || (old === '-' && neu === '-'))
    throw refused(say('compare.two-files'))
  const wanted = values.format ?? (values.json ? 'json' : 'text')
  const format = formats.find((one) => one === wanted)
  if (!format) throw refused(say('read.unknown-format', { format: wanted, formats: formats.join(', ') }))
  if (values.json && format !== 'json') throw refused(say('compare.one-format'))
  return { format, old, neu }
}

async function outlineNamed(file: string): Promise<Outline> {
  const read = await readNamed(file, say)
  if ('refusal' in read) throw new CommandRefusal(read.refusal)
  return outlineOf(read.tree)
}

const linesOf = (items: ComparedPair['old']) => items.map(({ item }) => item.line)
const numbersOf = (items: ComparedPair['old']) => items.map(({ item }) => item.path)

const written = (pair: ComparedPair) => ({
  old: linesOf(pair.old),
  new: linesOf(pair.new),
  status: pair.status,
  similarity: Number(pair.similarity.toFixed(4)),
  kind: (pair.new[0] ?? pair.old[0]!).item.kind,
  moved: pair.moved,
  renumbered: pair.renumbered,
  punctuation: pair.punctuation,
  oldPaths: numbersOf(pair.old),
  newPaths: numbersOf(pair.new),
  words: pair.words,
})

function jsonOf(old: string, neu: string, { pairs, dropped }: Comparison): string {
  const paragraphs = pairs.filter(isParagraph)
  const others = pairs.filter((pair) => !isParagraph(pair))
  const language = dropped.map(({ pair, ...rest }) => ({ old: linesOf(pairs[pair]!.old), ...rest }))
  return `${JSON.stringify({ old, new: neu, pairs: paragraphs.map(written), others: others.map(written), dropped: language })}\n`
}

/** Act `compare`: asks nobody's leave, changes nothing. */
export const compare: Command<Rooms> = {
  name: 'compare',
  summary: 'Compare two texts paragraph by paragraph and word by word; needs no database',
  usage,
  async run({ args, out }) {
    const { format, old, neu } = asked(args)
    const [oldOutline, newOutline] = [await outlineNamed(old), await outlineNamed(neu)]
    const comparison = compareTexts(oldOutline, newOutline)
    switch (format) {
      case 'json':
        out(jsonOf(old, neu, comparison))
        break
      case 'text':
        out(accountOf(comparison, process.stdout.isTTY === true && !process.env.NO_COLOR))
        break
      case 'html':
        out(pageOf([old, neu], newOutline, comparison))
        break
      default:
        format satisfies never
    }
    return 0
  },
}
