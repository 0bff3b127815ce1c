import { createReadStream } from 'node:fs'
import { basename, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Command, CommandRefusal } from '#platform/manifest'
import { speakFrom, troubleInWords } from '#platform/words'
import { type Agreed, largestDraft } from './agreed.ts'
import { agreedOptions } from './agreed-asked.ts'
import { agreedRefusalInWords, buildingInWords, standingInWords, summaryInWords } from './agreed-words.ts'
import english from './messages/en.json' with { type: 'json' }

const say = speakFrom([english])

const usage = `resolute agreed FILE [--body BODY] [--from YEAR] [--to YEAR] [--language LANG] [--exclude DOCUMENT] [--limit N] [--json]

Sets every paragraph of a draft beside the paragraphs of the register: which were agreed before word for word, how often,
first and last where; which are close to an earlier one; which are new. Reads the same files as resolute read; - is
standard input. Nothing is kept.

  --body BODY         only what this organ said, by its id among the actors: general-assembly
  --from, --to YEAR   only what was adopted in these years
  --language LANG     only texts in this language: ar, zh, en, fr, ru or es
  --exclude DOCUMENT  leave out one document, as the last version of the same draft
  --limit N           so many matches for each paragraph, nearest first (10; 50 at most)
  --json              one JSON object: title, language, paragraphs with their matches, summary, scope

Exit code 0: it was looked up, whatever came out. 1: the file could not be read. 2: wrong usage.`

const options = {
  body: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  language: { type: 'string' },
  exclude: { type: 'string' },
  limit: { type: 'string' },
  json: { type: 'boolean' },
} as const

function asked(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) throw new Error(say('lineage.agreed.one-file'))
    const { json = false, ...given } = values
    const understood = agreedOptions(new Map(Object.entries(given)))
    for (const name of Object.keys(given) as (keyof typeof given)[]) {
      if (understood[name] === undefined)
        throw new Error(say('lineage.agreed.bad-option', { name, value: given[name] ?? '' }))
    }
    return { file, json, understood }
  } catch (error) {
    throw new CommandRefusal(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, 2)
  }
}

async function bytesOf(file: string, cwd: string): Promise<Uint8Array> {
  try {
    // one byte more than is taken, so that a file too large is refused and not cut off
    return await buffer(file === '-' ? process.stdin : createReadStream(resolve(cwd, file), { end: largestDraft }))
  } catch (error) {
    throw new CommandRefusal(troubleInWords(error) ?? String(error))
  }
}

/** Act `lineage.find-agreed` for a file. */
export const agreed: Command<{ readonly lineage: Agreed }> = {
  name: 'agreed',
  summary: 'Find which paragraphs of a draft were agreed before, and what is closest to the others',
  usage,
  async run({ args, cwd, out, talk, terminal, rooms }) {
    const { file, json, understood } = asked(args)
    const draft = { fileName: basename(file), bytes: await bytesOf(file, cwd) }
    const { lineage } = await rooms()
    for (;;) {
      const found = await lineage.agreedDraft(draft, understood)
      if (found.state === 'refused') throw new CommandRefusal(agreedRefusalInWords(found.refusal))
      if (found.state === 'building') {
        if (terminal) talk(`${buildingInWords(found)}\n`)
        await sleep(200)
        continue
      }
      const { state, ...body } = found
      if (json) out(`${JSON.stringify(body)}\n`)
      else {
        for (const paragraph of found.paragraphs) {
          const { at, text } = paragraph
          const number = at?.path ?? at?.number ?? '·'
          out(`${number}\t${standingInWords(paragraph)}\n\t${text.length > 200 ? `${text.slice(0, 200)}…` : text}\n`)
        }
        out(`${summaryInWords(found.summary)}\n`)
      }
      return 0
    }
  },
}
