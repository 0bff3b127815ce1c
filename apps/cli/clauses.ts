import { createInterface } from 'node:readline'
import { type ParagraphInput, readClauses } from '@resolute/reader'
import { type Command, CommandRefusal } from '#platform/manifest'
import type { Rooms } from '../../modules/modules.ts'

/** `resolute clauses`: one paragraph per line in, its clauses per line out (design section 5); needs no database. */
export const clauses: Command<Rooms> = {
  name: 'clauses',
  summary: 'Read the clauses of paragraphs given as JSON Lines on standard input',
  usage: `resolute clauses < paragraphs.jsonl

Reads one JSON object per line, {"id", "text", "context", "organ"}: a numbered paragraph or a subparagraph,
its chapeau (or null) and the organ speaking (or null). Writes {"id", "clauses": [...]} per line.
Empty lines are skipped; a line that is no such object ends the command with exit code 1.`,
  async run({ args, out, talk }) {
    if (args.includes('--help')) {
      out(`${clauses.usage}\n`)
      return 0
    }
    if (args.length > 0) {
      talk(`resolute clauses: unknown argument "${args[0]}". It reads standard input; see resolute clauses --help\n`)
      return 2
    }
    let number = 0
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++
      if (line.trim() === '') continue
      const paragraph = paragraphOf(line, number)
      out(`${JSON.stringify({ id: paragraph.id ?? null, clauses: readClauses(paragraph) })}\n`)
    }
    return 0
  },
}

function paragraphOf(line: string, number: number): ParagraphInput {
  let value: unknown
  try {
    value = JSON.parse(number === 1 ? line.replace(/^\ufeff/, '') : line)
  } catch {
    throw new CommandRefusal(`line ${number} is not JSON: each line has to be one object with "text"`)
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') {
    throw new CommandRefusal(`line ${number} has no "text": each line has to be one object with the paragraph's text`)
  }
  const given = value as Partial<Record<'id' | 'context' | 'organ', unknown>>
  const words = (field: 'context' | 'organ') => {
    const found = given[field] ?? null
    if (found === null || typeof found === 'string') return found
    throw new CommandRefusal(`line ${number}: "${field}" has to be text or null`)
  }
  const id = typeof given.id === 'string' || typeof given.id === 'number' ? String(given.id) : undefined
  return { id, text: value.text, context: words('context'), organ: words('organ') }
}
