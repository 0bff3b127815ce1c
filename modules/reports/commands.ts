import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import type { Calendar } from '#modules/calendar'
import type { Command } from '#platform/manifest'
import { type Table, tableOf, toTerminal } from '#platform/tables'
import { pathInWords, placeOf } from './citation.ts'
import { placeAndDates, sessionInWords } from './compile.ts'
import { dateInWords } from './dates.ts'
import {
  documentationOptions,
  documentationUsage,
  refuse,
  reportOptions,
  reportUsage,
  sessionMeant,
} from './options.ts'
import type { Documentation, DocumentationEntry, Reports } from './report.ts'
import { inEnglish as say } from './words.ts'

interface Rooms {
  readonly calendar: Calendar
  readonly reports: Reports
}

/** The report for a session as a file or on standard output. Asks nobody's leave, changes nothing. */
export const report: Command<Rooms> = {
  name: 'report',
  summary: 'The report on implementation for a session: Word, HTML, Markdown, JSON',
  usage: reportUsage,
  async run({ args, cwd, out, talk, rooms }) {
    const options = reportOptions(args)
    if (options.format === 'docx' && options.out === undefined && process.stdout.isTTY) refuse(2, 'docx-to-terminal')
    const { calendar, reports } = await rooms()
    const [body, session] = sessionMeant(options, await calendar.table())
    const query = {
      body: body.code,
      session: session.number,
      language: options.language,
      ...(options.asOf && { asOf: options.asOf }),
    }
    const compiled = await reports.compile({ ...query, ...(options.of && { scope: options.of }) })
    if (!compiled && options.of) refuse(1, 'unknown-text', { given: options.of, example: 'document#unit' })
    if (!compiled) throw new Error(`the calendar lost ${body.code} ${session.number}`)
    const base = options.base === undefined ? {} : { base: options.base }
    const { bytes } = await reports.render(compiled, options.format, base)
    if (options.out === undefined) {
      out(bytes)
      return 0
    }
    const file = resolve(cwd, options.out)
    await writeWhole(file, bytes)
    const { entries, words } = compiled
    talk(
      `${say('reports.written', { file: relative(cwd, file) || file, count: entries.length, words: words.count })}\n`,
    )
    return 0
  },
}

/** The documents a session is to have before it. Asks nobody's leave, changes nothing. */
export const documentation: Command<Rooms> = {
  name: 'documentation',
  summary: 'The provisional documentation of a session, and what each document rests on',
  usage: documentationUsage,
  async run({ args, out, talk, rooms }) {
    const options = documentationOptions(args)
    const { calendar, reports } = await rooms()
    const table = await calendar.table()
    const [body, session] = sessionMeant(options, table)
    const query = { body: body.code, session: session.number, ...(options.asOf && { asOf: options.asOf }) }
    const found = await reports.documentation(query)
    if (!found) throw new Error(`the calendar lost ${body.code} ${session.number}`)
    if (options.json) {
      out(`${JSON.stringify(found, null, 2)}\n`)
      return 0
    }
    const heading = { session: sessionInWords(session, body.name.en, say), dates: placeAndDates(session, say) }
    talk(`${say('reports.documentation.heading', { body: body.code, ...heading })}\n`)
    for (const { on, why } of found.deadlines) {
      talk(`${say('reports.documentation.deadline', { date: dateInWords(on, 'en'), why: table.explain(why) })}\n`)
    }
    talk(`${aboutList(found)}\n`)
    if (found.entries.length > 0) out(toTerminal(tableFor(found.entries)))
    return 0
  },
}

function aboutList({ list, entries }: Documentation): string {
  if (list) return say('reports.documentation.list', list)
  return say(entries.length === 0 ? 'reports.documentation.empty' : 'reports.documentation.no-list')
}

function tableFor(entries: readonly DocumentationEntry[]): Table {
  const column = (id: string): string => say(`reports.documentation.column.${id}`)
  return tableOf<DocumentationEntry>(
    'documentation',
    [
      { key: 'item', title: column('item'), value: ({ agendaItem }) => agendaItem, width: 4 },
      { key: 'title', title: column('title'), value: ({ title }) => title, width: 90 },
      { key: 'by', title: column('by'), value: ({ by }) => by, width: 24 },
      { key: 'rests-on', title: column('rests-on'), value: restsOn, width: 44 },
    ],
    entries,
  )
}

function restsOn({ source, restsOn }: DocumentationEntry): string {
  if (restsOn !== 'paragraph' || !source) return say(`reports.documentation.rests-on.${restsOn}`)
  const { name } = placeOf(source.mandate.split('#')[0] ?? '', source.unit, say)
  return say('reports.citation.paragraph', { unit: name, path: pathInWords(source.path) })
}

/** Writes beside the file and renames, so that a full disk or a stop leaves what stood there before. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const there = await stat(file).catch(() => null)
  if (there && !there.isFile()) return writeFile(file, bytes) // a device or a pipe; a folder is refused
  const beside = `${file}.${process.pid}.part`
  try {
    await writeFile(beside, bytes)
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error instanceof Error ? Object.assign(error, { path: file }) : error
  }
}
