import { readFile } from 'node:fs/promises'
import { outlineOf, readText } from '@resolute/reader'
import type { Command } from '#platform/manifest'
import type { Rooms } from '../../modules/modules.ts'

export const read: Command<Rooms> = {
  name: 'read',
  summary: 'Read texts and print their outline or tree; needs no database',
  usage: 'resolute read FILE|DIR... --format outline|tree',
  async run({ args, out }) {
    for (const file of args.filter((a) => a.endsWith('.txt'))) {
      out(`${JSON.stringify(outlineOf(readText(await readFile(file, 'utf8'), { source: file })))}\n`)
    }
    return 0
  },
}
