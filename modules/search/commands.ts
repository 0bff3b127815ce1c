import { parseArgs } from 'node:util'
import { type Language, languages } from '@resolute/reader'
import { type Command, CommandRefusal } from '#platform/manifest'
import { tableOf, toTerminal } from '#platform/tables'
import { wordsIn } from '#platform/words'
import { mostRows } from './finding.ts'
import type { FoundPage, Hit, HitOrder, Search } from './search.ts'

const say = wordsIn(new URL('./messages/', import.meta.url))()

const usage = `resolute search WORDS... [--newest] [--language CODE] [--limit N] [--json]

Finds every paragraph that says so, in any form of the words and in six languages, the best first. Words are all wanted;
"a phrase" in quotation marks, -word leaves out, one OR other either. A symbol or number is looked up as well:
"65/232 op 4", 20/1, A/RES/65/232. Put -- in front of words that begin with a hyphen.
Exit code 0 where something was found, 1 where nothing was.

  --newest         the newest first
  --language CODE  language of the words: ar, zh, en, fr, ru, es; guessed where it is left out
  --limit N        rows, 20 unless told, ${mostRows} at most
  --json           as JSON: the page as GET /api/v1/search gives it`

/** Searches the register. Asks nobody's leave; takes in texts that were there before the index, and changes nothing else. */
export const search: Command<{ readonly search: Search }> = {
  name: 'search',
  summary: 'Find paragraphs by their words, in six languages',
  usage,
  async run({ args, out, talk, terminal, rooms }) {
    const { text, json, ...asked } = options(args)
    const { search } = await rooms()
    const progress = (taken: number) => {
      if (terminal && taken % 50 === 0) talk(`${say('search.command.filling', { taken })}\n`)
    }
    await search.fill({ progress })
    const page = await search.find({ text, ...asked })
    if (json) {
      out(`${JSON.stringify(page, null, 2)}\n`)
      return page.total + page.direct.length > 0 ? 0 : 1
    }
    for (const { document, unit, path, text: words } of page.direct) {
      out(`${placeOf({ document, unit, path })}${words ? `: ${words}` : ''}\n`)
    }
    if (page.hits.length > 0) out(toTerminal(tableFor(page.hits)))
    talk(`${closing(page)}\n`)
    return page.total + page.direct.length > 0 ? 0 : 1
  },
}

function closing({ total, hits, suggestion, notes }: FoundPage): string {
  const lines = [say('search.command.total', { total, shown: hits.length })]
  if (suggestion !== null) lines.push(say('search.command.suggestion', { text: suggestion }))
  for (const { code } of notes) lines.push(say(`search.command.note.${code}`))
  return lines.join('\n')
}

const placeOf = ({ document, unit, path }: Pick<Hit, 'document' | 'unit' | 'path'>): string =>
  [document, ...(unit === document ? [] : [unit]), ...(path === null ? [] : [path])].join('#')

const tableFor = (hits: readonly Hit[]) =>
  tableOf<Hit>(
    'hits',
    [
      { key: 'place', title: say('search.command.column.place'), value: placeOf, width: 30 },
      { key: 'adopted', title: say('search.command.column.adopted'), value: ({ adopted }) => adopted, width: 10 },
      { key: 'kind', title: say('search.command.column.kind'), value: ({ kind }) => kind, width: 12 },
      { key: 'text', title: say('search.command.column.text'), value: ({ snippet }) => shown(snippet), width: 100 },
    ],
    hits,
  )

/** From a little before what was found, where that would else be cut off. */
function shown({ text, marks: [found], cutBefore, cutAfter }: Hit['snippet']): string {
  const from = found && found.end > 90 ? text.lastIndexOf(' ', Math.max(0, found.start - 30)) + 1 : 0
  return `${cutBefore || from > 0 ? '… ' : ''}${text.slice(from).replace(/\s+/g, ' ')}${cutAfter ? ' …' : ''}`
}

interface Options {
  readonly text: string
  readonly order: HitOrder
  readonly language: Language | null
  readonly limit: number
  readonly json: boolean
}

function options(args: readonly string[]): Options {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        newest: { type: 'boolean' },
        language: { type: 'string' },
        limit: { type: 'string', default: '20' },
        json: { type: 'boolean' },
      },
    })
    const text = positionals.join(' ').trim()
    if (text === '') throw new Error(say('search.command.no-words'))
    const limit = Number(values.limit)
    if (!Number.isInteger(limit) || limit < 1 || limit > mostRows) {
      throw new Error(say('search.command.bad-limit', { given: values.limit, most: mostRows }))
    }
    const language = values.language === undefined ? null : languages.find((known) => known === values.language)
    if (language === undefined) throw new Error(say('search.command.bad-language', { given: values.language ?? '' }))
    const order = values.newest ? 'newest' : 'best'
    return { text, order, language, limit, json: values.json === true }
  } catch (error) {
    throw new CommandRefusal(`${error instanceof Error ? error.message : error}\n\n${usage}`, 2)
  }
}
