import { parseArgs } from 'node:util'
import { type Command, CommandRefusal } from '#platform/manifest'
import { toTerminal } from '#platform/tables'
import { speakFrom } from '#platform/words'
import type { Citations, ListedPlace, TextList } from './citation.ts'
import { type ExportFormat, exported, linksOf } from './export.ts'
import { mostNodes } from './graph.ts'
import english from './messages/en.json' with { type: 'json' }
import { textsTable } from './tables.ts'

const say = speakFrom([english])

const usage = `resolute citations DOCUMENT [options]
resolute citations --format FORMAT

What a text rests on and what rests on it: two lists on a terminal, with the paragraphs where. Without a document, the
citations of the whole register, written as they are read.

  --unit UNIT      one text of a document that holds several: "D/Resolution 20/1"
  --format FORMAT  graphml, jsonld or csv: the graph, on standard output
  --depth N        steps away in the graph of a document, 1 to 3; 1 otherwise
  --base URL       address of the site, against which JSON-LD names texts
  --json           JSON: {document, unit, cited, citing}, each {rows, texts, places}`

const formats = new Map<string, ExportFormat>([
  ['graphml', 'graphml'],
  ['jsonld', 'json-ld'],
  ['csv', 'csv'],
])

/** Citations of a text or of all texts. Asks nobody's leave, changes nothing. */
export const citations: Command<{ readonly citations: Citations }> = {
  name: 'citations',
  summary: 'What a text rests on and what rests on it',
  usage,
  async run({ args, out, talk, rooms }) {
    const { values, positionals } = parsed(args)
    const [document, ...others] = positionals
    const { unit } = values
    const format = values.format === undefined ? null : formats.get(values.format)
    if (format === undefined)
      refuse(2, 'no-format', { given: values.format ?? '', formats: [...formats.keys()].join(', ') })
    if (others.length > 0 || (document === undefined && format === null)) throw new CommandRefusal(usage, 2)
    if (values.json && format !== null) refuse(2, 'one-form')
    const depth = Number(values.depth ?? 1)
    if (![1, 2, 3].includes(depth)) refuse(2, 'no-depth', { given: values.depth ?? '' })
    const base = baseOf(values.base)
    const room = (await rooms()).citations
    if (format !== null) {
      const links = document === undefined ? room.all() : await graphLinks(room, document, unit, depth)
      for await (const piece of exported(links, format, base)) out(piece)
      return 0
    }
    const known = document ?? ''
    const [cited, citing] = await Promise.all([
      room.texts('cited', known, { unit }),
      room.texts('citing', known, { unit }),
    ])
    if (!cited || !citing) unknown(known, unit)
    if (values.json) {
      out(`${JSON.stringify({ document: known, unit: unit ?? null, cited, citing }, null, 2)}\n`)
      return 0
    }
    show('cited', cited)
    show('citing', citing)
    return 0

    function show(side: 'cited' | 'citing', list: TextList) {
      talk(`${say(`citations.list.${side}`, { texts: list.texts, places: list.places })}\n`)
      if (list.rows.length > 0) out(toTerminal(textsTable(list, ({ places }) => places.map(placeInWords).join('; '))))
      const more = list.texts - list.rows.length
      if (more > 0) talk(`${say('citations.list.more', { count: more })}\n`)
    }
  },
}

function refuse(exitCode: 1 | 2, id: string, facts: Readonly<Record<string, string | number>> = {}): never {
  throw new CommandRefusal(say(`citations.refusal.${id}`, facts), exitCode)
}

function unknown(document: string, unit: string | undefined): never {
  if (unit === undefined) refuse(1, 'unknown', { document })
  refuse(1, 'unknown-unit', { document, unit })
}

async function graphLinks(room: Citations, document: string, unit: string | undefined, depth: number) {
  const graph = await room.graph(document, { unit, depth, limit: mostNodes })
  return graph ? linksOf(graph) : unknown(document, unit)
}

function baseOf(given: string | undefined): string | null {
  if (given === undefined) return null
  if (!URL.canParse(given)) refuse(2, 'no-base', { given })
  return given.endsWith('/') ? given : `${given}/`
}

function placeInWords({ place: { unit, path, recital, footnote } }: ListedPlace): string {
  const spot =
    path !== null
      ? say('citations.place.paragraph', { path })
      : recital !== null
        ? say('citations.place.recital', { number: recital })
        : say('citations.place.elsewhere')
  const noted = footnote === null ? spot : `${spot}, ${say('citations.place.footnote', { mark: footnote })}`
  return unit.includes(' ') ? `${unit}, ${noted}` : noted
}

const text = { type: 'string' } as const

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { unit: text, format: text, depth: text, base: text, json: { type: 'boolean' } },
    })
  } catch (error) {
    throw new CommandRefusal(`${error instanceof Error ? error.message : error}\n\n${usage}`, 2)
  }
}
