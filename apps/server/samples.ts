import { readFile } from 'node:fs/promises'
import type { DocumentFacts } from '#modules/documents'
import { type Database, isReached, markReached } from '#platform/database'
import type { Rooms } from '../../modules/modules.ts'

const folder = new URL('../../samples/', import.meta.url)
const DONE = 'samples-imported'

type Sample = DocumentFacts & { readonly file: string }

/**
 * Imports the texts of `samples/samples.json` at the first start. Broken off, it goes on at the next start: what is there
 * already is left as it is. Once all are in, it never looks again, so that a text changed since is not changed back.
 */
export async function importSamples(
  { rooms, database }: { readonly rooms: Rooms; readonly database: Database },
  now: () => Date,
  say: (text: string) => void,
): Promise<void> {
  if (await isReached(database, DONE)) return
  const samples = JSON.parse(await readFile(new URL('samples.json', folder), 'utf8')) as readonly Sample[]
  for (const [position, { file, ...facts }] of samples.entries()) {
    say(`Importing sample ${position + 1} of ${samples.length}: ${file}`)
    const bytes = await readFile(new URL(file, folder))
    const result = await rooms.documents.importText({ fileName: file, bytes, facts, by: 'system:samples' })
    if (result.state === 'refused') throw new Error(`The sample ${file} was refused: ${result.refusal.code}`)
  }
  await markReached(database, DONE, now())
}
