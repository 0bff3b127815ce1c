import { parseArgs } from 'node:util'
import { type Language, languages } from '@resolute/reader'
import { CommandRefusal } from '#platform/manifest'
import { speakFrom } from '#platform/words'
import { isoDate } from './adoption.ts'
import type { DocumentFacts } from './document.ts'
import english from './messages/en.json' with { type: 'json' }
import { largestFile } from './prepare.ts'

const say = speakFrom([english])

export const usage = `resolute import FILE|DIR... [options]

Reads texts and keeps them with their paragraphs, mandates and obligations: plain text, HTML, Word, PDF with a text
layer, Akoma Ntoso. Of a folder, all .txt, .md, .html, .htm, .docx, .pdf, .xml and .akn files in it and below it. Of an
archive (.zip, .tar, .tar.gz, .tgz, or one file as .gz) the same, also of archives in it. Of a collection (.jsonl or
.jsonl.gz, a published document a line: {"symbol": "A_RES_65_232", "paragraphs": [[type, kind of paragraph, number,
text], ...]}) every line, whatever it holds.

The same bytes twice change nothing; a text changed since becomes the next version. An import that was broken off goes
on where it was when it is asked for again. One text refused stops no other; each is named with its place. Exit code 0:
all texts are in. 1: some were refused. What is known of files is also read from a samples.json beside them.

  --symbol S         symbol of the document (E/RES/2012/19); for one file only
  --title T          title of the document; for one file only
  --adopted DATE     date of adoption, YYYY-MM-DD
  --session BODY/N   session that adopted it (CCPCJ/20; for bodies that count by year, ECOSOC/2012)
  --language L       ${languages.join(', ')}; found from the text otherwise
  --largest MB       largest file taken, in megabytes; ${largestFile / 1_000_000} otherwise
  --json             what became of each file as JSON`

export interface ImportOptions {
  readonly paths: readonly string[]
  readonly facts: DocumentFacts
  readonly limit: number
  readonly json: boolean
}

/** Reads the command line; refuses what it cannot use (exit code 2). */
export function importOptions(args: readonly string[]): ImportOptions {
  const { values, positionals } = parsed(args)
  const { symbol, title, adopted, language, largest } = values
  if (positionals.length === 0) refuse('documents.import.no-file')
  if (adopted !== undefined && isoDate(adopted) !== adopted) refuse('documents.import.no-date', { given: adopted })
  if (language !== undefined && !isLanguage(language)) refuse('documents.import.no-language', { given: language })
  const megabytes = largest === undefined ? largestFile / 1_000_000 : Number(largest)
  if (!(megabytes > 0 && megabytes <= 1000)) refuse('documents.import.no-size', { given: largest ?? '' })
  const facts = { symbol, title, adopted, session: sessionFrom(values.session), language }
  return { paths: positionals, facts, limit: megabytes * 1_000_000, json: values.json ?? false }
}

const text = { type: 'string' } as const

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        symbol: text,
        title: text,
        adopted: text,
        session: text,
        language: text,
        largest: text,
        json: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new CommandRefusal(`${error instanceof Error ? error.message : error}\n\n${usage}`, 2)
  }
}

function sessionFrom(given: string | undefined): DocumentFacts['session'] {
  if (given === undefined) return undefined
  const [, body, number] = /^([\w-]{1,40})\/(\d{1,4})$/.exec(given) ?? []
  if (!body || !number) return refuse('documents.import.no-session', { given })
  return { body: body.toUpperCase(), number: Number(number) }
}

const isLanguage = (given: string): given is Language => languages.some((language) => language === given)

export function refuse(id: string, facts: Readonly<Record<string, string>> = {}): never {
  throw new CommandRefusal(say(id, facts), 2)
}
