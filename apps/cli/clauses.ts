import { text } from 'node:stream/consumers'
import { type ParagraphInput, readClauses } from '@resolute/reader'
import type { Command } from '#platform/manifest'
import type { Rooms } from '../../modules/modules.ts'

export const clauses: Command<Rooms> = {
  name: 'clauses',
  summary: 'Read the clauses of paragraphs given as JSON Lines on standard input',
  usage: 'resolute clauses < paragraphs.jsonl',
  async run({ out }) {
    const lines = (await text(process.stdin)).split('\n').filter((line) => line.trim() !== '')
    for (const line of lines) {
      const paragraph = JSON.parse(line) as ParagraphInput
      out(`${JSON.stringify({ id: paragraph.id, clauses: readClauses(paragraph) })}\n`)
    }
    return 0
  },
}
